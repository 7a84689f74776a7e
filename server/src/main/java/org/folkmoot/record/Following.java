package org.folkmoot.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.RecordRepository.Stored;
import org.folkmoot.record.search.DamagedIndexException;
import org.folkmoot.record.search.Entry;
import org.folkmoot.record.search.WordIndex;
import org.jspecify.annotations.Nullable;

/// An open index that follows the logs, each consultation by itself. A contribution is changed
/// before the act is in its log, so whoever has read an entry reads what it changed, or later.
/// Reading an entry twice changes nothing. Thread-safe.
final class Following implements AutoCloseable {

  private static final int BATCH = 500;
  private static final long A_LOOK = Duration.ofMillis(20).toNanos();

  private final WordIndex index;
  private final RecordRepository contributions;
  private final Ledger ledger;
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AtomicBoolean traces;

  /// Up to which entry a log has been followed, and who follows it now.
  private static final class Place {
    private long seq;
    private String act = "";
    private @Nullable CompletableFuture<Void> going;
    private long begun;

    synchronized boolean hasPassed(long entry) {
      return seq >= entry;
    }

    synchronized void pass(long entry, String itsAct) {
      seq = entry;
      act = itsAct;
    }

    synchronized long seq() {
      return seq;
    }

    synchronized String note() {
      return seq + " " + act;
    }

    /// The run under way, or a new one.
    synchronized CompletableFuture<Void> run(Runnable follow) {
      CompletableFuture<Void> now = going;
      if (now == null || now.isDone()) {
        now = new CompletableFuture<>();
        going = now;
        begun = System.nanoTime();
        CompletableFuture<Void> run = now;
        Thread.ofVirtual().name("index").start(() -> complete(run, follow));
      }
      return now;
    }

    /// When a first run that is under way began, by the clock of [System#nanoTime]; else now.
    synchronized long begun() {
      boolean first = seq == 0 && going != null && !going.isDone();
      return first ? begun : System.nanoTime();
    }

    private static void complete(CompletableFuture<Void> run, Runnable follow) {
      try {
        follow.run();
        run.complete(null);
      } catch (RuntimeException | Error e) {
        run.completeExceptionally(e);
      }
    }
  }

  Following(WordIndex index, RecordRepository contributions, Ledger ledger) {
    this.index = index;
    this.contributions = contributions;
    this.ledger = ledger;
    this.traces = new AtomicBoolean(index.hasTraces());
    index.notes().forEach((log, note) -> places.put(log, place(log, note)));
  }

  /// Only where the log's own entry there is the same as then: else it is another log, or was cut
  /// off, and is read from its beginning.
  private Place place(String log, String note) {
    Place place = new Place();
    int cut = note.indexOf(' ');
    long seq = Long.parseLong(note.substring(0, cut));
    String act = note.substring(cut + 1);
    boolean same =
        seq > 0
            && ledger
                .touched(log, seq - 1, 1)
                .filter(t -> t.seq() == seq && t.act().equals(act))
                .isPresent();
    if (same) {
      place.pass(seq, act);
    }
    return place;
  }

  WordIndex index() {
    return index;
  }

  /// True once the index has passed all that the log holds now; false if it takes longer. For a
  /// whole record that is being read longer already nobody waits again.
  boolean reaches(String consultation, Duration patience) {
    long last = ledger.last(consultation);
    Place place = places.computeIfAbsent(consultation, _ -> new Place());
    long end = place.begun() + patience.toNanos();
    while (!place.hasPassed(last)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      // A run goes on for as long as others write: what was asked for may be there before its end.
      await(place.run(() -> follow(consultation, place)), Math.min(left, A_LOOK));
    }
    return true;
  }

  private static void await(CompletableFuture<Void> run, long nanos) {
    try {
      run.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DamagedIndexException damaged) {
        throw damaged;
      }
      throw new IllegalStateException("cannot follow the log", e.getCause());
    }
  }

  private void follow(String consultation, Place place) {
    if (place.seq() == 0) {
      readWhole(consultation, place);
    }
    for (var next = ledger.touched(consultation, place.seq(), BATCH);
        next.isPresent();
        next = ledger.touched(consultation, place.seq(), BATCH)) {
      Ledger.Touched touched = next.get();
      put(contributions.readable(touched.subjects().keySet()), touched.subjects());
      index.refresh();
      place.pass(touched.seq(), touched.act());
    }
  }

  /// From the record itself, which is quicker than by its log. What is added meanwhile comes after
  /// the entry that was the last when this began.
  private void readWhole(String consultation, Place place) {
    long last = ledger.last(consultation);
    if (last == 0) {
      return;
    }
    String act = ledger.touched(consultation, last - 1, 1).map(Ledger.Touched::act).orElse("");
    index.removeAll(consultation);
    contributions.eachSome(consultation, some -> put(some, Map.of()));
    index.refresh();
    place.pass(last, act);
  }

  /// @param seqs where new ones stand in the log, as far as that is known
  private void put(List<Stored> some, Map<String, Long> seqs) {
    List<Entry> there = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (Stored stored : some) {
      Contribution c = stored.contribution();
      if (c.status().isGone()) {
        gone.add(c.id());
      } else {
        seq(c, seqs).ifPresent(seq -> there.add(IndexEntries.of(c, seq)));
      }
    }
    index.put(there);
    index.remove(gone);
    changed.set(true);
    if (!gone.isEmpty()) {
      traces.set(true);
    }
  }

  /// Of one that is in the log but does not know it yet, the log knows. One that is not in the log
  /// yet comes with its entry.
  private Optional<Long> seq(Contribution c, Map<String, Long> seqs) {
    if (c.seq() > 0) {
      return Optional.of(c.seq());
    }
    Long known = seqs.get(c.id());
    return known != null
        ? Optional.of(known)
        : ledger.about(c.id()).stream().findFirst().map(Ledger.Entry::seq);
  }

  boolean hasTraces() {
    return traces.get();
  }

  /// Makes what was followed so far last, and leaves nothing of what is gone in the files.
  void keep() {
    Map<String, String> notes = new HashMap<>();
    boolean something = changed.getAndSet(false);
    boolean erase = traces.getAndSet(false);
    places.forEach((log, place) -> notes.put(log, place.note()));
    if (erase) {
      index.purge(notes);
      if (index.hasTraces()) {
        // Changed meanwhile, or while a part of the index was being merged: once more next time.
        traces.set(true);
      }
    } else if (something) {
      index.commit(notes);
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
