package org.folkmoot.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// Whether something is shown, decided once: each act says at which version of the contribution it
/// was decided, and does nothing if somebody else was quicker. And what its contributor can do
/// then: write it anew, and ask once for a second look. Thread-safe.
public final class Rulings {

  /// The detail of an act that names the reason in the table of reasons.
  public static final String REASON = "reason";

  /// The detail of a second look that the same person took for want of another.
  public static final String ALONE = "alone";

  private final PendingActs acts;
  private final Ledger ledger;
  private final Predicate<String> isWorrying;

  Rulings(PendingActs acts, Ledger ledger, Predicate<String> isWorrying) {
    this.acts = acts;
    this.ledger = ledger;
    this.isWorrying = isWorrying;
  }

  /// From here on it may be read as far as its consent goes.
  ///
  /// @return false if it is not at this version any more, or gone
  public boolean check(String id, long version, String by) {
    return at(
        id,
        version,
        by,
        Act.Kind.CHECKED,
        "",
        Map.of(),
        c -> c.isUnheard() ? new Document() : set(Status.CLEARED, ""));
  }

  /// It is not shown, for a reason that its sender is told.
  ///
  /// @param reason its id in the table of reasons
  /// @param told the reason in the sender's language
  public boolean decline(String id, long version, String by, String reason, String told) {
    return at(
        id,
        version,
        by,
        Act.Kind.DECLINED,
        told,
        Map.of(REASON, reason),
        c -> set(Status.REFUSED, told));
  }

  /// It is set apart for the safeguarding lead.
  public boolean hold(String id, long version, String by) {
    return at(id, version, by, Act.Kind.HELD, "", Map.of(), c -> set(Status.HELD, ""));
  }

  /// It waits to be looked at again, as if nothing had been decided.
  public boolean reopen(String id, long version, String by) {
    return at(
        id,
        version,
        by,
        Act.Kind.REOPENED,
        "",
        Map.of(),
        c -> c.status() == Status.HELD ? new Document() : set(Status.RECEIVED, ""));
  }

  /// A rule lets it be read before anybody has looked at it, if it still waits as it came.
  void clearByRule(String id, String rule) {
    at(
        id,
        1,
        Act.SYSTEM,
        Act.Kind.CLEARED_BY_RULE,
        "",
        Map.of("rule", rule),
        c -> c.status() == Status.RECEIVED ? set(Status.CLEARED, "") : new Document());
  }

  /// Its contributor writes it anew: the original stays as it was, others read the new words once
  /// they are checked. What is held stays with the safeguarding lead, and words that may mean
  /// danger go there.
  ///
  /// @return false if it is held now
  public boolean correct(String id, String text, String language, String by) {
    boolean worrying = isWorrying.test(text);
    var anew = new Contribution.DerivedText(Contribution.CORRECTION, language, text, by, "");
    acts.change(
        id,
        by,
        worrying ? Act.Kind.HELD : Act.Kind.CORRECTED,
        "",
        c -> {
          Document change = RecordChanges.with(c, anew, worrying);
          return worrying || c.status() == Status.HELD
              ? change
              : change.append("status", Status.RECEIVED.name()).append("reason", "");
        });
    return acts.must(id).contribution().status() != Status.HELD;
  }

  /// Its contributor asks once that somebody else looks again at what is not shown.
  ///
  /// @param why in their words; may be empty. Words that may mean danger set it apart
  /// @return false if it is held now
  public boolean appeal(String id, String why) {
    Contribution c = acts.must(id).contribution();
    if (c.status() != Status.REFUSED) {
      return c.status() != Status.HELD;
    }
    boolean apart = isWorrying.test(why);
    if (apart) {
      acts.change(
          id,
          Act.CONTRIBUTOR,
          Act.Kind.HELD,
          "",
          now -> RecordChanges.status(now, Status.HELD, ""));
    }
    // Asking again finds the same entry: there is one second look.
    ledger.append(
        c.consultation(),
        acts.act("appeal:" + id, Act.Kind.APPEALED, id, Act.CONTRIBUTOR, why, Map.of()));
    return !apart;
  }

  /// A second person has looked and leaves it as it is.
  ///
  /// @param told why, in the sender's language
  /// @param alone nobody else was there, so that the first looked again
  /// @return false if it is not at this version any more
  public boolean uphold(String id, long version, String by, String told, boolean alone) {
    return answer(id, version, by, Act.Kind.UPHELD, told, alone, Status.REFUSED);
  }

  /// A second person has looked and lets it be read.
  public boolean overturn(String id, long version, String by, String told, boolean alone) {
    return answer(id, version, by, Act.Kind.OVERTURNED, told, alone, Status.CLEARED);
  }

  private boolean answer(
      String id, long version, String by, Act.Kind kind, String told, boolean alone, Status then) {
    return at(
        id,
        version,
        by,
        kind,
        told,
        alone ? Map.of(ALONE, "yes") : Map.of(),
        c ->
            c.status() == Status.REFUSED
                ? set(then, then == Status.REFUSED ? c.reason() : "")
                : new Document());
  }

  /// The newest act of one of these kinds on a contribution.
  public Optional<Act> last(String id, Act.Kind... kinds) {
    return ledger.about(id).stream()
        .map(Ledger.Entry::act)
        .filter(act -> List.of(kinds).contains(act.kind()))
        .reduce((_, newest) -> newest);
  }

  /// The newest act of each kind on a contribution.
  public Map<Act.Kind, Act> newest(String id) {
    Map<Act.Kind, Act> newest = new EnumMap<>(Act.Kind.class);
    ledger.about(id).forEach(entry -> newest.put(entry.act().kind(), entry.act()));
    return newest;
  }

  private static Document set(Status status, String reason) {
    return new Document("status", status.name()).append("reason", reason);
  }

  private boolean at(
      String id,
      long version,
      String by,
      Act.Kind kind,
      String why,
      Map<String, String> details,
      Function<Contribution, Document> change) {
    var done = new AtomicBoolean();
    try {
      acts.change(
          id,
          by,
          kind,
          why,
          details,
          c -> {
            Document set = c.version() == version ? change.apply(c) : new Document();
            done.set(!set.isEmpty());
            return set;
          });
    } catch (ContributionGoneException e) {
      return false;
    }
    return done.get();
  }
}
