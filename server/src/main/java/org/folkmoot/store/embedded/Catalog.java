package org.folkmoot.store.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Which numbers stand for which collections and indexes, so that keys are short and a renamed
/// collection keeps its documents. Thread-safe.
final class Catalog {

  private static final byte[] COLLECTIONS = {'c'};
  private static final byte[] INDEXES = {'x'};

  private final RocksFiles files;
  private final AtomicInteger lastId = new AtomicInteger();

  /// An index as the files know it; `multiple`: some document has more than one entry in it.
  record KnownIndex(int id, boolean multiple) {}

  Catalog(RocksFiles files) {
    this.files = files;
    for (var prefix : new byte[][] {COLLECTIONS, INDEXES}) {
      all(prefix)
          .forEachRemaining(
              e -> lastId.accumulateAndGet(ByteBuffer.wrap(e.value()).getInt(), Math::max));
    }
  }

  Set<String> databases() {
    var names = new TreeSet<String>();
    all(COLLECTIONS)
        .forEachRemaining(e -> {
          var name = new String(e.key(), 1, e.key().length - 1, StandardCharsets.UTF_8);
          names.add(name.substring(0, name.indexOf('.')));
        });
    return names;
  }

  /// The number of this collection, given to it now if it has none yet.
  int collection(String fullName) {
    var known = files.get(collectionKey(fullName));
    if (known != null) {
      return ByteBuffer.wrap(known).getInt();
    }
    int id = lastId.incrementAndGet();
    var changes = new Changes();
    changes.put(collectionKey(fullName), KeyBytes.ofInt(id));
    files.write(changes);
    return id;
  }

  void rename(int id, String from, String to) {
    var changes = new Changes();
    changes.delete(collectionKey(from));
    changes.put(collectionKey(to), KeyBytes.ofInt(id));
    files.write(changes);
  }

  /// Forgets the collection, its documents and whatever indexes it still has.
  void drop(int id, String fullName) {
    var changes = new Changes();
    changes.delete(collectionKey(fullName));
    changes.deleteAll(documents(id));
    changes.deleteAll(KeyBytes.join(INDEXES, KeyBytes.ofInt(id)));
    files.write(changes);
  }

  Optional<KnownIndex> index(int collection, String name) {
    byte @Nullable [] known = files.get(indexKey(collection, name));
    return Optional.ofNullable(known)
        .map(value -> new KnownIndex(ByteBuffer.wrap(value).getInt(), value[4] != 0));
  }

  /// A number under which no entries are filed, not even some of an index whose building a crash
  /// cut short.
  int newIndex() {
    int id = lastId.incrementAndGet();
    var changes = new Changes();
    changes.deleteAll(entries(id));
    files.writeNow(changes);
    return id;
  }

  void put(Changes changes, int collection, String name, KnownIndex index) {
    var value = ByteBuffer.allocate(5).putInt(index.id()).put((byte) (index.multiple() ? 1 : 0));
    changes.put(indexKey(collection, name), value.array());
  }

  void dropIndex(int collection, String name, int id) {
    var changes = new Changes();
    changes.delete(indexKey(collection, name));
    changes.deleteAll(entries(id));
    files.write(changes);
  }

  /// What the keys of all documents of a collection start with.
  static byte[] documents(int collection) {
    return KeyBytes.join(new byte[] {'d'}, KeyBytes.ofInt(collection));
  }

  /// What the keys of all entries of an index start with.
  static byte[] entries(int index) {
    return KeyBytes.join(new byte[] {'i'}, KeyBytes.ofInt(index));
  }

  private Scan all(byte[] prefix) {
    return Scan.under(files, prefix, false);
  }

  private static byte[] collectionKey(String fullName) {
    return KeyBytes.join(COLLECTIONS, fullName.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] indexKey(int collection, String name) {
    return KeyBytes.join(
        INDEXES, KeyBytes.ofInt(collection), name.getBytes(StandardCharsets.UTF_8));
  }
}
