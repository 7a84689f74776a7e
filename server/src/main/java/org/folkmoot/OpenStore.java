package org.folkmoot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// A portal's store, opened by a command. The embedded one must not be held by a running portal:
/// then this says so, and waits for nobody.
record OpenStore(Settings settings, Store store, InstantSource time) implements AutoCloseable {

  /// What a command cannot do, in a line for whoever gave it.
  static final class FailedException extends RuntimeException {
    FailedException(String line) {
      super(line, null, false, false);
    }
  }

  /// The store there is.
  static OpenStore existing() {
    Settings settings = Settings.load();
    Path directory = directory(settings);
    if (settings.mongodbUri().isEmpty() && !Files.isDirectory(directory)) {
      throw new FailedException("there is no store at " + directory);
    }
    return open(settings);
  }

  /// The store there is, or a new one.
  static OpenStore any() {
    return open(Settings.load());
  }

  private static OpenStore open(Settings settings) {
    Store store =
        settings.mongodbUri().isEmpty()
            ? Store.embedded(directory(settings))
            : Store.connect(settings.mongodbUri());
    return new OpenStore(settings, store, Main.TIME);
  }

  private static Path directory(Settings settings) {
    return settings.data().resolve("store");
  }

  Keys keys() {
    return Keys.open(settings.masterKeyFile(), false, store);
  }

  /// The same for a store that may be new: with the embedded one the key may be too.
  Keys keysOrNew() {
    return Keys.open(settings.masterKeyFile(), settings.mongodbUri().isEmpty(), store);
  }

  @Override
  public void close() {
    store.close();
  }
}
