package org.folkmoot;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// The authenticator app on somebody's phone, written from RFC 6238 alone. It is connected with the
/// key that a page shows, and each of its codes is used once: rather than type one again, its owner
/// waits for the next.
public final class AuthenticatorApp {

  private static final int STEP = 30;

  private final MutableTime time;
  private byte[] key = {};
  private long used;
  private List<String> recovery = List.of();

  AuthenticatorApp(MutableTime time) {
    this.time = time;
  }

  /// Does what a page asks of it, as its owner would; leaves every other page alone.
  Screen pass(Screen screen) {
    boolean asks = screen.status() == 200 && screen.path().startsWith("/sign-in/");
    if (asks && !screen.page().select(".totp-key").isEmpty()) {
      connect(screen.page().select(".totp-key").text());
      Screen codes = screen.form().set("code", next()).submit();
      recovery = codes.page().select("main ol code").eachText();
      return codes.page().select("main a.button").isEmpty() ? codes : codes.press("Go on");
    }
    if (asks && isConnected() && screen.hasForm("/sign-in/code")) {
      return screen.form().set("code", next()).submit();
    }
    return screen;
  }

  public boolean isConnected() {
    return key.length > 0;
  }

  /// Takes the key that a page shows, in groups of four.
  public void connect(String shown) {
    key = new Base32().decode(shown.replace(" ", ""));
  }

  /// The codes that were shown once, when the app was connected.
  public List<String> recovery() {
    return recovery;
  }

  /// A code that has not been used; half a minute later where there is no other.
  public String next() {
    if (step() <= used) {
      time.forward(Duration.ofSeconds(STEP));
    }
    used = step();
    return code(used);
  }

  /// What the app shows now, whether it was used or not.
  public String shown() {
    return code(step());
  }

  private long step() {
    return time.instant().getEpochSecond() / STEP;
  }

  private String code(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[19] & 15;
      long number =
          ((hash[offset] & 127L) << 24)
              | ((hash[offset + 1] & 255L) << 16)
              | ((hash[offset + 2] & 255L) << 8)
              | (hash[offset + 3] & 255L);
      return String.format("%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
