package org.folkmoot.store.embedded;

import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/// Puts and deletes that will be written together. Not thread-safe.
final class Changes {

  private sealed interface Change {}

  private record Put(byte[] key, byte[] value) implements Change {}

  private record Delete(byte[] key) implements Change {}

  private record DeleteRange(byte[] from, byte[] to) implements Change {}

  private final List<Change> changes = new ArrayList<>();

  void put(byte[] key, byte[] value) {
    changes.add(new Put(key, value));
  }

  void delete(byte[] key) {
    changes.add(new Delete(key));
  }

  /// Deletes every key that starts with `prefix`.
  void deleteAll(byte[] prefix) {
    changes.add(new DeleteRange(prefix, KeyBytes.after(prefix)));
  }

  void addAll(Changes others) {
    changes.addAll(others.changes);
  }

  void clear() {
    changes.clear();
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  void into(WriteBatch batch) throws RocksDBException {
    for (var change : changes) {
      switch (change) {
        case Put(var key, var value) -> batch.put(key, value);
        case Delete(var key) -> batch.delete(key);
        case DeleteRange(var from, var to) -> batch.deleteRange(from, to);
      }
    }
  }
}
