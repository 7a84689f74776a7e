package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.folkmoot.sms.InboundMessage;
import org.jspecify.annotations.Nullable;

/// Answers a gateway in time whatever else is slow: with the answer to the person where that is
/// there soon, else with nothing once the text is durable; then the answer goes through the outbox.
/// One text is answered in one of the two ways, never in both. Thread-safe.
final class Reception {

  /// More at once would only wait for one another.
  private static final int AT_ONCE = 32;

  private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final int BATCH = 200;
  private static final int MOST_LEFT = 10_000;

  private final Inbox inbox;
  private final TextingService texting;
  private final Duration patience;
  private final InstantSource time;
  private final Semaphore seats = new Semaphore(AT_ONCE, true);

  /// The text of each phone that came last and is being heard: the next one waits for it.
  private final Map<String, FutureTask<List<String>>> lastOf = new ConcurrentHashMap<>();

  /// What a crash left, by phone; the next text of a phone waits for it as well.
  private final Map<String, List<InboundMessage>> left = new ConcurrentHashMap<>();

  /// @param patience until when the answer goes with the call that brought the text
  Reception(Inbox inbox, TextingService texting, Duration patience, InstantSource time) {
    this.inbox = inbox;
    this.patience = patience;
    this.texting = texting;
    this.time = time;
    for (InboundMessage message : inbox.unheard(time.instant(), MOST_LEFT)) {
      left.computeIfAbsent(texting.reference(message.from()), _ -> new ArrayList<>()).add(message);
    }
  }

  /// Hears a text.
  ///
  /// @return what to answer with the same call
  List<String> hear(InboundMessage message) {
    if (inbox.knows(message)) {
      return List.of();
    }
    String phone = texting.reference(message.from());
    FutureTask<List<String>> hearing = inTurn(message, phone);
    Thread.ofVirtual()
        .name("hearing")
        .start(() -> {
          hearing.run();
          lastOf.remove(phone, hearing);
        });
    try {
      return hearing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
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

  /// Texts of one phone are heard in the order in which they came.
  private FutureTask<List<String>> inTurn(InboundMessage message, String phone) {
    return lastOf.compute(
        phone, (_, before) -> new FutureTask<>(() -> heard(message, phone, before)));
  }

  private List<String> heard(
      InboundMessage message, String phone, @Nullable FutureTask<List<String>> before)
      throws InterruptedException {
    waitFor(before);
    seats.acquire();
    try {
      hearLeft(phone);
      return texting.hear(message);
    } finally {
      seats.release();
    }
  }

  private void hearLeft(String phone) {
    List<InboundMessage> earlier = left.remove(phone);
    if (earlier != null) {
      earlier.forEach(one -> answer(one, texting.hear(one)));
    }
  }

  private static void waitFor(@Nullable FutureTask<List<String>> before)
      throws InterruptedException {
    if (before != null) {
      try {
        before.get();
      } catch (ExecutionException e) {
        // Whoever waits for that text is told; this one is heard all the same.
        System.getLogger("texting").log(System.Logger.Level.INFO, "event=text.before-failed");
      }
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
    for (String phone : List.copyOf(left.keySet())) {
      FutureTask<List<String>> hearing =
          lastOf.compute(
              phone,
              (_, before) ->
                  new FutureTask<>(() -> {
                    waitFor(before);
                    hearLeft(phone);
                    return List.of();
                  }));
      hearing.run();
      lastOf.remove(phone, hearing);
    }
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
