package org.folkmoot.initiative;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;

/// Initiatives and what is asked under them. Thread-safe.
public final class InitiativeService {

  private final InitiativeRepository initiatives;
  private final ConsultationService consultations;
  private final BoardService boards;
  private final OfferService offers;

  InitiativeService(
      InitiativeRepository initiatives,
      ConsultationService consultations,
      BoardService boards,
      OfferService offers) {
    this.initiatives = initiatives;
    this.consultations = consultations;
    this.boards = boards;
    this.offers = offers;
  }

  /// Where each stands.
  public BoardService boards() {
    return boards;
  }

  /// What organisations answered to their invitations.
  public OfferService offers() {
    return offers;
  }

  /// Finishes whatever a crash left half done.
  public void finish() {
    initiatives.finish();
  }

  public Optional<Initiative> find(String slug) {
    return initiatives.find(slug);
  }

  /// The initiative, or "not found" at the door.
  public Initiative get(String slug) {
    return find(slug).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// The initiative, or one called by its slug where people may see something asked under it that
  /// nobody has described yet.
  public Optional<Initiative> shown(String slug) {
    return find(slug)
        .or(() ->
            consultations(slug).isEmpty()
                ? Optional.empty()
                : Optional.of(new Initiative(slug, slug, "")));
  }

  public void save(Initiative initiative) {
    initiatives.save(initiative);
  }

  /// What people may see of what is asked under it, open ones first.
  public List<Consultation> consultations(String slug) {
    return consultations.visible().stream().filter(c -> c.initiative().equals(slug)).toList();
  }

  /// Makes exactly these consultations its own. One that belongs to another is left there.
  ///
  /// @param chosen slugs of consultations
  void gather(String slug, Set<String> chosen, String by) {
    for (Consultation c : consultations.all()) {
      boolean own = c.initiative().equals(slug);
      boolean wanted = chosen.contains(c.slug());
      if (own && !wanted) {
        consultations.save(c.partOf(""), by);
      } else if (wanted && c.initiative().isEmpty()) {
        consultations.save(c.partOf(slug), by);
      }
    }
  }
}
