package org.folkmoot.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Keys;
import org.folkmoot.store.SequencedLog;
import org.folkmoot.store.Store;

/// The newest checkpoint of each log. A log is noted here before its first entry, so that none is
/// ever without. Thread-safe, here and across nodes.
///
/// A document is `{_id: log, size, root, at, origin, note}`; `size` 0 until the first is signed.
public final class Checkpoints {

  private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());
  private static final String COLLECTION = "ledger-checkpoints";
  private static final long NEVER = -1;

  private final Store store;
  private final MongoCollection<Document> stored;
  private final SequencedLog entries;
  private final LogTiles tiles;
  private final NoteKeys keys;
  private final InstantSource time;
  private final Set<String> noted = ConcurrentHashMap.newKeySet();
  private final Set<String> grown = ConcurrentHashMap.newKeySet();
  private final ReentrantLock signing = new ReentrantLock();
  private volatile String host = "";

  Checkpoints(Store store, Keys keys, SequencedLog entries, InstantSource time) {
    this.store = store;
    this.stored = store.collection(COLLECTION);
    this.entries = entries;
    this.tiles = new LogTiles(store, entries);
    this.keys = new NoteKeys(store, keys);
    this.time = time;
  }

  /// Says where the portal is reached, from when on logs get a name for the world and are signed. A
  /// log keeps the name it was first signed under.
  ///
  /// @param host host and port, without scheme
  public void publishAt(String host) {
    this.host = host;
    stored.distinct("_id", String.class).forEach(grown::add);
  }

  /// Called before entries are added.
  void note(String log) {
    if (!noted.contains(log)) {
      stored.updateOne(
          new Document("_id", log),
          new Document("$setOnInsert", new Document("size", 0L)),
          new UpdateOptions().upsert(true));
      noted.add(log);
    }
    grown.add(log);
  }

  /// Signs every log that has grown here. Called every second and at the end; at the start it
  /// covers what a crash left uncovered.
  public void signGrown() {
    if (!host.isEmpty()) {
      for (String log : List.copyOf(grown)) {
        grown.remove(log);
        sign(log);
      }
    }
  }

  /// The same for every log, whoever made it grow.
  public void signAll() {
    stored.distinct("_id", String.class).forEach(grown::add);
    signGrown();
  }

  /// The newest checkpoint, signed just now if the one there does not reach this entry.
  public Optional<Checkpoint> covering(String log, long seq) {
    Optional<Checkpoint> found = latest(log);
    if (found.filter(c -> c.size() >= seq).isEmpty() && !host.isEmpty()) {
      sign(log);
      found = latest(log);
    }
    return found.filter(c -> c.size() >= seq);
  }

  /// The newest checkpoint; none while nothing is signed.
  public Optional<Checkpoint> latest(String log) {
    return Optional.ofNullable(stored.find(new Document("_id", log)).first())
        .filter(d -> size(d) > 0)
        .map(Checkpoints::checkpoint);
  }

  /// The tree of a log at a size that its checkpoint covers.
  public MerkleTree tree(String log, long size) {
    return tiles.tree(log, size);
  }

  /// Leaves as the world may read them: 32 bytes each.
  public List<byte[]> leaves(String log, long tile, int width) {
    return tiles.leaves(log, tile, width);
  }

  /// A tile's first hashes, one after another.
  public byte[] tile(String log, int level, long index, int width) {
    return tiles.tile(log, level, index, width);
  }

  /// The keys with which a log is or was signed, as verifiers want them, the newest last.
  public List<String> verifierKeys(String origin) {
    return keys.all().stream().map(k -> SignedNote.verifierKey(origin, k.open())).toList();
  }

  /// Makes a new signing key; what was signed before stays good.
  public void rotate() {
    keys.rotate();
  }

  /// Does nothing if another node was faster.
  ///
  /// A log that no longer holds what was signed before is not signed again: that would be a second
  /// history.
  private void sign(String log) {
    signing.lock();
    try {
      Document before = stored.find(new Document("_id", log)).first();
      long old = before == null ? NEVER : size(before);
      long last = entries.last(log);
      if (before == null || last == old) {
        return;
      }
      // First the new root: it reads the newest tiles again, and the old one is then made of them.
      byte[] root = last < old ? new byte[0] : tiles.tree(log, last).root();
      if (last < old || !isRoot(tiles, log, old, before)) {
        LOG.log(Level.ERROR, "event=ledger.forked log={0} signed={1} now={2}", log, old, last);
        return;
      }
      String origin =
          before.getString("origin") == null ? host + "/log/" + log : before.getString("origin");
      String note = SignedNote.sign(Checkpoint.text(origin, last, root), origin, keys.newest());
      stored.replaceOne(
          new Document("_id", log).append("size", old),
          new Document("_id", log)
              .append("size", last)
              .append("root", root)
              .append("at", Date.from(time.instant()))
              .append("origin", origin)
              .append("note", note));
    } finally {
      signing.unlock();
    }
  }

  private static boolean isRoot(LogTiles tiles, String log, long size, Document checkpoint) {
    return size == 0
        || Arrays.equals(
            tiles.tree(log, size).root(), checkpoint.get("root", Binary.class).getData());
  }

  /// What is wrong with a log beyond its entries: `checkpoint`, or a tile by its place. Reads all
  /// of it again.
  List<String> wrong(String log) {
    Document checkpoint = stored.find(new Document("_id", log)).first();
    long last = entries.last(log);
    if (checkpoint == null) {
      return last == 0 ? List.of() : List.of("checkpoint");
    }
    List<String> wrong = new ArrayList<>();
    LogTiles read = new LogTiles(store, entries);
    read.eachWrong(log, wrong::add);
    if (size(checkpoint) > 0 && size(checkpoint) <= last && !isSound(read, log, checkpoint)) {
      wrong.add("checkpoint");
    }
    return wrong;
  }

  /// How many entries were signed.
  long signed(String log) {
    return latest(log).map(Checkpoint::size).orElse(0L);
  }

  private boolean isSound(LogTiles read, String log, Document document) {
    Checkpoint it = checkpoint(document);
    return isRoot(read, log, it.size(), document)
        && it.note().startsWith(Checkpoint.text(it.origin(), it.size(), it.root()) + "\n")
        && keys.all().stream().anyMatch(k -> SignedNote.isSigned(it.note(), it.origin(), k.open()));
  }

  private static Checkpoint checkpoint(Document d) {
    Instant at = d.getDate("at").toInstant();
    return new Checkpoint(
        d.getString("origin"),
        size(d),
        d.get("root", Binary.class).getData(),
        at,
        d.getString("note"));
  }

  private static long size(Document checkpoint) {
    return checkpoint.get("size", Number.class).longValue();
  }
}
