package org.folkmoot.media;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Finds out what a file is and makes its safe copy, in a child process with little memory and a
/// time limit. The child is started at the first question, kept for the next, and replaced when it
/// dies. Thread-safe; who comes while all children are busy waits.
public final class MediaExaminer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(MediaExaminer.class.getName());

  /// How much a child may use and how long it may take.
  ///
  /// @param children how many may run side by side
  /// @param megabytes the heap of each
  /// @param each the longest time for one file
  /// @param queue the longest time to wait for a free child
  public record Limits(int children, int megabytes, Duration each, Duration queue) {
    public static final Limits USUAL =
        new Limits(1, 192, Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  private final Path work;
  private final Limits limits;
  private final Semaphore free;
  private final Deque<ExaminerProcess> idle = new ArrayDeque<>();
  private boolean closed;

  /// @param work the folder for temporary files, of this examiner alone; made if there is none.
  ///   What a killed portal left there is removed
  /// @throws UncheckedIOException if it cannot be made or used
  public MediaExaminer(Path work, Limits limits) {
    this.work = prepare(work);
    this.limits = limits;
    this.free = new Semaphore(limits.children, true);
  }

  private static Path prepare(Path work) {
    try {
      Files.createDirectories(work);
      if (Files.getFileStore(work).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx------"));
      }
      try (var leftOvers = Files.newDirectoryStream(work, "{upload,examiner}-*")) {
        for (var leftOver : leftOvers) {
          ExaminerProcess.removeAll(leftOver);
        }
      }
      return work;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A new empty file in the work folder, which nobody else on the machine can open. The caller
  /// removes it.
  Path temporaryFile() throws IOException {
    return Files.createTempFile(work, "upload-", "");
  }

  /// Examines `file` and writes its safe copy to `safeCopy`; after any answer but
  /// [Examination.Examined] nothing is left there.
  ///
  /// @throws IOException if no child can be started: our fault, not the file's
  public Examination examine(Path file, Path safeCopy, Set<MediaKind> wanted) throws IOException {
    var size = Files.size(file);
    if (size == 0) {
      return new Examination.Refused(MediaReason.EMPTY);
    }
    if (wanted.isEmpty()) {
      return new Examination.Refused(MediaReason.NOT_HERE);
    }
    if (!hasTurn()) {
      return new Examination.Refused(MediaReason.BUSY);
    }
    try {
      var answer = within(size, ask(file, safeCopy, wanted));
      if (answer instanceof Examination.Unreadable(var reason, var cause)) {
        LOG.log(Level.INFO, "event=media.unreadable reason={0} cause={1}", reason.key(), cause);
      }
      if (!(answer instanceof Examination.Examined)) {
        Files.deleteIfExists(safeCopy);
      }
      return answer;
    } finally {
      free.release();
    }
  }

  private boolean hasTurn() throws InterruptedIOException {
    try {
      return free.tryAcquire(limits.queue.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the portal is closing");
    }
  }

  private static Examination within(long size, Examination answer) {
    return answer instanceof Examination.Examined found && size > found.kind().maxBytes()
        ? new Examination.Refused(MediaReason.TOO_LARGE)
        : answer;
  }

  private Examination ask(Path file, Path safeCopy, Set<MediaKind> wanted) throws IOException {
    var child = take();
    try {
      return giveBack(child, child.ask(file, safeCopy, wanted, limits.each));
    } catch (IOException e) {
      var seasoned = !child.isFresh();
      child.close();
      if (seasoned) {
        // It may have ended because it was idle, just as we asked; a new one tells for certain.
        return askAgain(file, safeCopy, wanted);
      }
      return gaveUp(e);
    }
  }

  private Examination askAgain(Path file, Path safeCopy, Set<MediaKind> wanted) throws IOException {
    var child = ExaminerProcess.start(work, limits.megabytes);
    try {
      return giveBack(child, child.ask(file, safeCopy, wanted, limits.each));
    } catch (IOException e) {
      child.close();
      return gaveUp(e);
    }
  }

  private static Examination gaveUp(IOException cause) {
    return new Examination.Unreadable(MediaReason.TOO_COMPLEX, "child ended: " + cause);
  }

  private ExaminerProcess take() throws IOException {
    while (true) {
      ExaminerProcess child;
      synchronized (idle) {
        child = idle.pollFirst();
      }
      if (child == null) {
        return ExaminerProcess.start(work, limits.megabytes);
      }
      if (child.isAlive()) {
        return child;
      }
      child.close();
    }
  }

  private Examination giveBack(ExaminerProcess child, Examination answer) throws IOException {
    synchronized (idle) {
      if (!closed) {
        idle.addFirst(child);
        return answer;
      }
    }
    child.close();
    return answer;
  }

  /// Ends the children; a question under way ends with them or is the last one answered.
  @Override
  public void close() throws IOException {
    synchronized (idle) {
      closed = true;
    }
    while (true) {
      ExaminerProcess child;
      synchronized (idle) {
        child = idle.pollFirst();
      }
      if (child == null) {
        return;
      }
      child.close();
    }
  }
}
