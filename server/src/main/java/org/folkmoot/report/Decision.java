package org.folkmoot.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// What was decided on a consultation's question.
///
/// @param by who decided, and `on` when
/// @param vote how they voted, in words; may be empty
public record Decision(String consultation, String text, String by, LocalDate on, String vote) {

  public static final int MAX_TEXT = 4_000;

  /// You said, we did, why not: the answer to one theme or one recommendation.
  ///
  /// @param subject `theme:{id}` or `recommendation:{id}`
  /// @param who does it, and `when` it is done by: a day as `2026-03-24`, or in words
  public record Response(
      String subject,
      String said,
      String did,
      String whyNot,
      String who,
      String when,
      Progress progress) {

    static Response none(String subject) {
      return new Response(subject, "", "", "", "", "", Progress.NONE);
    }

    /// An answer says what is done or why it is not; anything less is none.
    public boolean isAnswer() {
      return !did.isBlank() || !whyNot.isBlank();
    }

    /// The day it is done by, where one was written and not only words.
    public Optional<LocalDate> day() {
      try {
        return Optional.of(LocalDate.parse(when.strip()));
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    }

    /// Its day has passed, and what was promised is neither done nor declined.
    public boolean isLate(LocalDate today) {
      return progress != Progress.DONE
          && progress != Progress.NONE
          && day().filter(today::isAfter).isPresent();
    }
  }

  public enum Progress {
    NONE,
    PLANNED,
    DOING,
    DONE,
    STALLED;

    public String wordKey() {
      return "report.progress." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a [Response] to a theme is about.
  public static String theme(String id) {
    return "theme:" + id;
  }

  /// What a [Response] to a recommendation is about.
  public static String recommendation(String id) {
    return "recommendation:" + id;
  }
}
