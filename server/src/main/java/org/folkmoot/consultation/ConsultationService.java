package org.folkmoot.consultation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation.Obstacle;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.record.Act;
import org.folkmoot.record.Ledger;

/// What is asked, and when it is open. Thread-safe.
public final class ConsultationService {

  private final ConsultationRepository consultations;
  private final Ledger ledger;
  private final InstantSource time;

  public ConsultationService(
      ConsultationRepository consultations, Ledger ledger, InstantSource time) {
    this.consultations = consultations;
    this.ledger = ledger;
    this.time = time;
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

  /// Opens it for input, unless something stands in the way; opening twice is opening once.
  public Optional<Obstacle> open(String slug, String by) {
    Consultation consultation = get(slug);
    Optional<Obstacle> obstacle = consultation.obstacle();
    if (obstacle.isEmpty() && consultation.state() != State.OPEN) {
      consultations.save(consultation.in(State.OPEN));
      log(slug, Act.Kind.OPENED, by);
    }
    return obstacle;
  }

  public void close(String slug, String by) {
    Consultation consultation = get(slug);
    if (consultation.state() == State.OPEN) {
      consultations.save(consultation.in(State.CLOSED));
      log(slug, Act.Kind.CLOSED, by);
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

  private void log(String slug, Act.Kind kind, String by) {
    ledger.append(
        slug,
        new Act(
            kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + time.instant().toEpochMilli(),
            kind,
            slug,
            time.instant(),
            by,
            "",
            Map.of()));
  }
}
