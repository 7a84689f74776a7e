package org.folkmoot.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.types.Binary;

/// The keys that shut the contact vault: numbered, wrapped by the master key and kept in the
/// database, so that every node has the same. The newest shuts; the ones before stay, to open what
/// they shut. Before the first there is number 0, the master key itself. Thread-safe.
///
/// A node learns of a new key when it starts, or when it meets something that was shut with it.
public final class VaultKeys {

  private static final String ID = "vault:";
  private static final String CONTEXT = "vault key ";

  /// Something shut, and the number of the key that opens it.
  public record Sealed(int key, byte[] bytes) {}

  private final MongoCollection<Document> stored;
  private final Keys keys;
  private final Map<Integer, Aead> known = new ConcurrentHashMap<>();
  private volatile int newest;

  public VaultKeys(Store store, Keys keys) {
    this.stored = store.collection("keys");
    this.keys = keys;
    this.newest = count();
  }

  /// Shuts with the newest key; `context` must be given again to open and is not kept.
  public Sealed seal(byte[] plain, String context) {
    int number = newest;
    if (number == 0) {
      return new Sealed(0, keys.seal(plain, context));
    }
    try {
      return new Sealed(
          number, key(number).encrypt(plain, context.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("encryption failed", e);
    }
  }

  public byte[] unseal(Sealed sealed, String context) {
    if (sealed.key() == 0) {
      return keys.unseal(sealed.bytes(), context);
    }
    try {
      return key(sealed.key()).decrypt(sealed.bytes(), context.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("decryption failed", e);
    }
  }

  /// Makes a new key, which shuts from now on.
  ///
  /// @return its number
  public int rotate() {
    int number = count() + 1;
    try {
      byte[] keyset =
          TinkJsonProtoKeysetFormat.serializeKeyset(
                  KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                  InsecureSecretKeyAccess.get())
              .getBytes(StandardCharsets.UTF_8);
      // Where another node was faster, its key is ours as well.
      Inserts.ifAbsent(
          stored,
          new Document("_id", ID + number).append("sealed", keys.seal(keyset, CONTEXT + number)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
    newest = number;
    return number;
  }

  private int count() {
    int number = 0;
    while (stored.find(new Document("_id", ID + (number + 1))).first() != null) {
      number++;
    }
    return number;
  }

  private Aead key(int number) {
    return known.computeIfAbsent(number, this::read);
  }

  private Aead read(int number) {
    Document found = stored.find(new Document("_id", ID + number)).first();
    if (found == null) {
      throw new IllegalStateException("There is no vault key " + number);
    }
    byte[] keyset = keys.unseal(found.get("sealed", Binary.class).getData(), CONTEXT + number);
    newest = Math.max(newest, number);
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
              new String(keyset, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get())
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The vault key " + number + " cannot be read", e);
    }
  }
}
