package org.folkmoot.ledger;

import com.mongodb.client.MongoCollection;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.SequencedLog;
import org.folkmoot.store.Store;

/// The tiles of all logs. A full tile is stored once, whoever fills it: its bytes follow from the
/// entries, so every node would write the same. What is not full is made from the entries each
/// time. Thread-safe.
final class LogTiles {

  private static final String COLLECTION = "ledger-tiles";

  /// Tiles kept in memory, of 8 KiB each.
  private static final int KEPT = 256;

  private final SequencedLog entries;
  private final MongoCollection<Document> tiles;
  private final Map<String, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  LogTiles(Store store, SequencedLog entries) {
    this.entries = entries;
    this.tiles = store.collection(COLLECTION);
  }

  MerkleTree tree(String log, long size) {
    return new MerkleTree((level, index, width) -> tile(log, level, index, width), size);
  }

  /// The first hashes of a tile.
  ///
  /// @throws MissingEntryException if an entry below it is not there
  byte[] tile(String log, int level, long index, int width) {
    String id = log + ":" + level + ":" + index;
    byte[] known = kept(id);
    int bytes = width * MerkleTree.HASH;
    if (known == null || known.length < bytes) {
      known =
          width == MerkleTree.WIDTH ? full(id, log, level, index) : made(log, level, index, width);
      keep(id, known);
    }
    return known.length == bytes ? known : Arrays.copyOf(known, bytes);
  }

  private byte[] full(String id, String log, int level, long index) {
    Document stored = tiles.find(new Document("_id", id)).first();
    if (stored != null) {
      return stored.get("hashes", Binary.class).getData();
    }
    byte[] hashes = made(log, level, index, MerkleTree.WIDTH);
    Inserts.ifAbsent(tiles, new Document("_id", id).append("log", log).append("hashes", hashes));
    return hashes;
  }

  /// Made from what is below, without looking at what is stored of this tile.
  private byte[] made(String log, int level, long index, int width) {
    var hashes = new ByteArrayOutputStream(width * MerkleTree.HASH);
    if (level == 0) {
      leaves(log, index, width).forEach(leaf -> hashes.writeBytes(MerkleTree.leafHash(leaf)));
    } else {
      for (int i = 0; i < width; i++) {
        byte[] below = tile(log, level - 1, index * MerkleTree.WIDTH + i, MerkleTree.WIDTH);
        hashes.writeBytes(MerkleTree.fold(below, 0, below.length));
      }
    }
    return hashes.toByteArray();
  }

  /// The leaves themselves, 32 bytes each.
  ///
  /// @throws MissingEntryException if one of them is not there
  List<byte[]> leaves(String log, long index, int width) {
    long before = index * MerkleTree.WIDTH;
    List<SequencedLog.Entry> found = entries.after(log, before, width);
    for (int i = 0; i < width; i++) {
      if (i >= found.size() || found.get(i).seq() != before + i + 1) {
        throw new MissingEntryException(log, before + i + 1);
      }
    }
    return found.stream()
        .map(entry -> HexFormat.of().parseHex(entry.body().getString("leaf")))
        .toList();
  }

  /// Every stored tile of a log that is not what the entries make of it.
  void eachWrong(String log, Consumer<String> wrong) {
    String from = log + ":";
    for (Document stored : tiles.find(new Document("log", log))) {
      String[] place = stored.getString("_id").substring(from.length()).split(":", 2);
      byte[] right =
          made(log, Integer.parseInt(place[0]), Long.parseLong(place[1]), MerkleTree.WIDTH);
      if (!Arrays.equals(right, stored.get("hashes", Binary.class).getData())) {
        wrong.accept("tile " + place[0] + "/" + place[1]);
      }
    }
  }

  private byte @org.jspecify.annotations.Nullable [] kept(String id) {
    synchronized (kept) {
      return kept.get(id);
    }
  }

  private void keep(String id, byte[] hashes) {
    synchronized (kept) {
      kept.put(id, hashes);
    }
  }

  /// An entry that must be there is not.
  static final class MissingEntryException extends RuntimeException {
    private final long seq;

    MissingEntryException(String log, long seq) {
      super("Entry " + seq + " of the log " + log + " is missing");
      this.seq = seq;
    }

    long seq() {
      return seq;
    }
  }
}
