package org.folkmoot.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.MutableColumnFamilyOptions;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// The files: one RocksDB database with one ordered key space. Thread-safe until closed; nobody may
/// call it afterwards.
///
/// A write is in RocksDB's log, but not yet on disk, when it returns. [#awaitDurable()] puts the
/// log on disk once for all who wait at that moment.
final class RocksFiles implements AutoCloseable {

  private static final long MIB = 1024 * 1024;

  /// Small on purpose: the whole portal lives in 300 MB, and the operating system caches files too.
  private static final long CACHE_BYTES = 16 * MIB;

  private static final long MEMTABLE_BYTES = 8 * MIB;

  /// Larger values (pieces of recordings) lie in files of their own, out of the way of compaction.
  private static final long SEPARATE_BYTES = 32 * 1024;

  private static final double WHOLE = 1.0;
  private static final double OLD = 0.25;

  /// `none` leaves the files readable, for a test that looks into them.
  private static final String COMPRESSION = "folkmoot.store.compression";

  private final Cache cache;
  private final Options options;
  private final WriteOptions unsynced;
  private final RocksDB db;

  private final ReentrantLock syncing = new ReentrantLock();
  private volatile long synced;
  private volatile boolean broken;

  /// Held while collections or indexes come, go or change names.
  private final ReentrantLock together = new ReentrantLock();

  private final Changes collected = new Changes();

  record Entry(byte[] key, byte[] value) {
    int size() {
      return key.length + value.length;
    }
  }

  /// Opens the files in `directory`, which must be held by nobody else.
  RocksFiles(Path directory) {
    loadLibrary(directory);
    cache = new LRUCache(CACHE_BYTES);
    unsynced = new WriteOptions().setSync(false);
    options = new Options();
    options
        .setCreateIfMissing(true)
        // An unfinished last record is what a killed process leaves; damage before it is refused.
        .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
        .setWriteBufferSize(MEMTABLE_BYTES)
        .setMaxWriteBufferNumber(2)
        .setMaxBackgroundJobs(2)
        .setMaxOpenFiles(256)
        .setCompressionType(
            "none".equals(System.getProperty(COMPRESSION))
                ? CompressionType.NO_COMPRESSION
                : CompressionType.LZ4_COMPRESSION)
        .setEnableBlobFiles(true)
        .setMinBlobSize(SEPARATE_BYTES)
        .setEnableBlobGarbageCollection(true)
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
        .setKeepLogFileNum(2)
        .setStatsDumpPeriodSec(0)
        .setTableFormatConfig(
            new BlockBasedTableConfig().setBlockCache(cache).setCacheIndexAndFilterBlocks(true));
    try {
      db = RocksDB.open(options, directory.toString());
    } catch (RocksDBException e) {
      throw failure("cannot open the store in " + directory, e);
    }
  }

  /// Unpacks the native library into the store, not into the system's directory for temporary
  /// files, where every killed process would leave another 17 MB behind.
  private static void loadLibrary(Path directory) {
    try {
      Files.createDirectories(directory);
      NativeLibraryLoader.getInstance().loadLibrary(directory.toString());
      RocksDB.loadLibrary();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack RocksDB's library into " + directory, e);
    }
  }

  byte @Nullable [] get(byte[] key) {
    try {
      return db.get(key);
    } catch (RocksDBException e) {
      throw failure("cannot read", e);
    }
  }

  /// The first entries (the last ones if `reverse`) from `from` to before `to`, in that order: at
  /// most `most` of them, and no further one once they have reached `bytes`.
  List<Entry> page(byte[] from, byte[] to, boolean reverse, int most, long bytes) {
    var page = new ArrayList<Entry>();
    long size = 0;
    try (var lower = new Slice(from);
        var upper = new Slice(to);
        var bounds = new ReadOptions().setIterateLowerBound(lower).setIterateUpperBound(upper);
        var entries = db.newIterator(bounds)) {
      if (reverse) {
        entries.seekToLast();
      } else {
        entries.seekToFirst();
      }
      while (entries.isValid() && page.size() < most && size < bytes) {
        var entry = new Entry(entries.key(), entries.value());
        page.add(entry);
        size += entry.size();
        if (reverse) {
          entries.prev();
        } else {
          entries.next();
        }
      }
      entries.status();
    } catch (RocksDBException e) {
      throw failure("cannot read", e);
    }
    return page;
  }

  /// Writes the changes; inside [#together] they wait for its end.
  void write(Changes changes) {
    if (together.isHeldByCurrentThread()) {
      collected.addAll(changes);
    } else {
      writeNow(changes);
    }
  }

  void writeNow(Changes changes) {
    if (changes.isEmpty()) {
      return;
    }
    try (var batch = new WriteBatch()) {
      changes.into(batch);
      db.write(unsynced, batch);
    } catch (RocksDBException e) {
      throw failure("cannot write", e);
    }
  }

  /// Runs `act`, one at a time, and then writes all its changes as one, also when it fails: what is
  /// in memory then and what is in the files must stay the same. `act` does not see its own writes.
  <T> T together(Supplier<T> act) {
    together.lock();
    try {
      return act.get();
    } finally {
      try {
        if (together.getHoldCount() == 1) {
          writeNow(collected);
          collected.clear();
        }
      } finally {
        together.unlock();
      }
    }
  }

  /// Returns when everything that can be read now is on disk.
  ///
  /// Sequence numbers are published after the write is in the log and before it can be read, so the
  /// number asked for here covers all that the caller has seen. Once a sync has failed nothing more
  /// is promised: a second try may succeed without having written what the first one lost.
  void awaitDurable() {
    long seen = db.getLatestSequenceNumber();
    if (synced >= seen && !broken) {
      return;
    }
    syncing.lock();
    try {
      if (broken) {
        throw new IllegalStateException("the store could not write to disk; restart it");
      }
      if (synced < seen) {
        long upTo = db.getLatestSequenceNumber();
        db.syncWal();
        synced = upTo;
      }
    } catch (RocksDBException e) {
      broken = true;
      throw failure("cannot write to disk", e);
    } finally {
      syncing.unlock();
    }
  }

  /// Writes everything anew, so that nothing overwritten or deleted is left in any file.
  void compact() {
    try (var flush = new FlushOptions().setWaitForFlush(true);
        var all =
            new CompactRangeOptions()
                .setBottommostLevelCompaction(BottommostLevelCompaction.kForce)
                .setExclusiveManualCompaction(true)) {
      db.flush(flush);
      db.setOptions(blobsOlderThan(WHOLE));
      db.compactRange(db.getDefaultColumnFamily(), null, null, all);
      db.setOptions(blobsOlderThan(OLD));
    } catch (RocksDBException e) {
      throw failure("cannot compact", e);
    }
  }

  /// The share of the files of large values, the oldest first, that a compaction looks through.
  private static MutableColumnFamilyOptions blobsOlderThan(double share) {
    return MutableColumnFamilyOptions.builder().setBlobGarbageCollectionAgeCutoff(share).build();
  }

  @Override
  public void close() {
    db.close();
    options.close();
    unsynced.close();
    cache.close();
  }

  private static UncheckedIOException failure(String what, RocksDBException e) {
    return new UncheckedIOException(what + ": " + e.getMessage(), new IOException(e));
  }
}
