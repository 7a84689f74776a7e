package org.folkmoot.initiative;

/// What consultations belong to.
///
/// @param slug its name in addresses, for example `wrenmouth`; never changes
/// @param why a paragraph or two of what it is for
public record Initiative(String slug, String name, String why) {

  public static final int MAX_NAME = 80;
  public static final int MAX_WHY = 4_000;

  public Initiative {
    if (!isSlug(slug)) {
      throw new IllegalArgumentException("small letters, digits and dashes");
    }
  }

  public static boolean isSlug(String text) {
    return text.length() <= 60 && text.matches("[a-z0-9]+(-[a-z0-9]+)*");
  }
}
