package org.folkmoot.texting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.door.Form;
import org.folkmoot.sms.flow.Flows;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.sms.flow.Question.Kind;
import org.folkmoot.sms.flow.QuestionSet;
import org.folkmoot.sms.words.Choices.Choice;
import org.folkmoot.sms.words.Segments;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;

/// The officer's form for one question of a line, read and checked; and what it starts from.
final class FlowForm {

  static final int MAX_QUESTIONS = 10;
  private static final int MAX_PARTS = 3;
  private static final int MAX_CHOICES = 9;

  private FlowForm() {}

  /// What is wrong with a question, each with its field; empty if [#read] may be asked.
  static List<FieldError> problems(Form form, QuestionSet set, String id, Words words) {
    var found = new ArrayList<FieldError>();
    Optional<Kind> kind = form.oneOf("kind", Kind.values());
    if (kind.isEmpty()) {
      found.add(new FieldError("kind", words.say("desk.flow.kind-missing")));
    }
    texts(form, set, id, words, found);
    if (kind.equals(Optional.of(Kind.CHOICE))) {
      choices(form, words, found);
    }
    if (kind.equals(Optional.of(Kind.NUMBER)) && range(form).isEmpty()) {
      found.add(new FieldError("from", words.say("desk.flow.range-wrong")));
    }
    for (String field : List.of("only", "unless")) {
      if (condition(form.text(field), set, id).isEmpty()) {
        found.add(new FieldError(field, words.say("desk.flow.condition-wrong")));
      }
    }
    return found;
  }

  private static void texts(
      Form form, QuestionSet set, String id, Words words, List<FieldError> found) {
    List<String> written =
        Flows.LANGUAGES.stream().filter(l -> !form.text("text-" + l).isEmpty()).toList();
    List<String> others = set.without(id).languages();
    if (written.isEmpty()) {
      found.add(new FieldError("text-en", words.say("desk.flow.text-missing")));
    } else if (written.stream().noneMatch(others::contains)) {
      found.add(
          new FieldError("text-" + others.getFirst(), words.say("desk.flow.language-missing")));
    }
    for (String language : Flows.LANGUAGES) {
      for (String field : List.of("text-" + language, "again-" + language)) {
        if (Segments.of(plain(form, field)).parts() > MAX_PARTS) {
          found.add(new FieldError(field, words.say("desk.texting.question-long")));
        }
      }
    }
  }

  private static void choices(Form form, Words words, List<FieldError> found) {
    List<Choice> choices = choices(form);
    List<String> keys = choices.stream().map(c -> c.key().toUpperCase(Locale.ROOT)).toList();
    boolean wrong =
        choices.size() < 2
            || choices.size() > MAX_CHOICES
            || keys.stream().distinct().count() != keys.size()
            || choices.stream().anyMatch(c -> !c.key().matches("[0-9]|\\p{L}"));
    if (wrong) {
      found.add(new FieldError("choices", words.say("desk.flow.choices-wrong")));
      return;
    }
    choices.stream()
        .flatMap(c -> Stream.concat(List.of(c.key()).stream(), c.words().stream()))
        .flatMap(word -> LineForm.reserved(word, words).stream())
        .findFirst()
        .ifPresent(why -> found.add(new FieldError("choices", why)));
  }

  /// Reads a form that has no [#problems].
  static Question read(Form form, QuestionSet set, String id) {
    Map<String, String> text = new HashMap<>();
    Map<String, String> again = new HashMap<>();
    for (String language : Flows.LANGUAGES) {
      put(text, language, plain(form, "text-" + language));
      put(again, language, plain(form, "again-" + language));
    }
    Kind kind = form.oneOf("kind", Kind.values()).orElse(Kind.OPEN);
    return new Question(
        id,
        kind,
        text,
        again,
        kind == Kind.CHOICE ? choices(form) : List.of(),
        kind == Kind.CHOICE && form.ticked("several"),
        kind == Kind.NUMBER ? range(form).orElse(null) : null,
        condition(form.text("only"), set, id).orElse(Map.of()),
        condition(form.text("unless"), set, id).orElse(Map.of()));
  }

  /// A question as its form was sent.
  static Map<String, List<String>> fields(Question question) {
    var fields = new HashMap<String, List<String>>();
    fields.put("kind", List.of(question.kind().name()));
    question.text().forEach((l, text) -> fields.put("text-" + l, List.of(text)));
    question.again().forEach((l, text) -> fields.put("again-" + l, List.of(text)));
    fields.put(
        "choices",
        List.of(
            question.choices().stream()
                .map(c -> c.key() + " = " + String.join(", ", c.words()))
                .collect(Collectors.joining("\n"))));
    fields.put("several", question.several() ? List.of("yes") : List.of());
    Question.Range range = question.range();
    if (range != null) {
      fields.put("from", List.of(String.valueOf(range.from())));
      fields.put("to", List.of(String.valueOf(range.to())));
    }
    fields.put("only", List.of(condition(question.onlyIf())));
    fields.put("unless", List.of(condition(question.unless())));
    return fields;
  }

  /// `Q1 = 1, 2`, one question a line, as people write and read it.
  static String condition(Map<String, List<String>> condition) {
    return condition.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> e.getKey() + " = " + String.join(", ", e.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /// Empty if it names a question that is not there or something nobody can answer to it.
  private static Optional<Map<String, List<String>>> condition(
      String written, QuestionSet set, String id) {
    var read = new LinkedHashMap<String, List<String>>();
    for (String line : written.lines().filter(l -> !l.isBlank()).toList()) {
      String[] sides = line.split("=", 2);
      Optional<Question> other = set.without(id).find(sides[0].strip().toUpperCase(Locale.ROOT));
      List<String> keys = sides.length == 2 ? list(sides[1]) : List.of();
      if (other.isEmpty() || keys.isEmpty() || !keysOf(other.get()).containsAll(keys)) {
        return Optional.empty();
      }
      read.put(other.get().id(), keys);
    }
    return Optional.of(read);
  }

  private static List<String> keysOf(Question question) {
    return switch (question.kind()) {
      case CHOICE -> question.choices().stream().map(Choice::key).toList();
      case YES_NO -> List.of("1", "2");
      case NUMBER, OPEN, PLACE -> List.of();
    };
  }

  private static List<Choice> choices(Form form) {
    return form.text("choices")
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("=", 2))
        .map(sides -> new Choice(sides[0].strip(), sides.length == 2 ? list(sides[1]) : List.of()))
        .toList();
  }

  private static List<String> list(String written) {
    return Arrays.stream(written.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Optional<Question.Range> range(Form form) {
    String from = form.text("from");
    String to = form.text("to");
    if (!from.matches("[0-9]{1,6}") || !to.matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    int least = Integer.parseInt(from);
    int most = Integer.parseInt(to);
    return least < most ? Optional.of(new Question.Range(least, most)) : Optional.empty();
  }

  private static String plain(Form form, String field) {
    return Segments.swapTypography(form.text(field)).strip();
  }

  private static void put(Map<String, String> map, String language, String text) {
    if (!text.isEmpty()) {
      map.put(language, text);
    }
  }
}
