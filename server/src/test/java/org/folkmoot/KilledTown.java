package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.folkmoot.store.Store;

/// The made-up town of today as two portals have loaded it, the first of which was killed in the
/// middle: once for all tests of this JVM, which go on from copies of it.
public final class KilledTown {

  private static final Path LOADED = load();

  private KilledTown() {}

  /// Copies it into an empty directory.
  public static void copyTo(Path directory) {
    LoadedTown.copy(LOADED, directory);
  }

  private static Path load() {
    try {
      Path data = Files.createTempDirectory("folkmoot-town");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Portal.remove(data)));
      killWhileLoading(data);
      try (Store store = Store.embedded(data.resolve("store"))) {
        assertThat(store.claims().holder("sample:wrenmouth:day")).as("had begun").isPresent();
        assertThat(store.claims().holder("sample:wrenmouth")).as("had finished").isEmpty();
      }
      int port = PortalProcess.freePort();
      try (PortalProcess portal =
          PortalProcess.start(data, port, PortalProcess.brief(), "serve", "--demo")) {
        assertThat(portal.end()).as("exit code after SIGTERM").isZero();
      }
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The files of stories are examined while the rest is loaded: when the first is there, loading
  /// is under way.
  private static void killWhileLoading(Path data) throws IOException, InterruptedException {
    Process process =
        PortalProcess.line(data, 0, PortalProcess.brief(), "serve", "--demo")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (!isExamining(data.resolve("examiner"))) {
        assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
      }
      assertThat(process.waitFor(700, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private static boolean isExamining(Path work) throws IOException {
    if (!Files.isDirectory(work)) {
      return false;
    }
    try (var files = Files.newDirectoryStream(work, "upload-*")) {
      return files.iterator().hasNext();
    }
  }
}
