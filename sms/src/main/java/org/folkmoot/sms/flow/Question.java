package org.folkmoot.sms.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sms.words.Choices.Choice;
import org.jspecify.annotations.Nullable;

/// One question of a flow.
///
/// @param id name of the state in which it waits for its answer: `Q1`, `Q2`, …, or a closing
///   question
/// @param text what is asked, by language
/// @param again the same in other words, by language, for whoever did not understand; where it is
///   missing the question is put as it is
/// @param choices what may be answered; empty but for [Kind#CHOICE]
/// @param several whether more than one choice may be given
/// @param range the whole numbers that may be answered; null but for [Kind#NUMBER]
/// @param onlyIf asked only if each question named here was answered with one of these keys
/// @param unless not asked if a question named here was answered with one of these keys
public record Question(
    String id,
    Kind kind,
    Map<String, String> text,
    Map<String, String> again,
    List<Choice> choices,
    boolean several,
    @Nullable Range range,
    Map<String, List<String>> onlyIf,
    Map<String, List<String>> unless) {

  /// How an answer is read.
  public enum Kind {
    CHOICE,
    /// `1` is yes, `2` is no.
    YES_NO,
    /// A whole number within a range.
    NUMBER,
    /// Own words, over as many texts as it takes, until DONE or ten minutes of silence.
    OPEN,
    /// A short name of a place or the first half of a postcode; a whole postcode is cut to it.
    PLACE
  }

  /// Whole numbers from one to the other, both among them.
  public record Range(int from, int to) {
    public Range {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("a range goes from 0 or more up to something larger");
      }
    }

    public boolean holds(int number) {
      return from <= number && number <= to;
    }
  }

  /// The same whatever is answered to another question.
  Question whatever(String other) {
    var only = new HashMap<>(onlyIf);
    only.remove(other);
    return new Question(id, kind, text, again, choices, several, range, only, unless);
  }

  public Question {
    text = Map.copyOf(text);
    again = Map.copyOf(again);
    choices = List.copyOf(choices);
    onlyIf = Map.copyOf(onlyIf);
    unless = Map.copyOf(unless);
    if ((range == null) == (kind == Kind.NUMBER)) {
      throw new IllegalArgumentException(id + ": a NUMBER, and only that, has a range");
    }
    if (choices.isEmpty() == (kind == Kind.CHOICE)) {
      throw new IllegalArgumentException(id + ": a CHOICE, and only that, lists its choices");
    }
  }
}
