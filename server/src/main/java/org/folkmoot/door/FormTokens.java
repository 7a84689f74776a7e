package org.folkmoot.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Form tokens (CSRF): issued for one device cookie and good for a day. Thread-safe.
///
/// Shape: base64url of 8 bytes of issue time in seconds and 16 bytes of HMAC-SHA256(key, device |
/// time).
public final class FormTokens {

  private static final long GOOD_FOR_SECONDS = 24 * 60 * 60;

  private final byte[] key;
  private final InstantSource time;

  public FormTokens(byte[] key, InstantSource time) {
    this.key = key.clone();
    this.time = time;
  }

  public String issue(String device) {
    long now = time.instant().getEpochSecond();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(24).putLong(now).put(sign(device, now)).array());
  }

  /// True if the token was issued for this device within the last day.
  public boolean isGood(String token, String device) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (bytes.length != 24 || device.isEmpty()) {
      return false;
    }
    long issued = ByteBuffer.wrap(bytes).getLong();
    long age = time.instant().getEpochSecond() - issued;
    return MessageDigest.isEqual(sign(device, issued), Arrays.copyOfRange(bytes, 8, 24))
        && age >= -60
        && age <= GOOD_FOR_SECONDS;
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
