package org.folkmoot.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One set of questions.
///
/// @param closesOn last day, in the council's time zone
/// @param closed closed before its day, by an officer or by the next wave
public record Wave(
    String id,
    String consultation,
    String title,
    List<Question> questions,
    LocalDate closesOn,
    Instant openedAt,
    boolean closed) {

  public Wave {
    questions = List.copyOf(questions);
  }

  public boolean isOpenOn(LocalDate today) {
    return !closed && !today.isAfter(closesOn);
  }

  /// How a question is answered.
  public enum Kind {
    ONE,
    SEVERAL,
    OPEN
  }

  /// @param id within the wave, and the name of its field: `q1`
  /// @param choices none for an open question
  public record Question(String id, String text, Kind kind, List<Choice> choices) {
    public Question {
      choices = List.copyOf(choices);
    }
  }

  /// @param id within the question: `1`
  public record Choice(String id, String text) {}
}
