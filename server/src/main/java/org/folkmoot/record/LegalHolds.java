package org.folkmoot.record;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// What must not be lost for now, because the law asks for it. A voice under a hold stands like any
/// other; when it is taken back it hides at once everywhere, but a sealed copy stays, with its
/// files, that the data protection officer alone opens, until the hold is lifted. What a crash cuts
/// off, [#finish] finishes. Thread-safe.
public final class LegalHolds {

  private static final String SINCE = "since";

  /// One hold.
  public record Hold(String contribution, String consultation, Instant at, String by, String why) {}

  private final HoldList holds;
  private final PendingActs acts;
  private final Ledger ledger;
  private final Withdrawals withdrawals;
  private final InstantSource time;

  LegalHolds(
      HoldList holds,
      PendingActs acts,
      Ledger ledger,
      Withdrawals withdrawals,
      InstantSource time) {
    this.holds = holds;
    this.acts = acts;
    this.ledger = ledger;
    this.withdrawals = withdrawals;
    this.time = time;
  }

  /// Those that hold, the newest first.
  public List<Hold> all() {
    return holds.all().stream()
        .filter(kept -> kept.lifted() == null)
        .map(HoldList.Kept::hold)
        .sorted(Comparator.comparing(Hold::at).reversed())
        .toList();
  }

  /// What they are on.
  public Set<String> on() {
    return holds.all().stream()
        .filter(kept -> kept.lifted() == null)
        .map(kept -> kept.hold().contribution())
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean isOn(String contribution) {
    return holds.isOn(contribution);
  }

  public Optional<Hold> find(String contribution) {
    return holds.find(contribution).filter(kept -> kept.lifted() == null).map(HoldList.Kept::hold);
  }

  /// Puts a hold on what still stands; on what has one already nothing changes.
  ///
  /// @return false if it is gone
  public boolean put(String contribution, String by, String why) {
    Contribution c = acts.must(contribution).contribution();
    if (c.status().isGone()) {
      return isOn(contribution);
    }
    // One that is being lifted is lifted first.
    holds.find(contribution).filter(kept -> kept.lifted() != null).ifPresent(this::end);
    if (!isOn(contribution)) {
      Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
      holds.save(new Hold(contribution, c.consultation(), now, by, why));
    }
    return holds.find(contribution).filter(this::tell).isPresent();
  }

  /// Writes it into the log, as a change of the voice: whoever takes it back at this moment looks
  /// again, and then finds the hold.
  private boolean tell(HoldList.Kept kept) {
    Hold hold = kept.hold();
    String id = hold.contribution();
    if (kept.told()) {
      return true;
    }
    String since = hold.at().toString();
    try {
      acts.change(
          id,
          hold.by(),
          Act.Kind.HOLD_PUT,
          hold.why(),
          Map.of(SINCE, since),
          c -> isTold(id, since) ? new Document() : new Document("status", c.status().name()));
    } catch (ContributionGoneException e) {
      if (!isTold(id, since) && !withdrawals.isKeptUnderHold(id)) {
        System.getLogger(LegalHolds.class.getName())
            .log(System.Logger.Level.DEBUG, "event=hold.late id=" + id, e);
        holds.delete(id);
        return false;
      }
    }
    holds.told(id);
    return true;
  }

  private boolean isTold(String id, String since) {
    return ledger.about(id).stream()
        .map(Ledger.Entry::act)
        .anyMatch(act -> act.kind() == Act.Kind.HOLD_PUT && since.equals(act.details().get(SINCE)));
  }

  /// Lifts a hold; the copy that was kept for it alone is erased.
  public void lift(String contribution, String by, String why) {
    holds
        .find(contribution)
        .ifPresent(kept -> {
          if (kept.lifted() == null) {
            holds.lift(contribution, new HoldList.Lifted(time.instant(), by, why));
          }
          holds.find(contribution).ifPresent(this::end);
        });
  }

  private void end(HoldList.Kept kept) {
    HoldList.Lifted lifted = kept.lifted();
    Hold hold = kept.hold();
    if (lifted == null) {
      return;
    }
    String id = hold.contribution();
    ledger.append(
        hold.consultation(),
        new Act(
            "hold-lifted:" + id + ":" + hold.at(),
            Act.Kind.HOLD_LIFTED,
            id,
            lifted.at(),
            lifted.by(),
            lifted.why(),
            Map.of()));
    withdrawals.endHold(id, lifted.by());
    holds.delete(id);
  }

  /// Finishes what a crash cut off.
  public void finish() {
    for (HoldList.Kept kept : holds.all()) {
      if (kept.lifted() != null) {
        end(kept);
      } else if (!kept.told()) {
        tell(kept);
      }
    }
    // Taken back at the moment in which its hold was lifted.
    withdrawals.keptUnderHold().stream()
        .filter(id -> holds.find(id).isEmpty())
        .forEach(id -> withdrawals.endHold(id, Act.SYSTEM));
  }

  /// Whether a copy is kept of something that was taken back under a hold.
  public boolean isKept(String contribution) {
    return withdrawals.isKeptUnderHold(contribution);
  }

  /// The only copy left of what was taken back under a hold, for whoever put it; empty where the
  /// safeguarding lead has it: their words are nobody else's to read.
  public Optional<Voice> open(String contribution) {
    return withdrawals
        .underHold(contribution)
        .filter(_ -> !withdrawals.isKeptForLead(contribution))
        .map(c -> RecordReading.voice(c, Reader.STAFF));
  }
}
