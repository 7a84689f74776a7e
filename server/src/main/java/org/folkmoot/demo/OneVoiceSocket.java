package org.folkmoot.demo;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// One socket at `/demo/one-voice/live`: says `{"t":"changed","seq":N}` whenever the question's log
/// has grown, nothing else; the page then asks for itself anew. Only its own thread sends.
final class OneVoiceSocket implements WsListener {

  private static final Duration PAUSE = Duration.ofMillis(150);
  private static final int LONGEST = 4_000;

  private final LongSupplier last;
  private final Semaphore room;
  private final CountDownLatch gone = new CountDownLatch(1);

  /// @param last the number of the log's last entry
  /// @param room how many may listen at once
  OneVoiceSocket(LongSupplier last, Semaphore room) {
    this.last = last;
    this.room = room;
  }

  @Override
  public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers)
      throws WsUpgradeException {
    String origin = headers.first(HeaderNames.ORIGIN).orElse("");
    String host = headers.first(HeaderNames.HOST).orElse("");
    if (!origin.isEmpty() && !isOurs(origin, host)) {
      throw new WsUpgradeException("foreign origin");
    }
    return Optional.empty();
  }

  private static boolean isOurs(String origin, String host) {
    try {
      return host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void onOpen(WsSession wire) {
    if (!room.tryAcquire()) {
      wire.close(1013, "full");
      return;
    }
    Thread.ofVirtual().name("one-voice").start(() -> follow(wire));
  }

  /// Until the reader is gone, or long enough that one who is gone unnoticed is noticed.
  private void follow(WsSession wire) {
    try {
      long said = last.getAsLong();
      for (int i = 0; i < LONGEST; i++) {
        if (gone.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        long now = last.getAsLong();
        if (now > said) {
          said = now;
          wire.send("{\"t\":\"changed\",\"seq\":" + now + "}", true);
        }
      }
      wire.close(1001, "come again");
    } catch (UncheckedIOException | IllegalStateException e) {
      // The reader is gone; nobody is left to tell.
      gone.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      room.release();
    }
  }

  @Override
  public void onClose(WsSession wire, int status, String reason) {
    gone.countDown();
  }

  @Override
  public void onError(WsSession wire, Throwable cause) {
    gone.countDown();
  }
}
