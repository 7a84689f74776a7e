package org.folkmoot.jury;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.CsvTable;
import org.folkmoot.jury.Recommendation.Support;
import org.folkmoot.record.Act;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Ledger;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voices;

/// Sets juries up, draws them, and keeps what they recommend. Thread-safe.
public final class JuryService {

  /// Supporters a minority statement needs, percent of all jurors; handbook practice.
  static final int MINORITY_PERCENT = 10;

  private final JuryRepository juries;
  private final ConsultationService consultations;
  private final RecordService record;
  private final Ledger ledger;
  private final InstantSource time;
  private final CivicLottery lottery = new CivicLottery();
  private final SecureRandom random = new SecureRandom();

  JuryService(
      JuryRepository juries,
      ConsultationService consultations,
      RecordService record,
      Ledger ledger,
      InstantSource time) {
    this.juries = juries;
    this.consultations = consultations;
    this.record = record;
    this.ledger = ledger;
    this.time = time;
  }

  public Optional<Jury> find(String consultation) {
    return juries.find(consultation);
  }

  /// Sets a jury up or changes it; a draw that was made stays.
  public void save(Jury jury) {
    consultations.get(jury.consultation());
    Optional<Jury.Draw> drawn = juries.find(jury.consultation()).flatMap(Jury::draw);
    juries.save(withDraw(jury, drawn));
  }

  /// What came of loading files and drawing.
  public sealed interface DrawOutcome {
    record Drawn(Jury jury) implements DrawOutcome {}

    record Infeasible(List<org.folkmoot.jury.Drawn.Conflict> conflicts) implements DrawOutcome {
      public Infeasible {
        conflicts = List.copyOf(conflicts);
      }
    }

    /// @param wordKey sentence that says what is wrong, with `what` filled in
    /// @param inPool true for the pool file, false for the quota file
    record WrongFile(String wordKey, String what, boolean inPool) implements DrawOutcome {}

    record AlreadyDrawn() implements DrawOutcome {}
  }

  /// Draws the panel once. The pool is kept sealed for who runs the lottery.
  public DrawOutcome draw(String consultation, byte[] poolCsv, byte[] quotaCsv, String by) {
    Jury jury = juries.find(consultation).orElseThrow();
    if (jury.draw().isPresent()) {
      log(consultation, jury.draw().get(), by);
      return new DrawOutcome.AlreadyDrawn();
    }
    List<Quota> quotas;
    try {
      quotas = Quota.read(CsvTable.read(quotaCsv));
    } catch (CsvTable.UnreadableException e) {
      return new DrawOutcome.WrongFile(e.fault().wordKey(), "", false);
    } catch (Quota.WrongQuotasException e) {
      return new DrawOutcome.WrongFile(e.wordKey(), Integer.toString(e.line()), false);
    }
    Volunteer.Pool pool;
    try {
      pool = Volunteer.read(CsvTable.read(poolCsv), quotas);
    } catch (CsvTable.UnreadableException e) {
      return new DrawOutcome.WrongFile(e.fault().wordKey(), "", true);
    }
    if (pool.fault().isPresent()) {
      Volunteer.Fault fault = pool.fault().get();
      return new DrawOutcome.WrongFile(fault.wordKey(), fault.what(), true);
    }
    return switch (lottery.draw(pool.people(), quotas, jury.seats(), random)) {
      case Drawn.Infeasible infeasible -> new DrawOutcome.Infeasible(infeasible.conflicts());
      case Drawn.Panel panel -> {
        juries.savePool(consultation, poolCsv);
        yield new DrawOutcome.Drawn(
            drawn(jury, pool.people(), quotas, panel, sha(poolCsv), sha(quotaCsv), by));
      }
    };
  }

  private Jury drawn(
      Jury jury,
      List<Volunteer> pool,
      List<Quota> quotas,
      Drawn.Panel panel,
      String poolHash,
      String quotaHash,
      String by) {
    List<Jury.Seats> seats =
        quotas.stream()
            .map(quota ->
                new Jury.Seats(
                    quota,
                    count(pool, quota),
                    count(pool.stream().filter(p -> panel.ids().contains(p.id())).toList(), quota)))
            .toList();
    var draw = new Jury.Draw(time.instant(), pool.size(), poolHash, quotaHash, panel.ids(), seats);
    Jury done = withDraw(jury, Optional.of(draw));
    juries.save(done);
    log(jury.consultation(), draw, by);
    return done;
  }

  /// The same draw again is one entry, so that pressing once more mends what a crash cut off.
  private void log(String consultation, Jury.Draw draw, String by) {
    ledger.append(
        consultation,
        new Act(
            "draw:" + draw.poolHash() + ":" + draw.quotaHash(),
            Act.Kind.DRAWN,
            "jury:" + consultation,
            draw.at(),
            by,
            "",
            Map.of(
                "pool", draw.poolHash(),
                "quotas", draw.quotaHash(),
                "panel", String.join(" ", draw.panel()))));
  }

  /// The names of those drawn, for who runs the lottery and nobody else: id and the pool's row.
  public Map<String, Map<String, String>> names(String consultation) {
    Optional<Jury.Draw> draw = juries.find(consultation).flatMap(Jury::draw);
    Optional<byte[]> pool = juries.pool(consultation);
    if (draw.isEmpty() || pool.isEmpty()) {
      return Map.of();
    }
    try {
      List<Map<String, String>> rows = CsvTable.read(pool.get()).rows();
      Map<String, Map<String, String>> names = new java.util.LinkedHashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        String id = rows.get(i).getOrDefault("id", Integer.toString(i + 1));
        if (draw.get().panel().contains(id)) {
          names.put(id, rows.get(i));
        }
      }
      return names;
    } catch (CsvTable.UnreadableException e) {
      throw new IllegalStateException("a pool that was read once cannot be read", e);
    }
  }

  /// Deletes everybody's details for good; ids and counts stay.
  public void forgetPool(String consultation) {
    juries.deletePool(consultation);
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
    return juries.recommendations(consultation).stream()
        .filter(r ->
            record
                .find(r.contribution())
                .filter(voice -> voice.status() == Status.CLEARED)
                .isPresent())
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
            .text(words(r), "en")
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

  private static int count(List<Volunteer> people, Quota quota) {
    return (int)
        people.stream()
            .filter(p -> quota.value().equals(p.features().get(quota.feature())))
            .count();
  }

  private static Jury withDraw(Jury jury, Optional<Jury.Draw> draw) {
    return new Jury(
        jury.consultation(),
        jury.title(),
        jury.remit(),
        jury.seats(),
        jury.threshold(),
        jury.about(),
        draw);
  }

  private static String sha(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
