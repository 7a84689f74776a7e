package org.folkmoot.consultation;

import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.folkmoot.consultation.Consultation.Obstacle;
import org.folkmoot.consultation.Consultation.Promise;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// What is asked, and when it is open. Thread-safe.
public final class ConsultationService {

  private final ConsultationRepository consultations;
  private final Ledger ledger;
  private final InstantSource time;
  private final BooleanSupplier hasSafetyLead;

  public ConsultationService(
      ConsultationRepository consultations,
      Ledger ledger,
      InstantSource time,
      BooleanSupplier hasSafetyLead) {
    this.consultations = consultations;
    this.ledger = ledger;
    this.time = time;
    this.hasSafetyLead = hasSafetyLead;
  }

  public Council council() {
    return consultations.council();
  }

  public void name(Council council) {
    consultations.save(council);
  }

  public Optional<Consultation> find(String slug) {
    return consultations.find(slug);
  }

  /// The consultation, or "not found" at the door.
  public Consultation get(String slug) {
    return find(slug).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// All that people may see: open ones first, those that close first before the others, then
  /// closed ones.
  public List<Consultation> visible() {
    return consultations.all().stream()
        .filter(c -> c.state() != State.DRAFT)
        .sorted(
            Comparator.comparing((Consultation c) -> c.state() != State.OPEN)
                .thenComparing(Consultation::closesOn)
                .thenComparing(Consultation::slug))
        .toList();
  }

  public List<Consultation> all() {
    return consultations.all();
  }

  /// Saves a draft, or changes what may change while it is open.
  public void save(Consultation consultation) {
    consultations.save(consultation);
  }

  /// Saves what may change while it is open; another promise is noted for everyone to see.
  public void save(Consultation consultation, String by) {
    Optional<Promise> before =
        find(consultation.slug()).filter(c -> c.state() != State.DRAFT).map(Consultation::promise);
    consultations.save(consultation);
    if (before.isPresent() && before.get() != consultation.promise()) {
      log(
          consultation.slug(),
          Act.Kind.PROMISE_CHANGED,
          by,
          Map.of("from", before.get().name(), "to", consultation.promise().name()));
    }
  }

  /// A promise that was changed after people had begun to speak.
  public record PromiseChange(LocalDate on, Promise from, Promise to) {}

  /// Every change of promise since it was first opened, oldest first.
  public List<PromiseChange> promiseChanges(String slug) {
    return ledger.about(slug).stream()
        .map(Ledger.Entry::act)
        .filter(act -> act.kind() == Act.Kind.PROMISE_CHANGED)
        .map(act ->
            new PromiseChange(
                LocalDate.ofInstant(act.at(), council().zone()),
                Promise.valueOf(act.details().getOrDefault("from", "")),
                Promise.valueOf(act.details().getOrDefault("to", ""))))
        .toList();
  }

  /// A name in addresses made from a title, which no consultation has yet.
  public String freeSlug(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replace("ł", "l")
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String start = plain.isEmpty() ? "question" : plain.substring(0, Math.min(40, plain.length()));
    String slug = start;
    for (int i = 2; find(slug).isPresent(); i++) {
      slug = start + "-" + i;
    }
    return slug;
  }

  /// Why it cannot be opened, if so.
  public Optional<Obstacle> obstacle(Consultation consultation) {
    Optional<Obstacle> own = consultation.obstacle();
    return own.isEmpty() && !hasSafetyLead.getAsBoolean()
        ? Optional.of(Obstacle.NO_SAFETY_LEAD)
        : own;
  }

  /// Opens it for input, unless something stands in the way; opening twice is opening once.
  public Optional<Obstacle> open(String slug, String by) {
    Consultation consultation = get(slug);
    Optional<Obstacle> obstacle = obstacle(consultation);
    if (obstacle.isEmpty() && consultation.state() != State.OPEN) {
      log(slug, Act.Kind.OPENED, by, Map.of());
      consultations.save(consultation.in(State.OPEN));
    }
    return obstacle;
  }

  public void close(String slug, String by) {
    Consultation consultation = get(slug);
    if (consultation.state() == State.OPEN) {
      log(slug, Act.Kind.CLOSED, by, Map.of());
      consultations.save(consultation.in(State.CLOSED));
    }
  }

  /// True if this consultation hears people today.
  public boolean isHearing(Consultation consultation) {
    return consultation.isHearingOn(today());
  }

  /// Today where the council is.
  public LocalDate today() {
    return LocalDate.ofInstant(time.instant(), council().zone());
  }

  private void log(String slug, Act.Kind kind, String by, Map<String, String> details) {
    ledger.append(
        slug,
        new Act(
            kind.name().toLowerCase(Locale.ROOT) + ":" + time.instant().toEpochMilli(),
            kind,
            slug,
            time.instant(),
            by,
            "",
            details));
  }
}
