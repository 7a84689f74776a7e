package org.folkmoot.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.search.DamagedIndexException;
import org.folkmoot.record.search.WordIndex;
import org.jspecify.annotations.Nullable;

/// The index of this node, made from the record and following it. It is opened when it is first
/// needed; one that is missing, damaged or of an old format is made anew while others read on
/// without it. Thread-safe.
///
/// A search is answered only from an index that has passed every entry the log had when it was
/// asked for, and so the latest by which anything was taken back, held, declined or allowed less.
public final class RecordIndex implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("index");

  /// How long somebody who searches waits for the index.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final RecordRepository contributions;
  private final Ledger ledger;
  private final @Nullable Path path;
  private final @Nullable FileChannel held;
  private @Nullable Following following;
  private boolean closed;

  private RecordIndex(
      RecordRepository contributions,
      Ledger ledger,
      @Nullable Path path,
      @Nullable FileChannel held) {
    this.contributions = contributions;
    this.ledger = ledger;
    this.path = path;
    this.held = held;
  }

  /// In memory, for those who hardly search.
  static RecordIndex inMemory(RecordRepository contributions, Ledger ledger) {
    return new RecordIndex(contributions, ledger, null, null);
  }

  /// In a directory that is this one's alone until it is closed.
  ///
  /// @throws IllegalStateException if another portal has it
  static RecordIndex in(Path directory, RecordRepository contributions, Ledger ledger) {
    try {
      Files.createDirectories(directory);
      if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
      FileChannel channel =
          FileChannel.open(
              directory.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isOurs(channel)) {
        channel.close();
        throw new IllegalStateException(
            directory + " is used by another portal; each needs a FOLKMOOT_DATA of its own.");
      }
      return new RecordIndex(contributions, ledger, directory.resolve("words"), channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + directory, e);
    }
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /// Whether it is there again after a restart; one in memory is worth making for words alone.
  boolean isKept() {
    return path != null;
  }

  /// Asks the index about a consultation once it is in order.
  ///
  /// @return empty if it was not in time: then it is being put in order
  <T> Optional<T> ask(String consultation, Function<WordIndex, T> question) {
    Following now = following();
    try {
      return now.reaches(consultation, PATIENCE)
          ? Optional.of(question.apply(now.index()))
          : Optional.empty();
    } catch (DamagedIndexException e) {
      again(now, e);
      return Optional.empty();
    }
  }

  /// Makes what was followed so far last, and leaves nothing of what was erased in the files.
  /// Called now and then.
  public void keep() {
    Following now;
    synchronized (this) {
      now = following;
    }
    if (now != null) {
      try {
        now.keep();
      } catch (DamagedIndexException e) {
        again(now, e);
      }
    }
  }

  private synchronized Following following() {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
    Following now = following;
    if (now == null) {
      now = new Following(open(), contributions, ledger);
      following = now;
    }
    return now;
  }

  private WordIndex open() {
    try {
      return WordIndex.open(path);
    } catch (DamagedIndexException e) {
      LOG.log(Level.WARNING, "event=index.made-anew why=" + e.getCause());
      delete();
      return WordIndex.open(path);
    }
  }

  private synchronized void again(Following damaged, DamagedIndexException e) {
    if (following == damaged && !closed) {
      LOG.log(Level.WARNING, "event=index.damaged", e);
      following = null;
      close(damaged);
      delete();
    }
  }

  private void delete() {
    if (path == null || !Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the index anew", e);
    }
  }

  private static void close(Following one) {
    try {
      one.close();
    } catch (DamagedIndexException e) {
      LOG.log(Level.WARNING, "event=index.left", e);
    }
  }

  @Override
  public synchronized void close() {
    keep();
    if (following != null && following.hasTraces()) {
      keep();
    }
    closed = true;
    if (following != null) {
      close(following);
    }
    try {
      if (held != null) {
        held.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
