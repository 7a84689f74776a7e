package org.folkmoot.moderation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;

/// What of the things that wait says nearly the same, by consultation. It follows the log a stretch
/// at a time, in memory, and holds nothing but what waits: what is decided, held or taken back
/// drops out. Thread-safe.
final class Likenesses {

  /// Entries read in one go.
  private static final int STRETCH = 500;

  private final Ledger ledger;
  private final RecordReading reading;
  private final Map<String, Followed> followed = new ConcurrentHashMap<>();

  Likenesses(Ledger ledger, RecordReading reading) {
    this.ledger = ledger;
    this.reading = reading;
  }

  private static final class Followed {
    private final ReentrantLock turn = new ReentrantLock();
    private final Likeness likeness = new Likeness();
    private long last;
  }

  /// Ids of what says nearly the same as each of these, itself first; what is in an earlier group
  /// is in no later one.
  List<Set<String>> groups(String consultation, List<Voice> waiting) {
    Followed f = of(consultation);
    f.turn.lock();
    try {
      List<Set<String>> groups = new ArrayList<>();
      Set<String> grouped = new LinkedHashSet<>();
      for (Voice voice : waiting) {
        String id = voice.id();
        if (!f.likeness.knows(id)) {
          f.likeness.put(id, words(voice));
        }
        if (!grouped.contains(id)) {
          Set<String> group = new LinkedHashSet<>(Set.of(id));
          group.addAll(f.likeness.like(id));
          group.removeAll(grouped);
          grouped.addAll(group);
          groups.add(group);
        }
      }
      return groups;
    } finally {
      f.turn.unlock();
    }
  }

  /// Reads on in the log, at most so many stretches.
  ///
  /// @return whether nothing is left to read
  boolean readOn(String consultation, int stretches) {
    Followed f = of(consultation);
    f.turn.lock();
    try {
      for (int i = 0; i < stretches; i++) {
        List<Ledger.Entry> entries = ledger.after(consultation, f.last, STRETCH);
        if (entries.isEmpty()) {
          return true;
        }
        take(f.likeness, entries);
        f.last = entries.getLast().seq();
      }
      return f.last >= ledger.last(consultation);
    } finally {
      f.turn.unlock();
    }
  }

  private void take(Likeness likeness, List<Ledger.Entry> entries) {
    Set<String> touched = new LinkedHashSet<>();
    entries.forEach(e -> touched.add(e.act().subject()));
    touched.forEach(likeness::remove);
    reading
        .open(Reader.STAFF, touched.stream().map(id -> new RecordReading.Member(id, 1)).toList())
        .voices()
        .stream()
        .filter(voice -> voice.status() == Status.RECEIVED)
        .forEach(voice -> likeness.put(voice.id(), words(voice)));
  }

  /// What is compared.
  static String words(Voice voice) {
    return (voice.title() + "\n" + voice.words()).strip();
  }

  private Followed of(String consultation) {
    return followed.computeIfAbsent(consultation, _ -> new Followed());
  }
}
