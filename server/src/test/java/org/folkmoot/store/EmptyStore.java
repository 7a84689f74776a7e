package org.folkmoot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;

/// A store with an empty database, closed and removed at the end: the embedded one, or a database
/// of its own on the server named by `-Dfolkmoot.test.mongodb=mongodb://host:port`.
public final class EmptyStore implements AutoCloseable {

  private final Store store;
  private final Path directory;

  private EmptyStore(Store store, Path directory) {
    this.store = store;
    this.directory = directory;
  }

  public static EmptyStore open() {
    try {
      var directory = Files.createTempDirectory("folkmoot-store");
      var uri = System.getProperty("folkmoot.test.mongodb", "");
      var database = "/folkmoot-" + UUID.randomUUID();
      return new EmptyStore(
          uri.isEmpty() ? Store.embedded(directory) : Store.connect(uri + database), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Store store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
    remove(directory);
  }

  static void remove(Path directory) {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
