package org.folkmoot.texting;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.people.Vault;
import org.folkmoot.sms.DeliveryStatus;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.SendOutcome;
import org.folkmoot.sms.SmsProvider;
import org.folkmoot.texting.OutText.State;

/// Texts on their way out. One is written down before anything is done with it and handed to the
/// gateway at most once, or once more much later where it is certain that it did not arrive.
/// Thread-safe.
final class Outbox {

  private static final System.Logger LOG = System.getLogger("texting");

  private static final int BATCH = 100;
  private static final int AT_ONCE = 8;
  private static final int MOST_TRIES = 2;
  private static final int BEGUN_A_DAY = 5;
  private static final Duration RETRY = Duration.ofMinutes(30);
  private static final Duration WITHOUT_MONEY = Duration.ofMinutes(10);
  private static final Duration AFTER_OFTEN = Duration.ofHours(1);

  /// Longer than any call to a gateway takes.
  private static final Duration CUT_OFF = Duration.ofMinutes(2);

  /// How long a telephone has to say that it took what it fetched.
  private static final Duration FETCHED = Duration.ofMinutes(15);

  /// After this no report comes any more.
  private static final Duration REPORTED = Duration.ofDays(3);

  private final OutboxRepository repository;
  private final TextingRepository phones;
  private final SmsProvider provider;
  private final Vault vault;
  private final Agreement agreement;
  private final Budget budget;
  private final ConsultationService consultations;
  private final boolean anyHour;
  private final InstantSource time;
  private final ReentrantLock working = new ReentrantLock();
  private final Pace pace;

  /// Why whoever has a text's contact does not agree to it any more; empty if they do.
  @FunctionalInterface
  interface Agreement {
    String against(OutText text, Instant now);
  }

  /// @param anyHour true where texts wake nobody: on telephones drawn on a screen
  Outbox(
      OutboxRepository repository,
      TextingRepository phones,
      SmsProvider provider,
      Vault vault,
      Agreement agreement,
      Budget budget,
      ConsultationService consultations,
      boolean anyHour,
      InstantSource time) {
    this.repository = repository;
    this.phones = phones;
    this.provider = provider;
    this.vault = vault;
    this.agreement = agreement;
    this.budget = budget;
    this.consultations = consultations;
    this.anyHour = anyHour;
    this.time = time;
    this.pace = new Pace(time);
  }

  /// Writes a text down; the same id again changes nothing.
  ///
  /// @return as it stands now
  OutText put(OutText text) {
    return repository.add(text) ? text : repository.find(text.id()).orElse(text);
  }

  Optional<OutText> find(String id) {
    return repository.find(id);
  }

  /// Sends one text now, whatever waits, at any hour and in spite of STOP: an answer that somebody
  /// waits for.
  void handNow(OutText text, PhoneNumber to) {
    OutText written = put(text);
    if (written.state() == State.QUEUED && !provider.fetches()) {
      hand(written, to);
    }
  }

  /// After a crash nobody knows whether what was being handed over went: so it never goes again.
  void loseTrack() {
    loseTrack(Duration.ZERO);
  }

  private void loseTrack(Duration olderThan) {
    Instant now = time.instant();
    for (OutText lost : repository.in(State.SENDING, now.minus(olderThan), BATCH * AT_ONCE)) {
      end(lost, State.FAILED, OutText.NOT_KNOWN);
    }
  }

  /// Sends what is due, as fast as the rules let it. Called again and again.
  void work() {
    working.lock();
    try {
      loseTrack(provider.fetches() ? FETCHED : CUT_OFF);
      while (!provider.fetches()) {
        List<OutText> ready = new ArrayList<>();
        boolean more = next(BATCH, ready);
        handAll(ready);
        if (!more) {
          break;
        }
      }
      Instant old = time.instant().minus(REPORTED);
      repository.in(State.SENT, old, BATCH).stream()
          .filter(t -> !t.body().isEmpty() || t.ownContact())
          .forEach(this::forget);
      budget.write();
    } finally {
      working.unlock();
    }
  }

  /// What a gateway that fetches shall send now; each text is given out once.
  List<OutboundMessage> fetch(int most) {
    working.lock();
    try {
      List<OutText> ready = new ArrayList<>();
      next(most, ready);
      var texts = new ArrayList<OutboundMessage>();
      for (OutText t : ready) {
        Optional<PhoneNumber> number = number(t);
        String uuid = UUID.randomUUID().toString();
        if (number.isPresent() && repository.take(t, time.instant())) {
          repository.named(t.taken(), uuid);
          budget.paid(t.consultation(), t.parts());
          texts.add(new OutboundMessage(uuid, number.get(), null, t.body()));
        }
      }
      return texts;
    } finally {
      working.unlock();
    }
  }

  /// What a gateway that fetches says it has taken.
  ///
  /// @return those that we know
  List<String> fetched(List<String> uuids) {
    return uuids.stream()
        .filter(uuid -> {
          Optional<OutText> text = repository.byGatewayId(uuid);
          text.filter(t -> t.state() == State.SENDING)
              .ifPresent(t -> repository.sent(t, uuid, time.instant()));
          return text.isPresent();
        })
        .toList();
  }

  /// Ids under which a gateway that fetches may still report.
  List<String> unreported(int most) {
    return repository.gatewayIds(State.SENT, most);
  }

  /// Whether a gateway that fetches was given this id.
  boolean gaveOut(String uuid) {
    return repository.byGatewayId(uuid).isPresent();
  }

  /// News of a text that was handed over; only forward.
  void report(DeliveryStatus news) {
    Optional<OutText> found = repository.byGatewayId(news.providerId());
    if (found.isEmpty() || found.get().state().isEnd()) {
      return;
    }
    OutText t = found.get();
    switch (news.state()) {
      case QUEUED, SENDING -> {}
      case SENT -> {
        if (t.state() == State.SENDING) {
          repository.sent(t, news.providerId(), time.instant());
        }
      }
      case DELIVERED -> end(t, State.DELIVERED, "");
      case UNDELIVERED -> notArrived(t, State.UNDELIVERED, news);
      case FAILED -> notArrived(t, State.FAILED, news);
    }
  }

  private void notArrived(OutText t, State end, DeliveryStatus news) {
    switch (news.failure()) {
      case SOFT, NONE -> {
        if (t.tries() < MOST_TRIES && t.purpose() != Purpose.CODE && !t.body().isEmpty()) {
          repository.later(t, time.instant().plus(RETRY), news.code(), time.instant());
        } else {
          end(t, end, news.code());
        }
      }
      case HARD -> {
        end(t, end, news.code());
        unreachable(t.phone());
      }
      case OPTED_OUT -> {
        end(t, end, OutText.OPTED_OUT);
        phones.stop(t.phone(), time.instant());
      }
    }
  }

  /// Drops what still waits for a phone.
  void cancel(String phone, String reason) {
    repository.waitingFor(phone).forEach(t -> end(t, State.FAILED, reason));
  }

  /// What else waits for it would not arrive either; a conversation falls silent by itself, with
  /// what was answered.
  private void unreachable(String phone) {
    cancel(phone, OutText.BAD_NUMBER);
  }

  /// True if there may be more that could go at once.
  private boolean next(int most, List<OutText> ready) {
    Instant now = time.instant();
    List<OutText> due = repository.due(now, most);
    for (OutText t : due) {
      if (mayGo(t, now)) {
        boolean waits = t.purpose().waitsForDay();
        if (waits && !pace.take(t.parts(), budget.rules(t.consultation()).perMinute())) {
          return false;
        }
        ready.add(t);
      }
    }
    return due.size() == most;
  }

  /// Whether a text may go now; one that may not has its reason afterwards.
  private boolean mayGo(OutText t, Instant now) {
    Optional<PhoneNumber> number = number(t);
    SendingRules rules = budget.rules(t.consultation());
    if (number.isEmpty()) {
      return never(t, OutText.NO_NUMBER);
    }
    if (t.purpose().endsAtStop() && phones.phone(t.phone()).isStopped()) {
      return never(t, OutText.OPTED_OUT);
    }
    String against = t.purpose().needsConsent() ? agreement.against(t, now) : "";
    if (!against.isEmpty()) {
      return never(t, against);
    }
    if (!t.purpose().waitsForDay()) {
      return true;
    }
    if (!rules.allows(number.get())) {
      return never(t, OutText.COUNTRY);
    }
    if (budget.isSpent(t.consultation())) {
      return later(t, now.plus(WITHOUT_MONEY), OutText.BUDGET, now);
    }
    Instant opening = anyHour ? now : rules.next(now, consultations.council().zone());
    if (opening.isAfter(now)) {
      return later(t, opening, OutText.NIGHT, now);
    }
    if (repository.begun(t.phone(), now.minus(Duration.ofDays(1)), BEGUN_A_DAY) >= BEGUN_A_DAY) {
      return later(t, now.plus(AFTER_OFTEN), OutText.OFTEN, now);
    }
    return true;
  }

  private boolean never(OutText t, String reason) {
    end(t, State.FAILED, reason);
    return false;
  }

  private boolean later(OutText t, Instant due, String reason, Instant now) {
    repository.later(t, due, reason, now);
    return false;
  }

  /// Texts to one phone one after the other, to different ones side by side.
  private void handAll(List<OutText> ready) {
    Map<String, List<OutText>> byPhone = new LinkedHashMap<>();
    ready.forEach(t -> byPhone.computeIfAbsent(t.phone(), _ -> new ArrayList<>()).add(t));
    var free = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (List<OutText> texts : byPhone.values()) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
          try {
            texts.forEach(this::hand);
          } finally {
            free.release();
          }
        });
      }
    }
  }

  private void hand(OutText t) {
    number(t).ifPresent(number -> hand(t, number));
  }

  private void hand(OutText t, PhoneNumber number) {
    if (!repository.take(t, time.instant())) {
      return;
    }
    OutText taken = t.taken();
    budget.paid(t.consultation(), t.parts());
    switch (provider.send(new OutboundMessage(t.id(), number, null, t.body()))) {
      case SendOutcome.Accepted accepted -> accepted(taken, accepted.providerId());
      case SendOutcome.Refused refused -> {
        LOG.log(Level.INFO, "event=text.refused reason=" + refused.reason());
        budget.paid(t.consultation(), -t.parts());
        end(taken, State.FAILED, refused.reason().name());
        switch (refused.reason()) {
          case OPTED_OUT -> phones.stop(t.phone(), time.instant());
          case BAD_NUMBER -> unreachable(t.phone());
          case COUNTRY_NOT_ALLOWED, BAD_MESSAGE -> {}
        }
      }
      case SendOutcome.Unsure unsure -> {
        LOG.log(Level.WARNING, "event=text.unsure code=" + unsure.code());
        end(taken, State.FAILED, OutText.NOT_KNOWN);
      }
      case SendOutcome.Failed failed -> {
        LOG.log(Level.WARNING, "event=text.failed code=" + failed.code());
        budget.paid(t.consultation(), -t.parts());
        if (taken.tries() < MOST_TRIES && t.purpose() != Purpose.CODE) {
          repository.later(taken, time.instant().plus(RETRY), failed.code(), time.instant());
        } else {
          end(taken, State.FAILED, OutText.NOT_TAKEN);
        }
      }
    }
  }

  /// A report may have overtaken the answer.
  private void accepted(OutText taken, String gatewayId) {
    repository.sent(taken, gatewayId, time.instant());
    if (taken.purpose() == Purpose.CODE) {
      repository.emptied(taken);
    }
    phones.news(provider.name(), gatewayId, time.instant()).ifPresent(this::report);
  }

  private void end(OutText t, State end, String reason) {
    if (repository.ended(t, end, reason, time.instant()) && t.ownContact()) {
      vault.forget(t.contact());
    }
  }

  private void forget(OutText t) {
    repository.emptied(t);
    if (t.ownContact()) {
      vault.forget(t.contact());
    }
  }

  private Optional<PhoneNumber> number(OutText t) {
    return vault
        .open(t.contact())
        .filter(contact -> contact.kind() == Vault.Kind.PHONE)
        .flatMap(
            contact -> Dialling.full(contact.address(), () -> consultations.council().country()));
  }
}
