package org.folkmoot.record;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// Something worked out from the record of a consultation, and kept until its log grows: nothing in
/// the record changes without an entry there, on this node or another. Of many who ask at once one
/// works it out. Behind a long log, where the work takes long too, it is kept a little longer while
/// more is said and nothing else happens: so it may lack the newest, and never shows what is gone.
/// Thread-safe.
public final class UntilLogGrows<T> {

  /// From so many entries on.
  private static final int LONG_LOG = 5_000;

  private static final int MOST_ADDED = 1_000;
  private static final int TIMES_THE_WORK = 10;
  private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();

  private final Ledger ledger;
  private final Function<String, T> work;
  private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
  private final Map<String, ReentrantLock> working = new ConcurrentHashMap<>();

  /// @param asOf number of the last entry in the log before the work began
  /// @param until by the clock of [System#nanoTime], while more is said
  private record Kept<T>(long asOf, T value, long until) {}

  /// @param work from a consultation's slug
  public UntilLogGrows(Ledger ledger, Function<String, T> work) {
    this.ledger = ledger;
    this.work = work;
  }

  public T of(String consultation) {
    ReentrantLock turn = working.computeIfAbsent(consultation, _ -> new ReentrantLock());
    turn.lock();
    try {
      long last = ledger.last(consultation);
      Kept<T> before = kept.get(consultation);
      if (before != null && (before.asOf() == last || isFresh(consultation, before, last))) {
        return before.value();
      }
      long begun = System.nanoTime();
      T value = work.apply(consultation);
      long ended = System.nanoTime();
      long longer = Math.min(LONGEST_NANOS, TIMES_THE_WORK * (ended - begun));
      kept.put(consultation, new Kept<>(last, value, ended + longer));
      return value;
    } finally {
      turn.unlock();
    }
  }

  private boolean isFresh(String consultation, Kept<T> before, long last) {
    long added = last - before.asOf();
    return last > LONG_LOG
        && added <= MOST_ADDED
        && System.nanoTime() - before.until() < 0
        && ledger.after(consultation, before.asOf(), (int) added).stream()
            .allMatch(entry -> entry.act().kind() == Act.Kind.RECEIVED);
  }
}
