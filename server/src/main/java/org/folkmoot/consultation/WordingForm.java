package org.folkmoot.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.consultation.Consultation.Option;
import org.folkmoot.door.Form;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.WordingPage.Pair;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.TextArea;

/// The form about a question in one more language, from fields to [Wording] and back. It asks only
/// for what has been written in the first one.
final class WordingForm {

  private static final String OPTION = "option-";

  private WordingForm() {}

  static List<Pair> pairs(FormState form, Words words, Consultation asked) {
    List<Pair> pairs = new ArrayList<>();
    Consultation.Formats given = asked.formats();
    add(pairs, asked.title(), area(form, words, "title", 1).atMost(80));
    add(pairs, asked.question(), area(form, words, "question", 3).atMost(200));
    add(pairs, asked.about(), area(form, words, "about", 5).atMost(4000));
    for (Option option : asked.options()) {
      String label = words.say("desk.wording.option");
      add(pairs, option.text(), form.area(OPTION + option.id(), label, 1).atMost(200));
    }
    add(pairs, asked.canChange(), area(form, words, "can-change", 3).atMost(2000));
    add(pairs, asked.fixed(), area(form, words, "fixed", 3).atMost(2000));
    add(pairs, asked.decidedBy(), area(form, words, "decided-by", 1).atMost(120));
    add(pairs, given.plain(), area(form, words, "plain", 6).atMost(4000));
    add(pairs, given.easyRead(), area(form, words, "easy-read", 8).atMost(4000));
    add(pairs, given.signingNote(), area(form, words, "signing-note", 4).atMost(2000));
    return pairs;
  }

  private static TextArea area(FormState form, Words words, String name, int rows) {
    return form.area(name, words.say("desk.question." + name), rows);
  }

  private static void add(List<Pair> pairs, String first, TextArea field) {
    if (!first.isBlank()) {
      pairs.add(
          new Pair(first.lines().filter(line -> !line.isBlank()).toList(), field.ifYouLike()));
    }
  }

  static FormState of(Wording written) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("title", List.of(written.title()));
    values.put("question", List.of(written.question()));
    values.put("about", List.of(written.about()));
    written.options().forEach((id, text) -> values.put(OPTION + id, List.of(text)));
    values.put("can-change", List.of(written.canChange()));
    values.put("fixed", List.of(written.fixed()));
    values.put("decided-by", List.of(written.decidedBy()));
    values.put("plain", List.of(written.plain()));
    values.put("easy-read", List.of(written.easyRead()));
    values.put("signing-note", List.of(written.signingNote()));
    return FormState.of(values);
  }

  static List<FieldError> problems(Form form, Words words) {
    boolean drawn = form.raw("easy-read").lines().allMatch(line -> EasyLine.of(line).isShown());
    String names = String.join(", ", Drawing.NAMES);
    return drawn
        ? List.of()
        : List.of(
            new FieldError(
                "easy-read", words.say("desk.question.easy-read-drawing", "names", names)));
  }

  /// Reads a form that has no [#problems].
  static Wording read(Form form, Consultation asked) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Option option : asked.options()) {
      if (form.has(OPTION + option.id())) {
        options.put(option.id(), form.text(OPTION + option.id()));
      }
    }
    return new Wording(
        form.text("title"),
        form.text("question"),
        form.raw("about").strip(),
        options,
        form.text("fixed"),
        form.text("can-change"),
        form.text("decided-by"),
        form.raw("plain").strip(),
        form.raw("easy-read").strip(),
        form.raw("signing-note").strip());
  }
}
