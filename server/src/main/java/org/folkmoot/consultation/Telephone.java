package org.folkmoot.consultation;

/// Telephone numbers as people read them out, in groups. British groups: Ofcom, "National Telephone
/// Numbering Plan"; numbers of other countries stay as they were written.
public final class Telephone {

  private static final int BRITISH_DIGITS = 11;

  private Telephone() {}

  /// The same number, grouped: `01632 960 555`, `07700 900 999`, `020 7946 0000`.
  ///
  /// @param country where the council is, ISO 3166
  public static String shown(String written, String country) {
    if (!country.equals("GB") || !written.matches("[0-9+() .\\-]+")) {
      return written;
    }
    String digits = written.replaceAll("[^0-9+]", "").replaceFirst("^(\\+44|0044)0?", "0");
    if (digits.length() != BRITISH_DIGITS || !digits.matches("0[1-9][0-9]+")) {
      return written;
    }
    if (digits.startsWith("02")) {
      return grouped(digits, 3, 7);
    }
    boolean city = digits.matches("0(11|1[0-9]1|3|8).*");
    return city ? grouped(digits, 4, 7) : grouped(digits, 5, 8);
  }

  private static String grouped(String digits, int first, int second) {
    return digits.substring(0, first)
        + " "
        + digits.substring(first, second)
        + " "
        + digits.substring(second);
  }
}
