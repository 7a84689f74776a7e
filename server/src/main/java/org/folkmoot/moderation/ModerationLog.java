package org.folkmoot.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.FollowedLog;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Rulings;
import org.folkmoot.record.Withdrawals;

/// What the log of a consultation says about moderation. What is held is in nothing here; a
/// decision that was made before something was held stays counted, so that no count tells of it.
/// Thread-safe.
final class ModerationLog {

  /// So many decisions can still be taken out of the counts when they are undone.
  private static final int UNDOABLE = 1_000;

  private final FollowedLog<Book> books;

  ModerationLog(Ledger ledger, Supplier<ZoneId> zone) {
    this.books =
        new FollowedLog<>(ledger, _ -> new Book(zone), (book, entry) -> book.take(entry.act()));
  }

  /// What was decided in one month.
  record Month(int shown, int notShown) {}

  /// What is told to the public, before small numbers are hidden.
  ///
  /// @param reasons how often each was given
  /// @param oldest since when what waits longest has waited; what was held, since it was given back
  /// @param median how long half of the decisions took at most
  record Sums(
      Map<YearMonth, Month> months,
      Map<String, Integer> reasons,
      int byRule,
      int decisions,
      Duration median,
      Optional<Instant> oldest,
      int asked,
      int upheld,
      int overturned) {}

  /// Ids of what somebody asked a second look at and that has none yet, oldest first.
  List<String> appeals(String consultation) {
    return books.read(consultation, book -> new ArrayList<>(book.appeals));
  }

  /// Ids of what a rule let be read and nobody has looked at since, oldest first.
  List<String> unseen(String consultation) {
    return books.read(consultation, book -> new ArrayList<>(book.unseen));
  }

  Sums sums(String consultation) {
    return books.read(consultation, Book::sums);
  }

  private record Decision(YearMonth month, boolean shown, String reason, long minutes) {}

  /// What has been read of one log.
  private static final class Book {
    private final Supplier<ZoneId> zone;
    private final Set<String> appeals = new LinkedHashSet<>();
    private final Set<String> unseen = new LinkedHashSet<>();
    private final Map<String, Instant> waiting = new HashMap<>();
    private final Map<YearMonth, Month> months = new TreeMap<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private final TreeMap<Long, Integer> minutes = new TreeMap<>();
    private final Map<String, Decision> newest =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Decision> eldest) {
            return size() > UNDOABLE;
          }
        };
    private int byRule;
    private int asked;
    private int upheld;
    private int overturned;

    Book(Supplier<ZoneId> zone) {
      this.zone = zone;
    }

    void take(Act act) {
      String id = act.subject();
      switch (act.kind()) {
        case RECEIVED -> {
          if (!act.details().containsKey(RecordService.CHECKED_BEFORE)) {
            waiting.put(id, act.at());
          }
        }
        case RELEASED, PUT_BACK -> waiting.put(id, act.at());
        case CORRECTED -> {
          over(id);
          waiting.put(id, act.at());
        }
        case CLEARED_BY_RULE -> {
          byRule++;
          unseen.add(id);
        }
        case CHECKED -> decided(act, true);
        case DECLINED -> decided(act, false);
        case REOPENED -> {
          over(id);
          undo(id);
          waiting.put(id, act.at());
        }
        case APPEALED -> {
          asked++;
          appeals.add(id);
        }
        case UPHELD -> {
          upheld++;
          over(id);
        }
        case OVERTURNED -> {
          overturned++;
          over(id);
        }
        case HELD, ERASED -> gone(id);
        case TAKEN_BACK -> {
          if (Withdrawals.isForGood(act)) {
            gone(id);
          }
        }
        default -> {}
      }
    }

    private void over(String id) {
      appeals.remove(id);
      unseen.remove(id);
    }

    private void gone(String id) {
      over(id);
      waiting.remove(id);
    }

    private void decided(Act act, boolean shown) {
      String id = act.subject();
      over(id);
      Instant since = waiting.remove(id);
      long took = since == null ? -1 : Math.max(0, Duration.between(since, act.at()).toMinutes());
      String reason = shown ? "" : act.details().getOrDefault(Rulings.REASON, Reasons.OWN);
      var decision = new Decision(YearMonth.from(act.at().atZone(zone.get())), shown, reason, took);
      count(decision, 1);
      newest.put(id, decision);
    }

    private void undo(String id) {
      Decision undone = newest.remove(id);
      if (undone != null) {
        count(undone, -1);
      }
    }

    private void count(Decision d, int by) {
      months.merge(
          d.month(),
          d.shown() ? new Month(by, 0) : new Month(0, by),
          (a, b) -> new Month(a.shown() + b.shown(), a.notShown() + b.notShown()));
      if (!d.shown()) {
        reasons.merge(d.reason(), by, Integer::sum);
      }
      if (d.minutes() >= 0) {
        minutes.merge(d.minutes(), by, Integer::sum);
      }
    }

    private Sums sums() {
      Map<String, Integer> given = new HashMap<>(reasons);
      given.values().removeIf(n -> n == 0);
      int decisions = minutes.values().stream().mapToInt(Integer::intValue).sum();
      return new Sums(
          new TreeMap<>(months),
          given,
          byRule,
          decisions,
          Duration.ofMinutes(median(decisions)),
          waiting.values().stream().min(Comparator.naturalOrder()),
          asked,
          upheld,
          overturned);
    }

    private long median(int decisions) {
      int left = (decisions + 1) / 2;
      for (Map.Entry<Long, Integer> took : minutes.entrySet()) {
        left -= took.getValue();
        if (left <= 0) {
          return took.getKey();
        }
      }
      return 0;
    }
  }
}
