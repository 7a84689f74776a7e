package org.folkmoot.forum;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One listener of a session, by socket or by event stream. Whatever is for it goes into its
/// bounded outbox; at most one virtual thread at a time takes from it and writes, so that a slow
/// reader holds up nobody else and the wire has one writer. Thread-safe.
final class LiveConnection {

  static final int TOO_SLOW = 1013;
  static final int GOING_AWAY = 1001;

  /// Frames that may wait for one reader; one more and it is closed, to come back for the rest.
  private static final int OUTBOX = 256;

  private static final long STUCK_NANOS = 20_000_000_000L;

  /// What a connection writes to; used by one thread at a time.
  interface Wire {
    void event(long seq, String frame) throws IOException;

    void ping() throws IOException;

    void pong(byte[] payload) throws IOException;

    void close(int code, String reason) throws IOException;

    /// Nothing more will be written.
    void ended();
  }

  private sealed interface Out {
    /// A frame of JSON; `seq` is 0 for what is no event.
    record Text(long seq, String frame) implements Out {}

    record Ping() implements Out {}

    record Pong(byte[] payload) implements Out {}

    record Close(int code, String reason) implements Out {}
  }

  private final Wire wire;
  private final LiveDoor.Entry entry;
  private final UnaryOperator<LiveDoor.Entry> again;
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Deque<Out> outbox = new ArrayDeque<>();
  private boolean writing;
  private boolean closing;
  private boolean ended;
  private @Nullable Thread writer;
  private long closingSince;
  private volatile long heard = System.nanoTime();
  private long sent;

  /// @param entry as what its listener came in
  /// @param again whether they would still be let in as that
  LiveConnection(Wire wire, LiveDoor.Entry entry, UnaryOperator<LiveDoor.Entry> again) {
    this.wire = wire;
    this.entry = entry;
    this.again = again;
  }

  boolean isHost() {
    return entry instanceof LiveDoor.Entry.Open open && open.host();
  }

  /// Cuts it, whatever still waits for it, unless its listener is still let in.
  ///
  /// @return whether they are
  boolean isStillLetIn() {
    return switch (again.apply(entry)) {
      case LiveDoor.Entry.Open _ -> true;
      case LiveDoor.Entry.SignIn _ -> cut(4401, "sign in");
      case LiveDoor.Entry.NotAllowed _ -> cut(4403, "not allowed");
    };
  }

  private boolean cut(int code, String reason) {
    lock.lock();
    try {
      if (!closing) {
        outbox.clear();
        close(code, reason);
      }
    } finally {
      lock.unlock();
    }
    return false;
  }

  /// The other side gave a sign of life.
  void hear() {
    heard = System.nanoTime();
  }

  boolean isSilentFor(long nanos) {
    return System.nanoTime() - heard > nanos;
  }

  boolean isEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  void send(String frame) {
    offer(List.of(new Out.Text(0, frame)));
  }

  void send(List<LiveHub.Frame> frames) {
    offer(frames.stream().<Out>map(f -> new Out.Text(f.seq(), f.json())).toList());
  }

  void ping() {
    offer(List.of(new Out.Ping()));
  }

  void pong(byte[] payload) {
    offer(List.of(new Out.Pong(payload)));
  }

  /// Closes after what waits already.
  void close(int code, String reason) {
    offer(List.of(new Out.Close(code, reason)));
  }

  /// Runs `catchUp` as the writer; what is offered meanwhile waits. Afterwards goes on as usual.
  void catchUp(Runnable catchUp) {
    lock.lock();
    try {
      writing = true;
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("live-catch-up").start(() -> write(catchUp));
  }

  /// For the writer alone: writes an event at once, unless it was sent before.
  ///
  /// @return false if the connection is ending
  boolean writeNow(long seq, String frame) {
    lock.lock();
    try {
      if (closing || ended) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    try {
      text(seq, frame);
      return true;
    } catch (IOException | RuntimeException e) {
      end();
      return false;
    }
  }

  /// Frees a writer that hangs on a reader who does not read.
  void endIfStuck() {
    lock.lock();
    try {
      Thread hanging = writer;
      if (closing && !ended && hanging != null && System.nanoTime() - closingSince > STUCK_NANOS) {
        hanging.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /// The other side is gone.
  void end() {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
      outbox.clear();
    } finally {
      lock.unlock();
    }
    wire.ended();
    end.countDown();
  }

  /// Waits until nothing more will be written.
  void awaitEnd(long nanos) throws InterruptedException {
    if (!end.await(nanos, TimeUnit.NANOSECONDS)) {
      System.getLogger("live").log(System.Logger.Level.DEBUG, "event=live.goodbye.unheard");
    }
  }

  private void offer(List<Out> more) {
    lock.lock();
    try {
      if (closing || ended) {
        return;
      }
      outbox.addAll(more);
      if (outbox.size() > OUTBOX) {
        outbox.clear();
        outbox.add(new Out.Close(TOO_SLOW, "too slow"));
      }
      if (outbox.peekLast() instanceof Out.Close) {
        closing = true;
        closingSince = System.nanoTime();
      }
      if (writing) {
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("live-out").start(() -> write(() -> {}));
  }

  private void write(Runnable before) {
    lock.lock();
    try {
      writer = Thread.currentThread();
    } finally {
      lock.unlock();
    }
    try {
      before.run();
      for (Out out = take(); out != null; out = take()) {
        switch (out) {
          case Out.Text text -> text(text.seq(), text.frame());
          case Out.Ping _ -> wire.ping();
          case Out.Pong pong -> wire.pong(pong.payload());
          case Out.Close close -> {
            wire.close(close.code(), close.reason());
            end();
          }
        }
      }
    } catch (IOException | RuntimeException e) {
      // The reader is gone; it comes back with the last number it has.
      System.getLogger("live").log(System.Logger.Level.DEBUG, "event=live.reader.gone", e);
      end();
    }
  }

  private @Nullable Out take() {
    lock.lock();
    try {
      Out next = ended ? null : outbox.poll();
      if (next == null) {
        writing = false;
        writer = null;
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void text(long seq, String frame) throws IOException {
    if (seq == 0 || seq > sent) {
      wire.event(seq, frame);
      sent = Math.max(sent, seq);
    }
  }
}
