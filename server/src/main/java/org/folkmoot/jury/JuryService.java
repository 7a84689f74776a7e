package org.folkmoot.jury;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.jury.Recommendation.Support;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voices;

/// Sets juries up and keeps what they recommend. Thread-safe.
public final class JuryService {

  /// Supporters a minority statement needs, percent of all jurors; handbook practice.
  static final int MINORITY_PERCENT = 10;

  private final JuryRepository juries;
  private final ConsultationService consultations;
  private final RecordService record;

  JuryService(JuryRepository juries, ConsultationService consultations, RecordService record) {
    this.juries = juries;
    this.consultations = consultations;
    this.record = record;
  }

  public Optional<Jury> find(String consultation) {
    return juries.find(consultation);
  }

  /// Sets a jury up or changes it; a draw that was made stays.
  public void save(Jury jury) {
    consultations.get(jury.consultation());
    juries.save(juries.find(jury.consultation()).flatMap(Jury::draw).map(jury::drawn).orElse(jury));
  }

  /// A recommendation as jurors read it back.
  ///
  /// @param support counts in the order of [Support]
  public record NewRecommendation(
      String number, String text, String reasons, Map<Support, Integer> support) {
    public NewRecommendation {
      support = Map.copyOf(support);
    }
  }

  /// What came of entering a recommendation.
  public enum Entered {
    RECOMMENDED,
    /// Below the threshold: kept as a minority statement.
    MINORITY,
    /// Its words may mean danger: only the safeguarding lead has it.
    HELD,
    /// Fewer supporters than a minority statement needs; nothing was kept.
    TOO_FEW,
    /// More ballots than jurors, or none; nothing was kept.
    WRONG_COUNTS,
    EMPTY
  }

  /// Enters a recommendation; the same number again is the same recommendation.
  public Entered enter(String consultation, NewRecommendation entered, String by) {
    Jury jury = juries.find(consultation).orElseThrow();
    if (entered.text().isBlank() || entered.number().isBlank()) {
      return Entered.EMPTY;
    }
    String id = consultation + ":" + entered.number().strip();
    var draft =
        new Recommendation(
            id,
            consultation,
            entered.number().strip(),
            entered.text().strip(),
            entered.reasons().strip(),
            entered.support(),
            false,
            "");
    int ballots = draft.voting() + draft.count(Support.ABSTAINED);
    if (draft.voting() == 0 || ballots > jury.seats()) {
      return Entered.WRONG_COUNTS;
    }
    boolean minority = draft.backers() * 100 < jury.threshold() * draft.voting();
    if (minority && draft.backers() * 100 < MINORITY_PERCENT * jury.seats()) {
      return Entered.TOO_FEW;
    }
    if (isSetApart(draft, by)) {
      return Entered.HELD;
    }
    // First what nobody sees before the record has it: the other way round, a crash would leave a
    // voice that no list of recommendations knows.
    NewContribution contribution = contribution(draft, by);
    juries.save(
        new Recommendation(
            id,
            consultation,
            draft.number(),
            draft.text(),
            draft.reasons(),
            draft.support(),
            minority,
            NewContribution.idOf(consultation, Channel.JURY, act(draft))));
    record.add(contribution);
    return minority ? Entered.MINORITY : Entered.RECOMMENDED;
  }

  /// Keeps words that may mean danger for the safeguarding lead alone, who may have given just
  /// these back already. A number that has other words in the record keeps those; these are then a
  /// contribution of their own.
  private boolean isSetApart(Recommendation draft, String by) {
    if (!record.isWorrying(words(draft))) {
      return false;
    }
    Optional<Contribution> before =
        record.find(NewContribution.idOf(draft.consultation(), Channel.JURY, act(draft)));
    boolean same = before.filter(c -> c.text().equals(words(draft))).isPresent();
    if (same && before.filter(c -> c.status() != Status.HELD).isPresent()) {
      return false;
    }
    NewContribution worrying = contribution(draft, by);
    record.add(
        before.isEmpty() || same ? worrying : worrying.act(act(draft) + ":" + UUID.randomUUID()));
    return true;
  }

  private static String words(Recommendation r) {
    return r.reasons().isEmpty() ? r.text() : r.text() + "\n\n" + r.reasons();
  }

  /// In the jurors' order, minority statements among them; without those that are set apart,
  /// declined or taken back.
  public List<Recommendation> recommendations(String consultation) {
    List<Recommendation> all = juries.recommendations(consultation);
    Map<String, Contribution> voices =
        record.find(all.stream().map(Recommendation::contribution).toList());
    return all.stream()
        .filter(r -> {
          Contribution voice = voices.get(r.contribution());
          return voice != null && voice.status() == Status.CLEARED;
        })
        .toList();
  }

  /// Follows a recommendation that was taken back.
  void forget(Contribution contribution) {
    if (contribution.channel() == Channel.JURY) {
      juries.forget(contribution.id());
    }
  }

  private static String act(Recommendation r) {
    return "recommendation:" + r.number();
  }

  private NewContribution contribution(Recommendation r, String by) {
    int people = Math.max(r.backers(), 1);
    NewContribution contribution =
        NewContribution.to(r.consultation(), Channel.JURY)
            .act(act(r))
            .title(r.number())
            .text(words(r), consultations.get(r.consultation()).language())
            .capturedAs(CaptureKind.VERBATIM_NOTE)
            .voices(people > 1 ? new Voices.Group(people) : new Voices.One())
            .source(Source.of("jury"))
            .enteredBy(by)
            .consent(
                new Consent(
                    Consent.CURRENT_WORDING,
                    "en",
                    Consent.Given.SPOKEN,
                    by,
                    new Consent.Scopes(true, false, true, false, false, false),
                    ""))
            .alreadyChecked();
    r.support()
        .forEach((level, n) -> {
          if (n > 0) {
            contribution.mark("support:" + r.number() + ":" + level.slug(), n);
          }
        });
    return contribution;
  }
}
