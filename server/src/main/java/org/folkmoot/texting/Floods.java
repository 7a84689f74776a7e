package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.sms.PhoneNumber;

/// Notices when answers are what somebody is after: one telephone that writes without end, or many
/// new telephones of one range within minutes, as those do who are paid for each text to them.
/// Words are kept all the same; only answers pause. Each portal counts for itself, in memory,
/// boundedly. Thread-safe.
final class Floods {

  /// How many texts of one telephone are answered in an hour.
  static final int AN_HOUR = 20;

  /// How many at most, where a text asks for what is the owner's right.
  static final int RIGHTS_AN_HOUR = 60;

  /// How many new telephones of one range of a thousand numbers in ten minutes are no chance.
  static final int OF_ONE_RANGE = 50;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTES = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 50_000;
  private static final int RANGE_DIGITS = 3;

  private final Map<String, Deque<Instant>> byPhone = new HashMap<>();
  private final Map<String, Deque<Instant>> byRange = new HashMap<>();

  /// What one more text means.
  enum Seen {
    FINE,
    /// Too many: only what is the owner's right is answered.
    FLOOD,
    /// So many that nothing is.
    DELUGE,
    PUMPING
  }

  /// @param isNew the first text of this telephone
  synchronized Seen text(String reference, PhoneNumber number, boolean isNew, Instant now) {
    int texts = count(byPhone, reference, now, HOUR, RIGHTS_AN_HOUR, true);
    boolean pumping =
        count(byRange, range(number), now, MINUTES, OF_ONE_RANGE, isNew) > OF_ONE_RANGE;
    if (texts > AN_HOUR) {
      return texts > RIGHTS_AN_HOUR ? Seen.DELUGE : Seen.FLOOD;
    }
    return pumping && isNew ? Seen.PUMPING : Seen.FINE;
  }

  /// The beginning that a thousand numbers share.
  static String range(PhoneNumber number) {
    return number.e164().substring(0, number.e164().length() - RANGE_DIGITS);
  }

  private static int count(
      Map<String, Deque<Instant>> all,
      String key,
      Instant now,
      Duration window,
      int most,
      boolean counts) {
    if (!counts && !all.containsKey(key)) {
      return 0;
    }
    if (all.size() > MOST_KEPT) {
      all.values().removeIf(times -> times.getLast().isBefore(now.minus(window)));
    }
    Deque<Instant> times = all.computeIfAbsent(key, _ -> new ArrayDeque<>());
    if (counts) {
      times.addLast(now);
    }
    while (!times.isEmpty()
        && (times.getFirst().isBefore(now.minus(window)) || times.size() > most + 1)) {
      times.removeFirst();
    }
    return times.size();
  }
}
