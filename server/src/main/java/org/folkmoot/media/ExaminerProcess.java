package org.folkmoot.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One running child and the pipe to it. Used by one thread at a time.
final class ExaminerProcess implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Process process;
  private final Path scratch;
  private final DataOutputStream questions;
  private final DataInputStream answers;
  private boolean fresh = true;

  private ExaminerProcess(Process process, Path scratch) {
    this.process = process;
    this.scratch = scratch;
    this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /// Starts a child whose heap is `maxMegabytes` and whose temporary files lie under `work`.
  static ExaminerProcess start(Path work, int maxMegabytes) throws IOException {
    var scratch = Files.createTempDirectory(work, "examiner-");
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + maxMegabytes + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + scratch,
                "-Dpdfbox.fontcache=" + work,
                "-cp",
                classPath(),
                ExaminerChild.class.getName()));
    // Secrets come to the portal through its environment; a stranger's file must not find them.
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new ExaminerProcess(builder.start(), scratch);
  }

  /// Where the portal's own classes come from; test launchers load them through a loader of their
  /// own, of which the system property knows nothing.
  private static String classPath() {
    return ExaminerProcess.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Whether it has not answered anything yet.
  boolean isFresh() {
    return fresh;
  }

  /// Asks and waits for the answer, at most `limit`; then the child is killed.
  ///
  /// @throws IOException if the child died, or was killed, before it answered
  Examination ask(Path file, Path safeCopy, Set<MediaKind> wanted, Duration limit)
      throws IOException {
    var answered = new AtomicBoolean();
    var guard = Thread.ofVirtual().name("examiner-guard").start(() -> kill(limit, answered));
    try {
      questions.writeUTF(file.toAbsolutePath().toString());
      questions.writeUTF(safeCopy.toAbsolutePath().toString());
      questions.writeUTF(ExaminerChild.names(wanted));
      questions.flush();
      var answer = ExaminerChild.read(answers);
      fresh = false;
      return answer;
    } finally {
      answered.set(true);
      guard.interrupt();
    }
  }

  private void kill(Duration limit, AtomicBoolean answered) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && !answered.get()) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      // The answer came in time: that is how the guard is dismissed.
      return;
    }
  }

  /// Kills the child if it still runs and removes its temporary files.
  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    removeAll(scratch);
  }

  static void removeAll(Path top) throws IOException {
    try (var files = Files.walk(top)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
