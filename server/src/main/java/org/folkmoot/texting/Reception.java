package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.folkmoot.sms.InboundMessage;

/// Answers a gateway in time whatever else is slow: with the answer to the person where that is
/// there soon, else with nothing once the text is durable; then the answer goes through the outbox.
/// One text is answered in one of the two ways, never in both. Thread-safe.
final class Reception {

  /// A gateway is answered within 2 s; what is left is for writing the text down.
  static final Duration PATIENCE = Duration.ofMillis(1_200);

  /// More at once would only wait for one another.
  private static final int AT_ONCE = 32;

  private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final int BATCH = 200;

  private final Inbox inbox;
  private final TextingService texting;
  private final InstantSource time;
  private final Semaphore seats = new Semaphore(AT_ONCE, true);

  Reception(Inbox inbox, TextingService texting, InstantSource time) {
    this.inbox = inbox;
    this.texting = texting;
    this.time = time;
  }

  /// Hears a text.
  ///
  /// @return what to answer with the same call
  List<String> hear(InboundMessage message) {
    if (inbox.knows(message)) {
      return List.of();
    }
    var hearing = new FutureTask<>(() -> heard(message));
    Thread.ofVirtual().name("hearing").start(hearing);
    try {
      return hearing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      inbox.keep(message);
      Thread.ofVirtual().name("answering").start(() -> finish(message, hearing));
      return List.of();
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the portal is ending", e);
    }
  }

  private List<String> heard(InboundMessage message) throws InterruptedException {
    seats.acquire();
    try {
      return texting.hear(message);
    } finally {
      seats.release();
    }
  }

  private void finish(InboundMessage message, FutureTask<List<String>> hearing) {
    try {
      answer(message, hearing.get());
    } catch (ExecutionException e) {
      // It stays in the inbox and is heard again.
      System.getLogger("texting")
          .log(System.Logger.Level.ERROR, "event=text.unheard", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(InboundMessage message, List<String> replies) {
    texting.answer(message, replies);
    inbox.heard(message);
  }

  /// Hears what was acknowledged and not heard before a crash. Called again and again.
  void catchUp() {
    Instant now = time.instant();
    for (InboundMessage message : inbox.unheard(now.minus(LEFT_BEHIND), BATCH)) {
      answer(message, texting.hear(message));
    }
    inbox.forgetBefore(now.minus(REMEMBERED));
  }

  private static RuntimeException failed(ExecutionException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException("a text could not be heard", e);
  }
}
