package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// A running embedded database. It listens on loopback only and asks for no password.
public final class EmbeddedServer implements AutoCloseable {

  /// A connection's thread waits while a write goes to disk, and with it every connection that
  /// shares it: so there is one for each connection that the portal keeps. They are made as
  /// connections come.
  private static final int THREADS = 64;

  private final DirectoryLock lock;
  private final RocksFiles files;
  private final RocksBackend backend;
  private final MongoServer server;

  private EmbeddedServer(
      DirectoryLock lock, RocksFiles files, RocksBackend backend, MongoServer server) {
    this.lock = lock;
    this.files = files;
    this.backend = backend;
    this.server = server;
  }

  /// Opens the store in `directory` and listens on `port` (0: any free one).
  ///
  /// @throws org.folkmoot.store.StoreInUseException when the directory is held
  public static EmbeddedServer start(Path directory, int port) {
    var lock = DirectoryLock.take(directory);
    try {
      var files = new RocksFiles(directory.resolve("rocks"));
      var backend = new RocksBackend(files);
      var server = new MongoServer(backend);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, THREADS);
      return new EmbeddedServer(lock, files, backend, server);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// How to connect to it.
  public String uri() {
    return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
  }

  /// Leaves nothing overwritten or deleted in any file; takes as long as writing the store anew.
  public void compact() {
    files.compact();
  }

  /// See [RocksBackend#documentsRead()].
  long documentsRead() {
    return backend.documentsRead();
  }

  /// Ends all connections and closes the files.
  @Override
  public void close() {
    server.shutdownNow();
    lock.close();
  }
}
