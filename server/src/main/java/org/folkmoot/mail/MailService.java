package org.folkmoot.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// Takes letters, keeps them until they have left, and tries again what could not be sent.
/// Thread-safe.
public final class MailService implements AutoCloseable {

  private static final int MOST_TRIES = 12;
  private static final Duration CUT_OFF = Duration.ofMinutes(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final MailRepository letters;
  private final Optional<Mail> post;
  private final InstantSource time;
  private final ExecutorService sending =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mail").factory());

  MailService(MailRepository letters, Optional<Mail> post, InstantSource time) {
    this.letters = letters;
    this.post = post;
    this.time = time;
  }

  /// Whether letters leave by themselves; else they wait in the outbox to be handed over.
  public boolean sends() {
    return post.isPresent();
  }

  /// Writes a letter down and returns at once; it leaves a moment later. The same id again adds
  /// nothing while the first waits.
  public void post(Letter letter) {
    letters.keep(letter, time.instant());
    if (sends()) {
      try {
        sending.execute(this::deliver);
      } catch (RejectedExecutionException e) {
        // The portal is ending; the letter leaves after the next start.
        System.getLogger("mail")
            .log(System.Logger.Level.INFO, "event=mail.waits letter=" + letter.id());
      }
    }
  }

  /// Letters that have not left, the oldest first.
  List<MailRepository.Kept> outbox() {
    forgetLate();
    return letters.all();
  }

  void delete(String id) {
    letters.delete(id);
  }

  /// Sends what is due. Called again and again.
  public void deliver() {
    forgetLate();
    post.ifPresent(mail -> letters.due(time.instant()).forEach(id -> deliver(mail, id)));
  }

  private void deliver(Mail mail, String id) {
    Optional<MailRepository.Kept> kept = letters.find(id);
    Instant now = time.instant();
    if (kept.isEmpty() || !letters.take(id, kept.get().tries(), now.plus(CUT_OFF))) {
      return;
    }
    int tries = kept.get().tries() + 1;
    switch (mail.send(kept.get().letter())) {
      case SENT -> letters.delete(id);
      case NEVER -> letters.never(id);
      case LATER -> {
        if (tries >= MOST_TRIES) {
          letters.never(id);
        } else {
          letters.later(id, now.plus(pause(tries)));
        }
      }
    }
  }

  /// Half a minute, then twice as long every time, at most an hour.
  private static Duration pause(int tries) {
    Duration pause = Duration.ofSeconds(30L << Math.min(tries - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private void forgetLate() {
    Instant now = time.instant();
    for (MailRepository.Kept kept : letters.all()) {
      if (kept.letter().until().filter(until -> until.isBefore(now)).isPresent()) {
        letters.delete(kept.letter().id());
      }
    }
  }

  /// Lets the letter under way leave, for at most five seconds.
  @Override
  public void close() {
    sending.shutdown();
    try {
      if (!sending.awaitTermination(5, TimeUnit.SECONDS)) {
        sending.shutdownNow();
        sending.awaitTermination(2, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      sending.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
