package org.folkmoot.texting;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.folkmoot.door.ReadOnce;
import org.folkmoot.sms.InboundMessage;
import org.jspecify.annotations.Nullable;

/// Answers a gateway in time whatever else is slow: with the answer to the person where that is
/// there soon, else with nothing once the text is durable; then the answer goes through the outbox.
/// Where many texts come at once, none waits to be heard before it is acknowledged. One text is
/// answered in one of the two ways, never in both. Thread-safe.
final class Reception {

  private static final System.Logger LOG = System.getLogger("texting");

  /// More at once would only wait for one another.
  static final int AT_ONCE = 32;

  private static final Duration LEFT_BEHIND = Duration.ofMinutes(1);
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final int BATCH = 200;
  private static final int MOST_LEFT = 10_000;
  private static final int LATELY = 5_000;

  private final Inbox inbox;
  private final TextingService texting;
  private final SendingService sending;
  private final Duration patience;
  private final InstantSource time;
  private final Semaphore seats = new Semaphore(AT_ONCE, true);

  /// The text of each phone that came last and is being heard: the next one waits for it.
  private final Map<String, FutureTask<List<String>>> lastOf = new ConcurrentHashMap<>();

  /// What each call that is open now will be answered: the same text again gets the same.
  private final Map<String, CompletableFuture<List<String>>> calls = new ConcurrentHashMap<>();

  /// What the last texts were answered: one told again soon costs nothing.
  private final Map<String, List<String>> lately =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
              return size() > LATELY;
            }
          });

  /// What is in the inbox and will be heard here.
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /// What a crash left, each in its phone's turn already.
  private volatile List<Runnable> left;

  /// @param patience until when the answer goes with the call that brought the text
  Reception(
      Inbox inbox,
      TextingService texting,
      SendingService sending,
      Duration patience,
      InstantSource time) {
    this.inbox = inbox;
    this.patience = patience;
    this.texting = texting;
    this.sending = sending;
    this.time = time;
    this.left = inbox.unheard(time.instant(), MOST_LEFT).stream().map(this::fromInbox).toList();
  }

  /// Hears a text.
  ///
  /// @return what to answer with the same call
  List<String> hear(InboundMessage message) {
    String act = Inbox.act(message);
    List<String> before = lately.get(act);
    if (before != null) {
      return before;
    }
    var told = new CompletableFuture<List<String>>();
    CompletableFuture<List<String>> first = calls.putIfAbsent(act, told);
    if (first != null) {
      return first.join();
    }
    try {
      told.complete(take(message));
      lately.put(act, told.join());
    } catch (RuntimeException e) {
      told.completeExceptionally(e);
    } finally {
      calls.remove(act, told);
    }
    return told.join();
  }

  private List<String> take(InboundMessage message) {
    if (inbox.knows(message)) {
      return List.of();
    }
    Optional<List<String>> before = texting.answerTo(message);
    if (before.isPresent()) {
      return before.get();
    }
    String phone = texting.reference(message.from());
    return seats.availablePermits() == 0 ? later(message, phone) : now(message, phone);
  }

  /// Acknowledged at once: whoever comes is not kept waiting by those before.
  private List<String> later(InboundMessage message, String phone) {
    inbox.keep(message, phone);
    fromInbox(new Inbox.Unheard(Inbox.act(message), phone)).run();
    return List.of();
  }

  private List<String> now(InboundMessage message, String phone) {
    FutureTask<List<String>> hearing =
        inTurn(phone, () -> ReadOnce.during(() -> texting.hear(message)));
    start(phone, hearing);
    try {
      return hearing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      inbox.keep(message, phone);
      waiting.add(Inbox.act(message));
      Thread.ofVirtual().name("answering").start(() -> finish(message, hearing));
      return List.of();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("a text could not be heard", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the portal is ending", e);
    }
  }

  /// Texts of one phone are heard in the order in which they came.
  private FutureTask<List<String>> inTurn(String phone, Callable<List<String>> hear) {
    return lastOf.compute(
        phone,
        (_, before) ->
            new FutureTask<>(() -> {
              waitFor(before);
              seats.acquire();
              try {
                return hear.call();
              } finally {
                seats.release();
              }
            }));
  }

  private void start(String phone, FutureTask<List<String>> hearing) {
    Thread.ofVirtual()
        .name("hearing")
        .start(() -> {
          hearing.run();
          lastOf.remove(phone, hearing);
        });
  }

  /// Takes its turn now and is heard once that is run.
  private Runnable fromInbox(Inbox.Unheard text) {
    waiting.add(text.act());
    FutureTask<List<String>> hearing =
        inTurn(
            text.phone(),
            () -> {
              try {
                inbox.open(text.act()).ifPresent(this::answer);
              } catch (RuntimeException e) {
                unheard(e);
              } finally {
                waiting.remove(text.act());
              }
              return List.of();
            });
    return () -> start(text.phone(), hearing);
  }

  private void answer(InboundMessage message) {
    answer(message, ReadOnce.during(() -> texting.hear(message)));
  }

  private void answer(InboundMessage message, List<String> replies) {
    sending.answer(message, replies);
    inbox.heard(message);
  }

  private void finish(InboundMessage message, FutureTask<List<String>> hearing) {
    try {
      answer(message, hearing.get());
    } catch (ExecutionException e) {
      unheard(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.remove(Inbox.act(message));
    }
  }

  /// It stays in the inbox and is heard again.
  private static void unheard(@Nullable Throwable why) {
    LOG.log(Level.ERROR, "event=text.unheard", why);
  }

  private static void waitFor(@Nullable FutureTask<List<String>> before)
      throws InterruptedException {
    if (before != null) {
      try {
        before.get();
      } catch (ExecutionException e) {
        // Whoever waits for that text is told; this one is heard all the same.
        LOG.log(Level.INFO, "event=text.before-failed");
      }
    }
  }

  /// Hears what was acknowledged and not heard before a crash, and what could not be heard when it
  /// came. Called again and again.
  void catchUp() {
    List<Runnable> first = left;
    left = List.of();
    first.forEach(Runnable::run);
    Instant now = time.instant();
    inbox.unheard(now.minus(LEFT_BEHIND), BATCH).stream()
        .filter(text -> !waiting.contains(text.act()))
        .forEach(text -> fromInbox(text).run());
    inbox.forgetBefore(now.minus(REMEMBERED));
  }
}
