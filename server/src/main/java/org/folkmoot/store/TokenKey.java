package org.folkmoot.store;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs bearer tokens with the master key alone, so that a token can be made while a portal holds
/// the store. Thread-safe.
public final class TokenKey {

  private final byte[] key;

  private TokenKey(byte[] key) {
    this.key = key;
  }

  /// Reads the master key.
  ///
  /// @throws Keys.MasterKeyException if there is none yet or it cannot be read
  public static TokenKey of(Path masterKeyFile) {
    try {
      AeadConfig.register();
      if (!Files.exists(masterKeyFile)) {
        throw new Keys.MasterKeyException(
            "There is no master key at " + masterKeyFile + " yet; start the portal once.", null);
      }
      return of(
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(masterKeyFile), InsecureSecretKeyAccess.get()));
    } catch (IOException | GeneralSecurityException e) {
      throw new Keys.MasterKeyException("The master key " + masterKeyFile + " cannot be read.", e);
    }
  }

  @AccessesPartialKey // tokens must be signed where only the master key is at hand
  static TokenKey of(KeysetHandle master) throws GeneralSecurityException {
    AesGcmKey primary = (AesGcmKey) master.getPrimary().getKey();
    return new TokenKey(
        hmac(
            primary.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()),
            "folkmoot bearer tokens"));
  }

  /// The signature of a token's claims: base64url, 22 characters.
  public String sign(String claims) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hmac(key, claims), 17))
        .substring(0, 22);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
    }
  }
}
