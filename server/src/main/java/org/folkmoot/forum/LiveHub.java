package org.folkmoot.forum;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.folkmoot.door.Json;
import org.jspecify.annotations.Nullable;

/// Everybody on this node who listens to one session. One thread reads the session's log, at once
/// after an append here and every 50 ms for those of other nodes, and hands every new event to
/// every connection; it never writes to a wire. Every second it looks whether who works here still
/// does: whose session ended is cut off. Thread-safe.
final class LiveHub {

  private static final Duration PRESENCE_LEASE = Duration.ofSeconds(20);
  private static final long FOLLOW_MILLIS = 50;
  private static final long SECOND = 1_000_000_000L;
  private static final long SAY_PRESENCE_ANYWAY = 10 * SECOND;
  private static final long PING = 20 * SECOND;
  private static final long GONE = 75 * SECOND;
  private static final int PAGE = 200;

  /// An event as it goes out.
  record Frame(long seq, String json) {
    static Frame of(LiveEvent event) {
      return new Frame(event.seq(), event.frame());
    }
  }

  private final String session;
  private final String node;
  private final ForumRepository forum;
  private final ForumService service;
  private final LiveLog log;
  private final InstantSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Set<LiveConnection> all = new LinkedHashSet<>();
  private final Set<LiveConnection> following = new LinkedHashSet<>();
  private boolean poked;
  private boolean ending;
  private long last;
  private long presenceAt;
  private long pingAt = System.nanoTime();
  private String presence = "";
  private @Nullable Replay replay;

  LiveHub(
      String session,
      String node,
      ForumRepository forum,
      ForumService service,
      LiveLog log,
      InstantSource time) {
    this.session = session;
    this.node = node;
    this.forum = forum;
    this.service = service;
    this.log = log;
    this.time = time;
    this.last = log.last(session);
    this.replay =
        service
            .find(session)
            .flatMap(service::replayedIn)
            .map(evening -> new Replay(evening, log, time.instant()))
            .orElse(null);
  }

  /// Sends what came after a number, in order, then everything new. With a negative number only
  /// what is new.
  void join(LiveConnection connection, long after) {
    lock.lock();
    try {
      all.add(connection);
      if (ending) {
        connection.close(LiveConnection.GOING_AWAY, "going away");
        return;
      }
    } finally {
      lock.unlock();
    }
    connection.catchUp(() -> catchUp(connection, after));
  }

  private void catchUp(LiveConnection connection, long after) {
    long head = log.last(session);
    long seq = after < 0 ? head : Math.min(after, head);
    Map<String, Object> joined = new LinkedHashMap<>();
    joined.put("t", "joined");
    joined.put("seq", head);
    boolean going = connection.writeNow(0, json(joined));
    while (going) {
      List<LiveEvent> page = log.history(service.get(session), seq, PAGE);
      for (LiveEvent event : page) {
        going = going && connection.writeNow(event.seq(), event.frame());
      }
      seq = page.isEmpty() ? seq : page.getLast().seq();
      if (page.isEmpty() && follow(connection, seq)) {
        return;
      }
    }
  }

  /// True if the connection has all that was handed out so far and gets the rest from here on.
  private boolean follow(LiveConnection connection, long seq) {
    lock.lock();
    try {
      if (seq < last) {
        return false;
      }
      if (all.contains(connection)) {
        following.add(connection);
        Replay playing = replay;
        if (playing != null) {
          playing.sent().forEach(connection::send);
        }
      }
      presence = "";
      return true;
    } finally {
      lock.unlock();
    }
  }

  void leave(LiveConnection connection) {
    lock.lock();
    try {
      all.remove(connection);
      following.remove(connection);
    } finally {
      lock.unlock();
    }
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return all.isEmpty() || (ending && all.stream().allMatch(LiveConnection::isEnded));
    } finally {
      lock.unlock();
    }
  }

  void poke() {
    lock.lock();
    try {
      poked = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Closes every connection and answers those that were there, so that the caller can wait for
  /// them; they come back to another node, or to this one when it is up again.
  List<LiveConnection> close() {
    lock.lock();
    try {
      ending = true;
      all.forEach(c -> c.close(LiveConnection.GOING_AWAY, "going away"));
      return List.copyOf(all);
    } finally {
      lock.unlock();
    }
  }

  /// Follows the log until nobody listens; `ended` says so under the caller's own rules.
  void run(BooleanSupplier ended) {
    while (!ended.getAsBoolean()) {
      try {
        follow();
        play();
        lookAround();
        await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        System.getLogger("live")
            .log(System.Logger.Level.WARNING, "event=live.follow.failed session=" + session, e);
      }
    }
  }

  private void await() throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(FOLLOW_MILLIS);
      while (!poked && left > 0) {
        left = news.awaitNanos(left);
      }
      poked = false;
    } finally {
      lock.unlock();
    }
  }

  private void follow() {
    List<LiveEvent> events = log.fresh(session, last, PAGE);
    while (!events.isEmpty()) {
      List<Frame> frames = events.stream().map(Frame::of).toList();
      lock.lock();
      try {
        last = events.getLast().seq();
        following.forEach(c -> c.send(frames));
        if (events.stream().anyMatch(LiveHub::endsReplay)) {
          replay = null;
        }
      } finally {
        lock.unlock();
      }
      events = log.fresh(session, last, PAGE);
    }
  }

  private static boolean endsReplay(LiveEvent event) {
    return event.kind() == LiveEvent.Kind.NOTICE
        && (event.text("replay").equals(Replay.OVER) || !event.text("state").isEmpty());
  }

  /// Goes on with what is played back, if anything is.
  private void play() {
    Replay playing = replay;
    if (playing == null) {
      return;
    }
    List<Replay.Line> due = playing.due(time.instant());
    if (due.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      playing.note(due);
      following.forEach(c -> due.forEach(line -> c.send(line.frame())));
    } finally {
      lock.unlock();
    }
  }

  private void lookAround() {
    long now = System.nanoTime();
    if (now - presenceAt < SECOND) {
      return;
    }
    List<LiveConnection> here;
    lock.lock();
    try {
      all.removeIf(LiveConnection::isEnded);
      following.retainAll(all);
      here = List.copyOf(all);
    } finally {
      lock.unlock();
    }
    here.forEach(LiveConnection::endIfStuck);
    here.forEach(LiveConnection::isStillLetIn);
    here.stream().filter(c -> c.isSilentFor(GONE)).forEach(LiveConnection::end);
    if (here.stream().anyMatch(c -> c.isHost() && !c.isSilentFor(2 * PING))) {
      service.hostIsHere(session);
    }
    if (now - pingAt > PING) {
      pingAt = now;
      here.forEach(LiveConnection::ping);
    }
    tellPresence(here.size(), now);
  }

  private void tellPresence(int here, long now) {
    forum.lease(session, node, here, time.instant().plus(PRESENCE_LEASE));
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("t", "presence");
    frame.put("here", here + forum.othersStand(session, node, time.instant()));
    frame.put("host", service.isHosted(session));
    String told = json(frame);
    boolean due = now - presenceAt > SAY_PRESENCE_ANYWAY;
    lock.lock();
    try {
      presenceAt = now;
      if (due || !told.equals(presence)) {
        presence = told;
        following.forEach(c -> c.send(told));
      }
    } finally {
      lock.unlock();
    }
  }

  private static String json(Map<String, Object> frame) {
    return new String(Json.bytes(frame), StandardCharsets.UTF_8);
  }
}
