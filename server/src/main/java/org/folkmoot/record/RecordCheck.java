package org.folkmoot.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.RecordRepository.Stored;
import org.folkmoot.store.Keys;

/// Whether what is in the record is what the ledger says: every act notes a keyed hash of the whole
/// contribution as it stood after it. Thread-safe.
public final class RecordCheck {

  private static final System.Logger LOG = System.getLogger(RecordCheck.class.getName());

  /// The detail of an act that holds the hash.
  static final String STATE = "state";

  private final RecordRepository contributions;
  private final Ledger ledger;
  private final Keys keys;
  private final RecordMoves moves;

  RecordCheck(RecordRepository contributions, Ledger ledger, Keys keys, RecordMoves moves) {
    this.moves = moves;
    this.contributions = contributions;
    this.ledger = ledger;
    this.keys = keys;
  }

  /// Ids of contributions that were changed past the ledger, that lost entries of it or never had
  /// any, and of those that are gone from the record. What is under way is left out: it is settled
  /// at the next start.
  public List<String> wrong(String consultation) {
    List<String> wrong = new ArrayList<>();
    Set<String> there = new HashSet<>();
    contributions.eachWhole(
        consultation,
        document -> {
          String id = document.getString("_id");
          there.add(id);
          if (!isSound(document)) {
            wrong.add(id);
          }
        });
    ledger.each(
        consultation,
        entry -> {
          if (entry.act().details().containsKey(STATE) && there.add(entry.act().subject())) {
            wrong.add(entry.act().subject());
          }
        });
    return wrong;
  }

  /// What cannot even be read is not as it was written either.
  private boolean isSound(Document document) {
    try {
      Stored stored = Stored.of(document);
      return RecordCodec.isAsWritten(document, stored.contribution())
          && (stored.pendingAct().isPresent() || isAsTold(stored.contribution()));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "event=record.unreadable", e);
      return false;
    }
  }

  /// Whether a contribution is as the ledger tells it, now; what is under way is. Looked at twice:
  /// an act may come between reading the one and the other.
  public boolean isAsTold(String id) {
    for (int look = 0; look < 2; look++) {
      Stored stored = contributions.find(id).orElse(null);
      if (stored != null && (stored.pendingAct().isPresent() || isAsTold(stored.contribution()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAsTold(Contribution c) {
    List<Ledger.Entry> acts =
        ledger.about(c.id()).stream()
            .filter(entry -> entry.act().details().containsKey(STATE))
            .toList();
    String now = state(keys, c);
    return !acts.isEmpty()
        && acts.getFirst().seq() == c.seq()
        && acts.size() == c.version()
        && (Objects.equals(acts.getLast().act().details().get(STATE), now)
            || moves.stateTakenOver(c).filter(now::equals).isPresent());
  }

  /// The hash of a contribution as it stands, its place in the ledger left aside.
  static String state(Keys keys, Contribution c) {
    Document whole = RecordCodec.document(c);
    whole.remove("seq");
    whole.put("marks", new TreeMap<>(c.marks()).toString());
    return keys.mac("contribution", whole.toJson());
  }
}
