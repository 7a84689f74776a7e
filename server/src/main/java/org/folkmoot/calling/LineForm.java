package org.folkmoot.calling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Told;
import org.folkmoot.door.Form;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.voice.CallWords;
import org.folkmoot.sms.voice.Line;
import org.folkmoot.texting.Dialling;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;

/// The officer's form for a phone line, read and checked; and what it starts from.
final class LineForm {

  private static final int MAX_QUESTION = 600;

  /// A sentence that is heard once has fewer words.
  private static final int WORDS = 20;

  private LineForm() {}

  /// A line from what is known of the consultation, before anybody has set it up.
  static PhoneLine suggested(Consultation c, String number) {
    Map<String, String> question = new HashMap<>();
    for (String language : CallWords.LANGUAGES) {
      Told.Said asked = c.told(language).question();
      if (asked.lang().equals(language)) {
        question.put(language, asked.words());
      }
    }
    return new PhoneLine(c.slug(), number, question, false);
  }

  static PhoneLine read(Form form, String consultation, String country) {
    Map<String, String> question = new HashMap<>();
    for (String language : CallWords.LANGUAGES) {
      String asked = form.text("question-" + language).replaceAll("\\s+", " ");
      if (!asked.isEmpty()) {
        question.put(language, asked);
      }
    }
    return new PhoneLine(consultation, number(form, country), question, form.ticked("on"));
  }

  static String number(Form form, String country) {
    return Dialling.full(form.text("number"), country).map(PhoneNumber::e164).orElse("");
  }

  /// What is wrong, but for a number that is taken.
  static List<FieldError> problems(Form form, Words words, String country) {
    var found = new ArrayList<FieldError>();
    if (number(form, country).isEmpty()) {
      found.add(new FieldError("number", words.say("desk.calling.number-wrong")));
    }
    String first = "question-" + CallWords.LANGUAGES.getFirst();
    if (CallWords.READ_ALOUD.stream().noneMatch(language -> form.has("question-" + language))) {
      found.add(new FieldError(first, words.say("desk.calling.question-missing")));
    }
    for (String language : CallWords.LANGUAGES) {
      String asked = form.text("question-" + language);
      boolean isLong =
          asked.length() > MAX_QUESTION
              || CallWords.lines(language, asked).stream().anyMatch(LineForm::isLong);
      if (isLong) {
        found.add(
            new FieldError(
                "question-" + language, words.say("desk.calling.question-long", "count", WORDS)));
      }
    }
    return found;
  }

  private static boolean isLong(Line line) {
    return line instanceof Line.Say say && say.words().split("\\s+", -1).length >= WORDS;
  }

  static Map<String, List<String>> fields(PhoneLine line, String country) {
    var fields = new HashMap<String, List<String>>();
    fields.put("number", List.of(Dialling.shown(line.number(), country)));
    line.question()
        .forEach((language, asked) -> fields.put("question-" + language, List.of(asked)));
    if (line.on()) {
      fields.put("on", List.of("yes"));
    }
    return fields;
  }
}
