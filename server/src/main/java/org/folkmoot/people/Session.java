package org.folkmoot.people;

import java.time.Duration;
import java.time.Instant;

/// One browser in which a member of staff is signed in.
///
/// @param name short random name, for the page that lists sessions; opens nothing
/// @param family which kind of browser: `Firefox`, `Chrome`, `Safari`, `Edge` or empty
/// @param since when it began, and `seen` when it was last used, give or take [#SEEN_EVERY]
/// @param ended whether somebody ended it
record Session(
    String name, String staff, String family, Instant since, Instant seen, boolean ended) {

  static final Duration LONGEST = Duration.ofDays(7);
  static final Duration LONGEST_IDLE = Duration.ofHours(12);
  static final Duration SEEN_EVERY = Duration.ofMinutes(5);

  boolean isOpen(Instant now) {
    return !ended && !isOld(now);
  }

  boolean isOld(Instant now) {
    return since.plus(LONGEST).isBefore(now) || seen.plus(LONGEST_IDLE).isBefore(now);
  }

  /// The kind of browser by its own name; never its version or its machine.
  static String family(String userAgent) {
    if (userAgent.contains("Edg/")) {
      return "Edge";
    }
    if (userAgent.contains("Firefox/")) {
      return "Firefox";
    }
    if (userAgent.contains("Chrome/") || userAgent.contains("CriOS/")) {
      return "Chrome";
    }
    return userAgent.contains("Safari/") ? "Safari" : "";
  }
}
