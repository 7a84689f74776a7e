package org.folkmoot.sms.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.sms.words.Phrases;

/// Places as people text them.
final class Places {
  /// Longer than the name of any ward or village.
  static final int MAX_CHARACTERS = 60;

  /// A British postcode or its first half, the outward code, among other words.
  private static final Pattern POSTCODE =
      Pattern.compile("(?<![A-Z0-9])([A-Z]{1,2}[0-9][0-9A-Z]?)( ?[0-9][A-Z]{2})?(?![A-Z0-9])");

  /// The outward code alone, as some write it.
  private static final Pattern APART = Pattern.compile("([A-Z]{1,2}) ([0-9][0-9A-Z]?)\\W*");

  private Places() {}

  /// The place without what would point to a single house: of a postcode only the first half, else
  /// one of these names as it is written there. Empty if it is neither.
  ///
  /// @param names of places; where none are known any name does that is short enough
  static Optional<String> coarse(String text, List<String> names) {
    if (text.strip().length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    var upper = text.strip().toUpperCase(Locale.ROOT);
    var apart = APART.matcher(upper);
    if (apart.matches()) {
      return Optional.of(apart.group(1) + apart.group(2));
    }
    var postcode = POSTCODE.matcher(upper);
    if (postcode.find()) {
      return Optional.of(postcode.group(1));
    }
    return names.isEmpty()
        ? Optional.of(text.strip())
        : names.stream().filter(name -> Phrases.holds(text, name)).findFirst();
  }
}
