package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/// The made-up town as a portal has stored it, loaded once for all tests of this JVM: they start on
/// copies of it, as a portal that is started again does.
final class LoadedTown {

  /// Longer than loading takes, so that a portal on a copy does not begin before the town's end.
  static final Duration LATER = Duration.ofMinutes(5);

  private static final Path LOADED = load();

  private LoadedTown() {}

  /// Copies it into an empty directory.
  static void copyTo(Path directory) {
    copy(LOADED, directory);
  }

  static void copy(Path town, Path directory) {
    try (Stream<Path> all = Files.walk(town)) {
      for (Path from : all.toList()) {
        Path to = directory.resolve(town.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path load() {
    try {
      Path directory = Files.createTempDirectory("folkmoot-town");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Portal.remove(directory)));
      Settings settings =
          Settings.from(
              Map.of("port", "0", "admin_token", "a-token", "data", directory.toString()));
      App.start(settings, new MutableTime(), true).close();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
