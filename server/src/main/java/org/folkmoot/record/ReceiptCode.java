package org.folkmoot.record;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The ten characters a contributor keeps: nine random ones and a check character, in Crockford's
/// Base32 (no I, L, O, U), printed `9MY-1MV2-K4T`. Cards carry the same kind of code.
///
/// The check is the value modulo 37, as Crockford defines it; only values whose check is below 32
/// are issued, so that it is always an ordinary character (35 of its 37 symbols would else include
/// signs that are awkward on paper).
public record ReceiptCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_CHARACTERS = 9;
  private static final int CHECK_MODULUS = 37;

  public ReceiptCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a receipt code");
    }
  }

  /// A new code; the caller claims it before it is given to anyone.
  public static ReceiptCode random(RandomGenerator random) {
    while (true) {
      long number = random.nextLong() & ((1L << (5 * RANDOM_CHARACTERS)) - 1);
      int check = (int) (number % CHECK_MODULUS);
      if (check < ALPHABET.length()) {
        var text = new StringBuilder(RANDOM_CHARACTERS + 1);
        for (int shift = 5 * (RANDOM_CHARACTERS - 1); shift >= 0; shift -= 5) {
          text.append(ALPHABET.charAt((int) (number >> shift) & 31));
        }
        return new ReceiptCode(text.append(ALPHABET.charAt(check)).toString());
      }
    }
  }

  /// Reads what a person typed: any case, hyphens and spaces ignored, I and L read as 1, O as 0.
  /// Empty if it is no code or its check character is wrong.
  public static Optional<ReceiptCode> parse(String typed) {
    if (typed.length() > 40) {
      return Optional.empty();
    }
    String text =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\u2010-\\u2015-]", "")
            .replace('I', '1')
            .replace('L', '1')
            .replace('O', '0');
    return isValid(text) ? Optional.of(new ReceiptCode(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    if (text.length() != RANDOM_CHARACTERS + 1) {
      return false;
    }
    long number = 0;
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return false;
      }
      number = number * 32 + digit;
    }
    return ALPHABET.indexOf(text.charAt(RANDOM_CHARACTERS)) == number % CHECK_MODULUS;
  }

  /// As it is printed: `9MY-1MV2-K4T`.
  public String printed() {
    return value.substring(0, 3) + "-" + value.substring(3, 7) + "-" + value.substring(7);
  }
}
