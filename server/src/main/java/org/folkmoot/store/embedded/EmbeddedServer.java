package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// A running embedded database. It listens on loopback only and asks for no password.
public final class EmbeddedServer implements AutoCloseable {

  private final DirectoryLock lock;
  private final MongoServer server;

  private EmbeddedServer(DirectoryLock lock, MongoServer server) {
    this.lock = lock;
    this.server = server;
  }

  /// Opens the store in `directory` and listens on `port` (0: any free one).
  ///
  /// @throws org.folkmoot.store.StoreInUseException when the directory is held
  public static EmbeddedServer start(Path directory, int port) {
    var lock = DirectoryLock.take(directory);
    try {
      var server = new MongoServer(new MemoryBackend());
      server.bind("127.0.0.1", port);
      return new EmbeddedServer(lock, server);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// How to connect to it.
  public String uri() {
    InetSocketAddress address = server.getLocalAddress();
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  /// Ends all connections and closes the files.
  @Override
  public void close() {
    server.shutdownNow();
    lock.close();
  }
}
