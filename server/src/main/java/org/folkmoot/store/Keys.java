package org.folkmoot.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.MongoWriteException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;

/// Every key of the portal. One master key (a Tink keyset in a file that only its owner may read)
/// wraps one root secret that lives encrypted in the database, so every node has the same; keys for
/// each purpose are derived from the root. Thread-safe.
public final class Keys {

  private static final byte[] CONTEXT = "folkmoot keys".getBytes(StandardCharsets.UTF_8);

  private final Aead master;
  private final byte[] root;
  private final TokenKey tokens;

  private Keys(Aead master, byte[] root, TokenKey tokens) {
    this.tokens = tokens;
    this.master = master;
    this.root = root;
  }

  /// Loads the ciphers, by using them on nothing.
  public static void prepare() {
    try {
      AeadConfig.register();
      KeysetHandle keyset =
          TinkJsonProtoKeysetFormat.parseKeyset(fresh(), InsecureSecretKeyAccess.get());
      keyset.getPrimitive(RegistryConfiguration.get(), Aead.class).encrypt(new byte[0], CONTEXT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  /// Opens the master key, making it if the file is not there and may be made.
  ///
  /// @throws MasterKeyException if the file is missing or is not the key of this database
  public static Keys open(Path masterKeyFile, boolean mayMake, Store store) {
    try {
      AeadConfig.register();
      KeysetHandle keyset = master(masterKeyFile, mayMake);
      Aead master = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
      return new Keys(master, root(master, store), TokenKey.of(keyset));
    } catch (GeneralSecurityException e) {
      throw new MasterKeyException(
          "The master key in " + masterKeyFile + " is not the one of this database.", e);
    } catch (IOException e) {
      throw new MasterKeyException("The master key " + masterKeyFile + " cannot be read.", e);
    }
  }

  private static KeysetHandle master(Path file, boolean mayMake)
      throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      if (!mayMake) {
        throw new MasterKeyException(
            "The master key " + file + " is missing; it is needed to open this database.", null);
      }
      write(file, fresh());
    }
    return TinkJsonProtoKeysetFormat.parseKeyset(
        Files.readString(file), InsecureSecretKeyAccess.get());
  }

  private static String fresh() throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
        InsecureSecretKeyAccess.get());
  }

  /// Makes the master key file if there is none; the one that is there stays.
  ///
  /// @return true if it was made
  public static boolean make(Path masterKeyFile) {
    if (Files.exists(masterKeyFile)) {
      return false;
    }
    try {
      AeadConfig.register();
      master(masterKeyFile, true);
      return true;
    } catch (IOException | GeneralSecurityException e) {
      throw new MasterKeyException("The master key " + masterKeyFile + " cannot be made.", e);
    }
  }

  private static void write(Path file, String json) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    boolean posix =
        Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
    try (var channel =
        posix
            ? Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      channel.write(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    } catch (FileAlreadyExistsException e) {
      System.getLogger("keys").log(System.Logger.Level.INFO, "event=master.key.made.elsewhere");
    }
  }

  private static byte[] root(Aead master, Store store) throws GeneralSecurityException {
    var keys = store.collection("keys");
    Document found = keys.find(new Document("_id", "root")).first();
    if (found == null) {
      byte[] fresh = new byte[32];
      new SecureRandom().nextBytes(fresh);
      store.claims().take("keys:root", "made");
      try {
        keys.insertOne(
            new Document("_id", "root").append("sealed", master.encrypt(fresh, CONTEXT)));
      } catch (MongoWriteException e) {
        System.getLogger("keys").log(System.Logger.Level.INFO, "event=root.key.made.elsewhere");
      }
      found = keys.find(new Document("_id", "root")).first();
    }
    if (found == null) {
      throw new GeneralSecurityException("no root key");
    }
    return master.decrypt(found.get("sealed", Binary.class).getData(), CONTEXT);
  }

  /// Checks that a master key opens the keys of a database that is not there yet.
  ///
  /// @param root the document of its root secret
  /// @throws MasterKeyException if the file is missing or is another database's key
  public static void mustOpen(Path masterKeyFile, Document root) {
    try {
      AeadConfig.register();
      master(masterKeyFile, false)
          .getPrimitive(RegistryConfiguration.get(), Aead.class)
          .decrypt(root.get("sealed", Binary.class).getData(), CONTEXT);
    } catch (GeneralSecurityException e) {
      throw new MasterKeyException(
          "The master key in " + masterKeyFile + " is not the one of this backup.", e);
    } catch (IOException e) {
      throw new MasterKeyException("The master key " + masterKeyFile + " cannot be read.", e);
    }
  }

  public TokenKey tokens() {
    return tokens;
  }

  /// A key of 32 bytes for one purpose.
  public byte[] derive(String purpose) {
    return hmac(root, purpose);
  }

  /// A keyed hash, base64url, 22 characters (132 bits): the same text gives the same hash, and
  /// nobody without the key can try texts.
  public String mac(String purpose, String text) {
    byte[] hash = hmac(derive(purpose), text);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash, 17))
        .substring(0, 22);
  }

  /// Encrypts; `context` must be given again to decrypt and is not kept.
  public byte[] seal(byte[] plain, String context) {
    try {
      return master.encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption failed", e);
    }
  }

  /// Decrypts what [#seal] made.
  public byte[] unseal(byte[] sealed, String context) {
    try {
      return master.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("decryption failed", e);
    }
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

  /// The master key is missing or does not fit; the message can be shown to whoever starts us.
  public static final class MasterKeyException extends RuntimeException {
    MasterKeyException(String message, @org.jspecify.annotations.Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
