package org.folkmoot.ledger;

import com.mongodb.client.MongoCollection;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The Ed25519 keys that sign checkpoints, wrapped by the master key and kept in the database, so
/// that every node has the same. The newest signs; the ones before stay, to check what they signed.
/// Thread-safe.
final class NoteKeys {

  private static final String ID = "log-signing:";
  private static final String CONTEXT = "log signing key ";

  /// Ed25519 public keys of X.509 end with the 32 bytes of RFC 8032.
  private static final int PUBLIC = 32;

  /// @param open the 32 bytes of RFC 8032
  record NoteKey(int number, byte[] open, PrivateKey secret) {}

  private final MongoCollection<Document> stored;
  private final Keys keys;
  private volatile List<NoteKey> known = List.of();

  NoteKeys(Store store, Keys keys) {
    this.stored = store.collection("keys");
    this.keys = keys;
  }

  /// The key that signs now; made if there is none yet.
  NoteKey newest() {
    if (all().isEmpty()) {
      make(1);
    }
    return all().getLast();
  }

  /// Every key there ever was, oldest first.
  List<NoteKey> all() {
    if (known.isEmpty()) {
      known = read();
    }
    return known;
  }

  /// Makes a new key, which signs from now on.
  void rotate() {
    known = read();
    make(known.size() + 1);
  }

  private List<NoteKey> read() {
    List<NoteKey> found = new ArrayList<>();
    for (int number = 1; ; number++) {
      Document document = stored.find(new Document("_id", ID + number)).first();
      if (document == null) {
        return List.copyOf(found);
      }
      found.add(key(number, document));
    }
  }

  private NoteKey key(int number, Document document) {
    byte[] secret = keys.unseal(document.get("sealed", Binary.class).getData(), CONTEXT + number);
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret));
      return new NoteKey(number, document.get("public", Binary.class).getData(), key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
  }

  private void make(int number) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] open = pair.getPublic().getEncoded();
      // Where another node was faster, its key is ours as well.
      Inserts.ifAbsent(
          stored,
          new Document("_id", ID + number)
              .append("public", Arrays.copyOfRange(open, open.length - PUBLIC, open.length))
              .append("sealed", keys.seal(pair.getPrivate().getEncoded(), CONTEXT + number)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is part of every JDK", e);
    }
    known = read();
  }
}
