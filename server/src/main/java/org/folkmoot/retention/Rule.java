package org.folkmoot.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long one kind of thing is kept.
///
/// @param consultation the one question it is for; empty for all that have no rule of their own
/// @param months how long, from what it waits for
/// @param on whether it is carried out every night
/// @param by who set it last; empty while nobody has
/// @param ranOn the day it was looked at last by itself; null if it never was
record Rule(
    Kind kind, String consultation, int months, boolean on, String by, @Nullable LocalDate ranOn) {

  static final int MOST_MONTHS = 600;

  /// What is kept, and what its time is counted from.
  enum Kind {
    /// Words whose sender did not allow keeping them, from the day it was decided.
    WORDS(24, true),
    /// Files of letters, from when a second person had checked what was typed from them.
    FILES(1, true),
    /// Phone numbers, from the last that came from them.
    NUMBERS(12, false),
    /// Who looked at what about people, from the look.
    VIEWS(72, false);

    private final int months;
    private final boolean perQuestion;

    Kind(int months, boolean perQuestion) {
      this.months = months;
      this.perQuestion = perQuestion;
    }

    boolean isPerQuestion() {
      return perQuestion;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Rule usual(Kind kind) {
    return new Rule(kind, "", kind.months, false, "", null);
  }

  /// Its name in addresses: `words`, or `words.after-six`.
  String id() {
    return consultation.isEmpty() ? kind.word() : kind.word() + "." + consultation;
  }

  /// The kind that a name begins with.
  static Optional<Kind> kindOf(String id) {
    for (Kind kind : Kind.values()) {
      if (id.equals(kind.word()) || (kind.perQuestion && id.startsWith(kind.word() + "."))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// The consultation that a name ends with, or empty.
  static String consultation(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? "" : id.substring(dot + 1);
  }

  Rule of(String question) {
    return new Rule(kind, question, months, on, by, ranOn);
  }

  Rule months(int changed, String who) {
    return new Rule(kind, consultation, changed, on, who, ranOn);
  }

  /// From tomorrow on if it is switched on: a night to think again.
  Rule on(boolean changed, String who, LocalDate today) {
    return new Rule(kind, consultation, months, changed, who, today);
  }

  LocalDate due(LocalDate from) {
    return from.plusMonths(months);
  }

  LocalDate due(Instant from, ZoneId zone) {
    return due(LocalDate.ofInstant(from, zone));
  }
}
