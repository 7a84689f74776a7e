package org.folkmoot.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The program ffmpeg, where this machine has it: a process for each task, without our environment,
/// with limits of time, memory and size of file, told the container that was found, and let to read
/// files alone, so that no playlist leads it elsewhere. One task at a time.
final class Ffmpeg implements AutoCloseable {
  private static final Path LIMITS = Path.of("/usr/bin/prlimit");
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final long MEMORY = 2L * 1024 * 1024 * 1024;
  private static final long LARGEST = 1024L * 1024 * 1024;

  /// Containers, as ffmpeg calls them.
  private static final Map<String, String> CONTAINERS =
      Map.of(
          "audio/mpeg", "mp3",
          "audio/ogg", "ogg",
          "audio/wav", "wav",
          "audio/mp4", "mov",
          "video/mp4", "mov",
          "audio/webm", "matroska",
          "video/webm", "matroska");

  private final Path program;
  private final AtomicReference<@Nullable Process> running = new AtomicReference<>();

  private Ffmpeg(Path program) {
    this.program = program;
  }

  /// @param name a path, or a name looked up where programs are
  /// @return empty where there is none
  static Optional<Ffmpeg> find(String name) {
    var path = System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1);
    return Stream.concat(Stream.of(name), Arrays.stream(path).map(folder -> folder + "/" + name))
        .filter(place -> place.startsWith("/"))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .map(Ffmpeg::new);
  }

  /// Makes one file of another.
  ///
  /// @param type content type of `in`
  /// @param how options between input and output
  /// @param seconds told now and then: how much of the recording is done
  /// @throws IOException if it fails or takes too long
  void make(Path in, String type, List<String> how, Path out, DoubleConsumer seconds)
      throws IOException {
    var line = line(in, type);
    line.addAll(how);
    line.addAll(List.of("-progress", "pipe:1", "-y", out.toString()));
    run(
        line,
        said -> {
          var reader = new BufferedReader(said);
          for (var words = reader.readLine(); words != null; words = reader.readLine()) {
            if (words.matches("out_time_us=\\d+")) {
              seconds.accept(Long.parseLong(words.substring(12)) / 1e6);
            }
          }
        });
  }

  /// What is done with what the program writes.
  @FunctionalInterface
  interface Reading<T extends AutoCloseable> {
    void read(T said) throws IOException;
  }

  /// The sound as 16-bit samples, little end first, one channel, so many a second.
  void samples(Path in, String type, int each, Reading<InputStream> reading) throws IOException {
    var line = line(in, type);
    line.addAll(List.of("-vn", "-ac", "1", "-ar", String.valueOf(each), "-f", "s16le", "pipe:1"));
    running(line, process -> reading.read(process.getInputStream()));
  }

  private void run(List<String> line, Reading<BufferedReader> reading) throws IOException {
    running(line, process -> reading.read(process.inputReader()));
  }

  private List<String> line(Path in, String type) {
    var line = new ArrayList<String>();
    if (Files.isExecutable(LIMITS)) {
      line.addAll(List.of(LIMITS.toString(), "--as=" + MEMORY, "--fsize=" + LARGEST, "--"));
    }
    line.addAll(List.of(program.toString(), "-nostdin", "-hide_banner", "-v", "error"));
    line.addAll(List.of("-threads", "1", "-protocol_whitelist", "file,pipe"));
    line.addAll(List.of("-f", CONTAINERS.getOrDefault(type, "mov"), "-i", in.toString()));
    line.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"));
    line.addAll(List.of("-fflags", "+bitexact", "-flags", "+bitexact"));
    return line;
  }

  private interface Using {
    void use(Process process) throws IOException;
  }

  private void running(List<String> line, Using using) throws IOException {
    var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
    // Secrets come to the portal through its environment; a stranger's file must not find them.
    builder.environment().clear();
    var process = builder.start();
    running.set(process);
    var guard = Thread.ofVirtual().name("ffmpeg-guard").start(() -> killLate(process));
    try {
      using.use(process);
      if (process.waitFor() != 0) {
        throw new IOException("ffmpeg ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the portal is closing", e);
    } finally {
      process.destroyForcibly();
      guard.interrupt();
      running.set(null);
    }
  }

  private static void killLate(Process process) {
    try {
      if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      // It ended in time: that is how the guard is dismissed.
      return;
    }
  }

  /// Ends what is under way; its task fails.
  @Override
  public void close() {
    var process = running.get();
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
