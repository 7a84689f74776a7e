package org.folkmoot.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.DecidedOn;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;
import org.folkmoot.record.ViewLog;
import org.folkmoot.record.Voice;
import org.folkmoot.retention.Plan.Coming;
import org.folkmoot.retention.Plan.LeftOut;
import org.folkmoot.retention.Plan.Target;
import org.folkmoot.retention.Plan.What;
import org.folkmoot.retention.Plan.Why;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.texting.TextingService;

/// What each rule would do; changes nothing. Thread-safe.
final class Planning {

  private static final int PAGE = 200;

  private final RecordService record;
  private final RecordReading reading;
  private final ViewLog views;
  private final ConsultationService consultations;
  private final TextingService texting;
  private final Vault vault;
  private final DecidedOn decided;

  Planning(
      RecordRoom room,
      ConsultationService consultations,
      TextingService texting,
      Vault vault,
      DecidedOn decided) {
    this.record = room.service();
    this.reading = room.reading();
    this.views = room.views();
    this.consultations = consultations;
    this.texting = texting;
    this.vault = vault;
    this.decided = decided;
  }

  /// @param questions slugs of those it is for
  Plan plan(Rule rule, List<String> questions, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone());
    return switch (rule.kind()) {
      case WORDS -> words(rule, questions, today);
      case FILES -> files(rule, questions, today);
      case NUMBERS -> numbers(rule, today);
      case VIEWS -> looks(rule, today);
    };
  }

  /// Whether the rule about words erases this one, held or not. What a jury recommends is not one
  /// person's.
  static boolean isForgettable(Contribution c) {
    return !c.status().isGone()
        && !c.isMarksOnly()
        && c.channel() != Channel.JURY
        && !c.consent().scopes().keep();
  }

  private Plan words(Rule rule, List<String> questions, LocalDate today) {
    var found = new Found();
    Set<String> onHold = record.holds().on();
    for (String slug : questions) {
      Optional<LocalDate> due = decided.day(slug).map(rule::due);
      if (due.isEmpty()) {
        continue;
      }
      boolean now = !due.get().isAfter(today);
      reading.eachStanding(
          slug,
          c -> {
            if (isForgettable(c)) {
              found.voice(c, now ? today : due.get(), today, hold(c, onHold));
            }
          });
      if (now) {
        held(slug).stream()
            .filter(v -> !v.scopes().keep())
            .forEach(v -> found.left.add(new LeftOut(target(v), Why.SAFETY)));
      }
    }
    return found.plan();
  }

  private Plan files(Rule rule, List<String> questions, LocalDate today) {
    var found = new Found();
    Set<String> onHold = record.holds().on();
    for (String slug : questions) {
      List<Contribution> letters = new ArrayList<>();
      reading.eachBy(
          Channel.WRITTEN_SUBMISSION,
          slug,
          c -> {
            if (!c.status().isGone() && !c.media().isEmpty()) {
              letters.add(c);
            }
          });
      letters.forEach(c -> {
        Optional<LocalDate> due = secondLook(c).map(at -> rule.due(at, zone()));
        found.voice(
            c,
            due.orElse(today),
            today,
            due.isEmpty() ? Optional.of(Why.UNCHECKED) : hold(c, onHold));
      });
      held(slug).stream()
          .filter(v -> v.channel() == Channel.WRITTEN_SUBMISSION && !v.media().isEmpty())
          .forEach(v -> found.left.add(new LeftOut(target(v), Why.SAFETY)));
    }
    return found.plan();
  }

  private static Optional<Why> hold(Contribution c, Set<String> onHold) {
    return onHold.contains(c.id()) ? Optional.of(Why.HOLD) : Optional.empty();
  }

  /// When somebody else than who entered it had checked it.
  private Optional<Instant> secondLook(Contribution c) {
    return c.status() != Status.CLEARED
        ? Optional.empty()
        : reading.history(c.id()).stream()
            .map(Ledger.Entry::act)
            .filter(act -> act.kind() == Act.Kind.CHECKED && !act.by().equals(c.enteredBy()))
            .map(Act::at)
            .findFirst();
  }

  private Plan numbers(Rule rule, LocalDate today) {
    var found = new Found();
    Instant before = today.minusMonths(rule.months()).plusDays(1).atStartOfDay(zone()).toInstant();
    Map<String, Contribution> last = new HashMap<>();
    reading.eachWithContact(
        c -> last.merge(c.contact(), c, (a, b) -> a.receivedAt().isBefore(b.receivedAt()) ? b : a));
    Map<String, Vault.Contact> vaulted = vault.open(last.keySet());
    Map<String, Instant> texted = texting.lastHeard();
    Set<String> sealed = record.withdrawals().contactsKept();
    Set<String> onHold = record.holds().on();
    last.forEach((contact, c) -> {
      Optional<Vault.Contact> kept = Optional.ofNullable(vaulted.get(contact));
      if (kept.filter(k -> k.kind() != Vault.Kind.PHONE).isPresent()) {
        return;
      }
      Instant heard =
          kept.flatMap(k -> PhoneNumber.parse(k.address()))
              .flatMap(number -> Optional.ofNullable(texted.get(texting.reference(number))))
              .filter(c.receivedAt()::isBefore)
              .orElse(c.receivedAt());
      var target = new Target(What.CONTACT, contact, c.consultation(), c.receipt().printed());
      if (!heard.isBefore(before)) {
        found.comes("", rule.due(heard, zone()));
      } else {
        whyNot(contact, sealed, onHold)
            .ifPresentOrElse(
                why -> found.left.add(new LeftOut(target, why)), () -> found.now.add(target));
      }
    });
    texting
        .silentSince(before)
        .forEach(phone -> found.now.add(new Target(What.PHONE, phone, "", "")));
    return found.plan();
  }

  private Optional<Why> whyNot(String contact, Set<String> sealed, Set<String> onHold) {
    List<Contribution> all =
        reading.byContact(contact).stream().filter(c -> !c.status().isGone()).toList();
    if (sealed.contains(contact) || all.stream().anyMatch(c -> c.status() == Status.HELD)) {
      return Optional.of(Why.SAFETY);
    }
    if (all.stream().anyMatch(c -> onHold.contains(c.id()))) {
      return Optional.of(Why.HOLD);
    }
    return all.stream()
            .anyMatch(
                c -> c.tell() == Contribution.Tell.PHONE && decided.day(c.consultation()).isEmpty())
        ? Optional.of(Why.WAITS)
        : Optional.empty();
  }

  private Plan looks(Rule rule, LocalDate today) {
    return new Plan(List.of(), views.before(before(rule, today)), List.of(), List.of());
  }

  Instant before(Rule rule, LocalDate today) {
    return today.minusMonths(rule.months()).atStartOfDay(zone()).toInstant();
  }

  private List<Voice> held(String slug) {
    List<Voice> held = new ArrayList<>();
    RecordReading.Found page;
    long after = 0;
    do {
      page = reading.oldest(Reader.SAFEGUARDING, slug, Status.HELD, after, PAGE);
      held.addAll(page.voices());
      after = page.next();
    } while (after > 0);
    return held;
  }

  private static Target target(Voice v) {
    return new Target(What.VOICE, v.id(), v.consultation(), v.receipt());
  }

  private ZoneId zone() {
    return consultations.council().zone();
  }

  /// What one look at everything gathers.
  private static final class Found {
    private final List<Target> now = new ArrayList<>();
    private final List<LeftOut> left = new ArrayList<>();
    private final Map<LocalDate, Map<String, Integer>> coming = new TreeMap<>();

    void voice(Contribution c, LocalDate due, LocalDate today, Optional<Why> not) {
      var target = new Target(What.VOICE, c.id(), c.consultation(), c.receipt().printed());
      if (not.filter(why -> why == Why.UNCHECKED || !due.isAfter(today)).isPresent()) {
        left.add(new LeftOut(target, not.orElseThrow()));
      } else if (due.isAfter(today)) {
        comes(c.consultation(), due);
      } else {
        now.add(target);
      }
    }

    void comes(String consultation, LocalDate due) {
      coming.computeIfAbsent(due, _ -> new TreeMap<>()).merge(consultation, 1, Integer::sum);
    }

    Plan plan() {
      List<Coming> days = new ArrayList<>();
      coming.forEach((day, each) -> each.forEach((slug, n) -> days.add(new Coming(slug, day, n))));
      now.sort(Comparator.comparing(Target::consultation).thenComparing(Target::code));
      return new Plan(now, now.size(), left, days);
    }
  }
}
