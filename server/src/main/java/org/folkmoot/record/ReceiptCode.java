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
        return of(number, check);
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

  /// The same code in fifteen digits, for who has a telephone's keys and no letters: the value in
  /// fourteen, and a check digit (ISO/IEC 7812-1, as on payment cards) that notices a wrong digit
  /// and nearly every two that changed places.
  public String digits() {
    long number = 0;
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      number = number * 32 + ALPHABET.indexOf(value.charAt(i));
    }
    String digits = String.format(Locale.ROOT, "%014d", number);
    return digits + checkDigit(digits);
  }

  /// Reads the fifteen digits of a code; empty if they are none.
  public static Optional<ReceiptCode> parseDigits(String pressed) {
    String digits = pressed.replaceAll("[^0-9]", "");
    if (!digits.matches("[0-9]{15}")) {
      return Optional.empty();
    }
    String body = digits.substring(0, 14);
    long number = Long.parseLong(body);
    if (digits.charAt(14) - '0' != checkDigit(body) || number >> (5 * RANDOM_CHARACTERS) != 0) {
      return Optional.empty();
    }
    int check = (int) (number % CHECK_MODULUS);
    return check < ALPHABET.length() ? Optional.of(of(number, check)) : Optional.empty();
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = i % 2 == 0 ? 2 * digit : digit;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return (10 - sum % 10) % 10;
  }

  private static ReceiptCode of(long number, int check) {
    var text = new StringBuilder(RANDOM_CHARACTERS + 1);
    for (int shift = 5 * (RANDOM_CHARACTERS - 1); shift >= 0; shift -= 5) {
      text.append(ALPHABET.charAt((int) (number >> shift) & 31));
    }
    return new ReceiptCode(text.append(ALPHABET.charAt(check)).toString());
  }

  /// As it is printed: `9MY-1MV2-K4T`.
  public String printed() {
    return value.substring(0, 3) + "-" + value.substring(3, 7) + "-" + value.substring(7);
  }
}
