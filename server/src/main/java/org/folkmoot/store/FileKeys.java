package org.folkmoot.store;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.types.Binary;

/// The keys that shut files: numbered, wrapped by the master key and kept in the database, so that
/// every node has the same. The newest shuts; those before stay, to open what they shut.
/// Thread-safe.
///
/// A file is shut in segments (Tink's AES-GCM-HKDF streaming, 256 bits, a fresh salt for each
/// file), so that any part of it can be opened without the rest, a part moved or cut off is
/// noticed, and none is ever whole in memory. The file's id is bound in: one blob's bytes open
/// under no other's name.
public final class FileKeys {

  private static final String ID = "files:";
  private static final String CONTEXT = "file key ";
  private static final int KEY = 32;

  /// In bytes, shut. Small enough for many files at once in little memory, large enough that
  /// sixteen bytes of proof each are nothing.
  private static final int SEGMENT = 64 * 1024;

  /// Length, salt and nonce before the first segment, which is shorter by as much.
  static final int HEADER = 1 + KEY + 7;

  private static final int TAG = 16;

  /// Files whose first bytes are remembered; forty bytes each.
  private static final int BEGINNINGS = 2_000;

  private final MongoCollection<Document> stored;
  private final Keys keys;
  private final Map<Integer, AesGcmHkdfStreaming> known = new ConcurrentHashMap<>();
  private final Map<BlobId, byte[]> beginnings =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<BlobId, byte[]> eldest) {
              return size() > BEGINNINGS;
            }
          });
  private volatile int newest;

  public FileKeys(Store store, Keys keys) {
    this.stored = store.collection("keys");
    this.keys = keys;
    this.newest = count();
  }

  private int count() {
    int number = 0;
    while (stored.find(new Document("_id", ID + (number + 1))).first() != null) {
      number++;
    }
    return number;
  }

  /// The number of the key that shuts now; made when there is none yet.
  int newest() {
    if (newest == 0) {
      newest = count();
    }
    return newest == 0 ? rotate() : newest;
  }

  /// Makes a new key, which shuts from now on.
  ///
  /// @return its number
  public int rotate() {
    int number = count() + 1;
    byte[] key = new byte[KEY];
    new SecureRandom().nextBytes(key);
    // Where another node was faster, its key is ours as well.
    Inserts.ifAbsent(
        stored,
        new Document("_id", ID + number).append("sealed", keys.seal(key, CONTEXT + number)));
    newest = number;
    return number;
  }

  /// A stream that shuts what is written to it; whoever closes it closes `shut`.
  OutputStream shutting(OutputStream shut, int key, String id) throws IOException {
    try {
      return key(key).newEncryptingStream(shut, bytes(id));
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot be shut", e);
    }
  }

  /// What a shut blob holds, from an offset on.
  InputStream opening(Blob shut, int key, long offset) throws IOException {
    var channel = new BlobChannel(shut, beginning(shut));
    try {
      var open = key(key).newSeekableDecryptingChannel(channel, bytes(shut.id().value()));
      open.position(offset);
      return Channels.newInputStream(open);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot be opened", e);
    }
  }

  /// What every part of a file needs, and a player asks for many parts of one.
  private byte[] beginning(Blob shut) throws IOException {
    byte[] known = beginnings.get(shut.id());
    if (known == null) {
      try (var in = shut.stream(0, HEADER)) {
        known = in.readNBytes(HEADER);
      }
      beginnings.put(shut.id(), known);
    }
    return known;
  }

  /// How many bytes are in a shut blob of so many.
  static long openLength(long shut) {
    long segments = (shut + SEGMENT - 1) / SEGMENT;
    return shut - HEADER - TAG * segments;
  }

  private AesGcmHkdfStreaming key(int number) {
    return known.computeIfAbsent(number, this::read);
  }

  private AesGcmHkdfStreaming read(int number) {
    Document found = stored.find(new Document("_id", ID + number)).first();
    if (found == null) {
      throw new IllegalStateException("There is no file key " + number);
    }
    byte[] key = keys.unseal(found.get("sealed", Binary.class).getData(), CONTEXT + number);
    try {
      return new AesGcmHkdfStreaming(key, "HmacSha256", KEY, SEGMENT, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  private static byte[] bytes(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }
}
