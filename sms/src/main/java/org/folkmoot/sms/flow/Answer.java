package org.folkmoot.sms.flow;

import java.time.Instant;
import java.util.List;

/// What a person answered to one question.
///
/// @param question the question's id, or [#SAID] for words that came with the keyword of a flow
///   that has no open question
/// @param keys the choices taken (`1`, `A`), or the place; empty for own words and for what was not
///   understood
/// @param said the words as typed, texts joined by line breaks; empty if left out
public record Answer(String question, List<String> keys, String said, Instant at) {
  public static final String SAID = "SAID";

  public Answer {
    keys = List.copyOf(keys);
  }

  /// The question was left out: it is not asked again, and there is nothing to keep.
  public boolean leftOut() {
    return keys.isEmpty() && said.isEmpty();
  }

  /// Without the words.
  @Override
  public String toString() {
    return "Answer[" + question + "]";
  }
}
