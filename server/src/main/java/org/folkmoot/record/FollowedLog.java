package org.folkmoot.record;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.folkmoot.ledger.Ledger;

/// Something put together from a consultation's log entry by entry, in memory: whoever looks brings
/// it up to the newest entry first, reading only those since the last look. Thread-safe.
public final class FollowedLog<T> {

  private final Ledger ledger;
  private final Function<String, T> start;
  private final BiConsumer<T, Ledger.Entry> take;
  private final Map<String, Followed<T>> followed = new ConcurrentHashMap<>();

  /// @param start what there is before the first entry, from a consultation's slug
  /// @param take puts one entry in
  public FollowedLog(Ledger ledger, Function<String, T> start, BiConsumer<T, Ledger.Entry> take) {
    this.ledger = ledger;
    this.start = start;
    this.take = take;
  }

  private static final class Followed<T> {
    private final ReentrantLock turn = new ReentrantLock();
    private final T value;
    private long last;

    Followed(T value) {
      this.value = value;
    }
  }

  /// What `read` makes of it as of the newest entry. It must let go of the thing itself.
  public <R> R read(String consultation, Function<T, R> read) {
    Followed<T> f =
        followed.computeIfAbsent(consultation, slug -> new Followed<>(start.apply(slug)));
    f.turn.lock();
    try {
      f.last = ledger.eachAfter(consultation, f.last, entry -> take.accept(f.value, entry));
      return read.apply(f.value);
    } finally {
      f.turn.unlock();
    }
  }
}
