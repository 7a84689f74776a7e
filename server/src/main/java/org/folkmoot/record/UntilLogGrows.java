package org.folkmoot.record;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.folkmoot.ledger.Ledger;

/// Something worked out from the record of a consultation, and kept until its log grows: nothing in
/// the record changes without an entry there, on this node or another. Of many who ask at once one
/// works it out. Thread-safe.
public final class UntilLogGrows<T> {

  private final Ledger ledger;
  private final Function<String, T> work;
  private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
  private final Map<String, ReentrantLock> working = new ConcurrentHashMap<>();

  /// @param asOf number of the last entry in the log before the work began
  private record Kept<T>(long asOf, T value) {}

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
      if (before != null && before.asOf() == last) {
        return before.value();
      }
      T value = work.apply(consultation);
      kept.put(consultation, new Kept<>(last, value));
      return value;
    } finally {
      turn.unlock();
    }
  }
}
