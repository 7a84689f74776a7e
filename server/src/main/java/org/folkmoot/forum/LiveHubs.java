package org.folkmoot.forum;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The hubs of this node: one for each session somebody listens to, made with the first listener
/// and gone after the last. Thread-safe.
public final class LiveHubs implements AutoCloseable {

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final ForumRepository forum;
  private final ForumService service;
  private final LiveLog log;
  private final InstantSource time;
  private final String node = "node:" + UUID.randomUUID();
  private final ConcurrentHashMap<String, LiveHub> hubs = new ConcurrentHashMap<>();
  private volatile boolean closed;

  LiveHubs(ForumRepository forum, ForumService service, LiveLog log, InstantSource time) {
    this.forum = forum;
    this.service = service;
    this.log = log;
    this.time = time;
    log.onAppend(this::poke);
  }

  /// Lets a connection follow a session from a number on; see [LiveHub#join].
  void join(String session, LiveConnection connection, long after) {
    if (closed) {
      connection.close(LiveConnection.GOING_AWAY, "going away");
      return;
    }
    hubs.compute(
        session,
        (id, running) -> {
          LiveHub hub = running == null ? start(id) : running;
          hub.join(connection, after);
          return hub;
        });
  }

  void leave(String session, LiveConnection connection) {
    LiveHub hub = hubs.get(session);
    if (hub != null) {
      hub.leave(connection);
    }
  }

  /// Closes every connection with "going away" and waits until that is written, for at most two
  /// seconds; before the server stops.
  @Override
  public void close() {
    closed = true;
    long deadline = System.nanoTime() + GOODBYE.toNanos();
    List<LiveConnection> open = hubs.values().stream().flatMap(h -> h.close().stream()).toList();
    try {
      for (LiveConnection connection : open) {
        connection.awaitEnd(deadline - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void poke(String session) {
    LiveHub hub = hubs.get(session);
    if (hub != null) {
      hub.poke();
    }
  }

  private LiveHub start(String session) {
    LiveHub hub = new LiveHub(session, node, forum, service, log, time);
    Thread.ofVirtual().name("live-hub").start(() -> hub.run(() -> isOver(session)));
    return hub;
  }

  /// Ends a hub without listeners; a new listener either found it before or makes a new one.
  private boolean isOver(String session) {
    return hubs.computeIfPresent(session, (_, hub) -> hub.isEmpty() ? null : hub) == null;
  }
}
