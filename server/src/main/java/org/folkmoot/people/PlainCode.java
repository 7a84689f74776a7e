package org.folkmoot.people;

import java.security.SecureRandom;
import java.util.Locale;

/// Random codes that people type, in Crockford's Base32 (no I, L, O, U): any case, hyphens and
/// spaces ignored, I and L read as 1, O as 0.
final class PlainCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private PlainCode() {}

  static String random(SecureRandom random, int characters) {
    var code = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /// What a person typed, as it was issued; what is no code stays none.
  static String read(String typed) {
    return typed
        .substring(0, Math.min(typed.length(), 40))
        .toUpperCase(Locale.ROOT)
        .replaceAll("[\\s\\u2010-\\u2015-]", "")
        .replace('I', '1')
        .replace('L', '1')
        .replace('O', '0');
  }

  /// In two halves: `9MY1-MV2K`.
  static String printed(String code) {
    int half = code.length() / 2;
    return code.substring(0, half) + "-" + code.substring(half);
  }
}
