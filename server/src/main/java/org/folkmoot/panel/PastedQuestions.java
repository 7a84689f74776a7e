package org.folkmoot.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Questions as an officer pastes them: a line is a question, lines below it that begin with `-`
/// are its choices, an empty line stands between questions. `*` before the question, or `(several)`
/// after it, lets people choose several. A number before a question, as word processors put it, is
/// left out.
///
/// @param mistakes what cannot be read, by line; empty if all is well
public record PastedQuestions(List<Wave.Question> questions, List<Mistake> mistakes) {

  static final int MOST_QUESTIONS = 30;
  static final int MOST_CHOICES = 20;
  static final int LONGEST_LINE = 300;

  private static final Pattern CHOICE = Pattern.compile("[-–—•]\\s*(.*)");
  private static final Pattern NUMBER = Pattern.compile("^\\d{1,2}[.)]\\s+");
  private static final Pattern SEVERAL =
      Pattern.compile("\\s*\\(several\\)\\s*$", Pattern.CASE_INSENSITIVE);

  public PastedQuestions {
    questions = List.copyOf(questions);
    mistakes = List.copyOf(mistakes);
  }

  public enum Why {
    NO_QUESTIONS,
    TOO_MANY,
    CHOICE_WITHOUT_QUESTION,
    ONE_CHOICE_ONLY,
    SAME_CHOICE_TWICE,
    EMPTY_CHOICE,
    EMPTY_QUESTION,
    TOO_MANY_CHOICES,
    SEVERAL_WITHOUT_CHOICES,
    LINE_TOO_LONG,
    NO_EMPTY_LINE;

    String wordKey() {
      return "desk.panel.wrong." + name().toLowerCase(Locale.ROOT);
    }

    /// The limit its words name, or 0.
    int most() {
      return switch (this) {
        case TOO_MANY -> MOST_QUESTIONS;
        case TOO_MANY_CHOICES -> MOST_CHOICES;
        case LINE_TOO_LONG -> LONGEST_LINE;
        case NO_QUESTIONS,
            CHOICE_WITHOUT_QUESTION,
            ONE_CHOICE_ONLY,
            SAME_CHOICE_TWICE,
            EMPTY_CHOICE,
            EMPTY_QUESTION,
            SEVERAL_WITHOUT_CHOICES,
            NO_EMPTY_LINE ->
            0;
      };
    }
  }

  /// @param line counted from 1
  public record Mistake(int line, Why why) {}

  public static PastedQuestions read(String pasted) {
    Reading reading = new Reading();
    int number = 0;
    for (String raw : (Iterable<String>) pasted.lines()::iterator) {
      reading.line(++number, raw.strip());
    }
    reading.endQuestion();
    if (reading.questions.isEmpty() && reading.mistakes.isEmpty()) {
      reading.mistakes.add(new Mistake(1, Why.NO_QUESTIONS));
    }
    return new PastedQuestions(reading.questions, reading.mistakes);
  }

  private static final class Reading {
    private final List<Wave.Question> questions = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Wave.Choice> choices = new ArrayList<>();
    private String question = "";
    private boolean several;
    private int begunAt;

    void line(int number, String line) {
      var choice = CHOICE.matcher(line);
      if (line.isEmpty()) {
        endQuestion();
      } else if (line.length() > LONGEST_LINE) {
        wrong(number, Why.LINE_TOO_LONG);
        if (question.isEmpty() && !choice.matches()) {
          begin(number, line);
        }
      } else if (choice.matches()) {
        choice(number, choice.group(1).strip());
      } else if (question.isEmpty()) {
        begin(number, line);
      } else {
        wrong(number, Why.NO_EMPTY_LINE);
        endQuestion();
        begin(number, line);
      }
    }

    private void begin(int number, String line) {
      boolean star = line.startsWith("*");
      String text = NUMBER.matcher(star ? line.substring(1).strip() : line).replaceFirst("");
      boolean star2 = text.startsWith("*");
      text = star2 ? text.substring(1).strip() : text;
      var said = SEVERAL.matcher(text);
      several = star || star2 || said.find();
      question = said.replaceFirst("").strip();
      begunAt = number;
      if (question.isEmpty()) {
        wrong(number, Why.EMPTY_QUESTION);
      }
    }

    private void choice(int number, String text) {
      if (question.isEmpty()) {
        wrong(number, Why.CHOICE_WITHOUT_QUESTION);
      } else if (text.isEmpty()) {
        wrong(number, Why.EMPTY_CHOICE);
      } else if (choices.stream().anyMatch(other -> other.text().equalsIgnoreCase(text))) {
        wrong(number, Why.SAME_CHOICE_TWICE);
      } else if (choices.size() == MOST_CHOICES) {
        wrong(number, Why.TOO_MANY_CHOICES);
      } else {
        choices.add(new Wave.Choice(String.valueOf(choices.size() + 1), text));
      }
    }

    void endQuestion() {
      if (question.isEmpty()) {
        return;
      }
      if (choices.size() == 1) {
        wrong(begunAt, Why.ONE_CHOICE_ONLY);
      } else if (several && choices.isEmpty()) {
        wrong(begunAt, Why.SEVERAL_WITHOUT_CHOICES);
      } else if (questions.size() == MOST_QUESTIONS) {
        wrong(begunAt, Why.TOO_MANY);
      }
      Wave.Kind kind =
          choices.isEmpty() ? Wave.Kind.OPEN : several ? Wave.Kind.SEVERAL : Wave.Kind.ONE;
      questions.add(new Wave.Question("q" + (questions.size() + 1), question, kind, choices));
      choices.clear();
      question = "";
    }

    private void wrong(int line, Why why) {
      mistakes.add(new Mistake(line, why));
    }
  }
}
