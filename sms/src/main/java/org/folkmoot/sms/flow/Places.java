package org.folkmoot.sms.flow;

import java.util.Locale;
import java.util.regex.Pattern;

/// Places as people text them.
final class Places {
  /// Longer than the name of any ward or village.
  static final int MAX_CHARACTERS = 60;

  /// A whole British postcode: outward code, then digit and two letters.
  private static final Pattern POSTCODE =
      Pattern.compile("([A-Z]{1,2}[0-9][0-9A-Z]?)\\s*[0-9][A-Z]{2}");

  private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}\\s?[0-9][0-9A-Z]?");

  private Places() {}

  /// The place without what would point to a single house: of a postcode only the first half.
  static String coarse(String text) {
    var upper = text.strip().replaceAll("[.!]+$", "").toUpperCase(Locale.ROOT);
    var whole = POSTCODE.matcher(upper);
    if (whole.matches()) {
      return whole.group(1);
    }
    return OUTWARD.matcher(upper).matches() ? upper.replaceAll("\\s", "") : text.strip();
  }
}
