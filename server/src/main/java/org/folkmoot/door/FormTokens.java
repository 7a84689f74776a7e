package org.folkmoot.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Form tokens (CSRF): issued for one device cookie and good for a day. Thread-safe.
///
/// Shape: base64url of 24 random bytes, then 24 bytes hidden under them: 8 of issue time in seconds
/// and 16 of HMAC-SHA256(key, device | time). No two pages hold the same letters, so that the size
/// of a compressed page tells nothing of the token in it (BREACH).
public final class FormTokens {

  private static final long GOOD_FOR_SECONDS = 24 * 60 * 60;

  private static final int BARE = 24;

  private final SecureRandom random = new SecureRandom();
  private final byte[] key;
  private final InstantSource time;

  public FormTokens(byte[] key, InstantSource time) {
    this.key = key.clone();
    this.time = time;
  }

  public String issue(String device) {
    long now = time.instant().getEpochSecond();
    byte[] bare = ByteBuffer.allocate(BARE).putLong(now).put(sign(device, now)).array();
    byte[] cover = new byte[BARE];
    random.nextBytes(cover);
    byte[] hidden = uncovered(cover, bare);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(2 * BARE).put(cover).put(hidden).array());
  }

  /// True if the token was issued for this device within the last day.
  public boolean isGood(String token, String device) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (bytes.length != 2 * BARE || device.isEmpty()) {
      return false;
    }
    bytes = uncovered(Arrays.copyOf(bytes, BARE), Arrays.copyOfRange(bytes, BARE, 2 * BARE));
    long issued = ByteBuffer.wrap(bytes).getLong();
    long age = time.instant().getEpochSecond() - issued;
    return MessageDigest.isEqual(sign(device, issued), Arrays.copyOfRange(bytes, 8, 24))
        && age >= -60
        && age <= GOOD_FOR_SECONDS;
  }

  private static byte[] uncovered(byte[] cover, byte[] hidden) {
    byte[] bare = new byte[BARE];
    for (int i = 0; i < BARE; i++) {
      bare[i] = (byte) (cover[i] ^ hidden[i]);
    }
    return bare;
  }

  private byte[] sign(String device, long issued) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(device.getBytes(StandardCharsets.UTF_8));
      mac.update(ByteBuffer.allocate(8).putLong(issued).array());
      return Arrays.copyOf(mac.doFinal(), 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }
}
