package org.folkmoot.statement;

/// Something to agree or disagree with.
///
/// @param id unique in the portal: `s…`
/// @param proposal id of the contribution whose words it shows; empty for the council's own
/// @param live false once it is off the list
public record Statement(
    String id, String consultation, String text, String proposal, boolean live) {

  /// Longest statement, in characters.
  public static final int LONGEST = 200;

  public boolean isFromResident() {
    return !proposal.isEmpty();
  }
}
