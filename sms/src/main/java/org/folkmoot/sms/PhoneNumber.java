package org.folkmoot.sms;

import java.util.Optional;
import java.util.regex.Pattern;

/// A person's telephone number in E.164: `+`, a country code that does not begin with 0, at most 15
/// digits (ITU-T E.164). Printing it shows only the ends (`+44…123`); [#e164()] gives the whole.
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\u00a0().\\-/]");

  public PhoneNumber {
    // The value stays out of the message: this exception may be logged.
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 telephone number");
    }
  }

  /// Reads what a person or a gateway wrote: spaces, dots, brackets and hyphens are ignored, `00`
  /// stands for `+`. Empty if no full international number remains.
  public static Optional<PhoneNumber> parse(String written) {
    var digits = PUNCTUATION.matcher(written.strip()).replaceAll("");
    if (digits.startsWith("00")) {
      digits = "+" + digits.substring(2);
    }
    return E164.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
  }

  @Override
  public int compareTo(PhoneNumber other) {
    return e164.compareTo(other.e164);
  }

  /// The number with its middle hidden: country prefix and last three digits.
  @Override
  public String toString() {
    return e164.substring(0, 3) + "…" + e164.substring(e164.length() - 3);
  }
}
