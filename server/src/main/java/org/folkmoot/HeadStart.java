package org.folkmoot;

import org.folkmoot.door.HttpServer;
import org.folkmoot.store.Keys;

/// Loads what every portal needs and no setting changes, the ciphers and the web server, while
/// another thread opens the store. Most of a start is Java reading classes, and nearly every
/// machine has a second core for it.
final class HeadStart {

  private HeadStart() {}

  /// Begins and returns at once. Nobody waits for it: what it has not loaded yet when it is needed
  /// is loaded by whoever needs it.
  static void give() {
    Thread.ofPlatform()
        .daemon()
        .name("head start")
        .start(() -> {
          Keys.prepare();
          HttpServer.prepare();
        });
  }
}
