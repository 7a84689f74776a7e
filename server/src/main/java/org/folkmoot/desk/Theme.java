package org.folkmoot.desk;

/// What several contributions of one consultation are about.
///
/// @param id never changes, whatever the theme is called later; may stand in addresses
/// @param name as everybody reads it, for example "Waiting in the dark"
/// @param definition what belongs under it and what does not, for those who group; may be empty
public record Theme(String id, String consultation, String name, String definition) {

  public static final int MAX_NAME = 80;
  public static final int MAX_DEFINITION = 500;
}
