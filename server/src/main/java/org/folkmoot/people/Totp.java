package org.folkmoot.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that an authenticator app shows: RFC 6238 with what every app understands, HMAC-SHA-1, six
/// digits, steps of 30 seconds.
final class Totp {

  static final int DIGITS = 6;
  private static final int STEP_SECONDS = 30;
  private static final int SECRET_BYTES = 20;

  /// A clock that is half a minute wrong, or a person who types slowly, still gets in (RFC 6238,
  /// 5.2).
  private static final int STEPS_OFF = 1;

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static byte[] newSecret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /// The step whose code this is, at this time; empty if it is none of those that fit.
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
      if (java.security.MessageDigest.isEqual(
          code(secret, step).getBytes(StandardCharsets.US_ASCII),
          code.getBytes(StandardCharsets.UTF_8))) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /// HOTP of a step (RFC 4226, 5.3).
  static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA1 is part of every JDK", e);
    }
  }

  /// A secret as people and apps read it: Base32 (RFC 4648) without padding.
  static String shown(byte[] secret) {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : secret) {
      held = (held << 8) | (b & 0xff);
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(BASE32.charAt((held >> (bits - 5)) & 31));
      }
      held &= 0xff;
    }
    return text.toString();
  }
}
