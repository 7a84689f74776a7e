package org.folkmoot.texting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Council;
import org.folkmoot.consultation.Told;
import org.folkmoot.door.Form;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.flow.Flows;
import org.folkmoot.sms.flow.QuestionSet;
import org.folkmoot.sms.words.ReservedWords;
import org.folkmoot.sms.words.Segments;
import org.folkmoot.texting.TextLine.Script;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;

/// The officer's form for a line, read and checked; and what it starts from.
final class LineForm {

  /// What stands for names in the texts, in the order shown.
  static final List<String> NAMES =
      List.of(
          "council",
          "survey",
          "topic",
          "place",
          "phone",
          "site",
          "decided",
          "danger",
          "danger.call",
          "helpline");

  private static final int MAX_KEYWORD = 16;
  private static final int MAX_PARTS = 3;
  private static final ReservedWords RESERVED = new ReservedWords();

  private LineForm() {}

  /// A line from what is known of council and consultation, before anybody has set it up.
  static TextLine suggested(Consultation c, Council council, String number, String site) {
    Map<String, String> question = new HashMap<>();
    Map<String, Map<String, String>> names = new HashMap<>();
    for (String language : Flows.LANGUAGES) {
      names.put(language, suggestedNames(c, council, site, language));
      Told.Said asked = c.told(language).question();
      if (asked.lang().equals(language)) {
        question.put(
            language, Words.of(language).say("texting.sms.question", "question", asked.words()));
      }
    }
    return new TextLine(c.slug(), "", number, Script.ONE_QUESTION, question, names);
  }

  private static Map<String, String> suggestedNames(
      Consultation c, Council council, String site, String language) {
    Words words = Words.of(language);
    String where = country(council);
    Map<String, String> names = new LinkedHashMap<>();
    names.put("council", council.name());
    String title = c.told(language).title().words();
    names.put("survey", title);
    names.put("topic", title);
    names.put("place", council.name());
    names.put("phone", council.phone().isEmpty() ? site : council.phone());
    names.put("site", site);
    names.put("decided", shortDate(c.decidesOn(), language));
    names.put("danger", words.say("texting.sms.danger." + where));
    names.put("danger.call", words.say("texting.sms.danger-call." + where));
    names.put("helpline", words.say("texting.sms.helpline." + where));
    names.replaceAll((_, value) -> Segments.swapTypography(value));
    return names;
  }

  /// Reads a form that has no [#problems]; what was left empty is as suggested.
  ///
  /// @param set the questions the line has of its own
  static TextLine read(Form form, TextLine suggested, String country, QuestionSet set) {
    Map<String, String> question = new HashMap<>();
    Map<String, Map<String, String>> names = new HashMap<>();
    for (String language : Flows.LANGUAGES) {
      String asked = Segments.swapTypography(form.text("question-" + language));
      if (!asked.isEmpty()) {
        question.put(language, asked);
      }
      Map<String, String> own = new HashMap<>();
      for (String name : NAMES) {
        String written = Segments.swapTypography(form.text(field(language, name)));
        own.put(
            name,
            written.isEmpty()
                ? suggested.names().getOrDefault(language, Map.of()).getOrDefault(name, "")
                : written);
      }
      names.put(language, Map.copyOf(own));
    }
    return new TextLine(
            suggested.consultation(),
            keyword(form),
            number(form, country),
            Script.valueOf(form.text("script")),
            question,
            names)
        .asking(set);
  }

  /// What is wrong, but for a keyword that is taken.
  ///
  /// @param own whether the line has questions of its own
  static List<FieldError> problems(Form form, Words words, String country, boolean own) {
    var found = new ArrayList<FieldError>();
    String keyword = keyword(form);
    if (!keyword.matches("[\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)?")
        || keyword.length() > MAX_KEYWORD
        || keyword.matches("[0-9 ]+")) {
      found.add(new FieldError("keyword", words.say("desk.texting.keyword-wrong")));
    }
    reserved(keyword, words).ifPresent(why -> found.add(new FieldError("keyword", why)));
    if (number(form, country).isEmpty()) {
      found.add(new FieldError("number", words.say("desk.texting.number-wrong")));
    }
    String script = form.text("script");
    if (!List.of("ONE_QUESTION", "AFTER_SIX", "OWN").contains(script)
        || (script.equals("OWN") && !own)) {
      found.add(new FieldError("script", words.say("desk.texting.script-missing")));
    }
    if (script.equals("ONE_QUESTION")) {
      found.addAll(questionProblems(form, words));
    }
    return found;
  }

  private static List<FieldError> questionProblems(Form form, Words words) {
    var found = new ArrayList<FieldError>();
    if (Flows.LANGUAGES.stream().noneMatch(language -> form.has("question-" + language))) {
      found.add(
          new FieldError(
              "question-" + Flows.LANGUAGES.getFirst(),
              words.say("desk.texting.question-missing")));
    }
    for (String language : Flows.LANGUAGES) {
      String asked = Segments.swapTypography(form.text("question-" + language));
      if (Segments.of(asked).parts() > MAX_PARTS) {
        found.add(new FieldError("question-" + language, words.say("desk.texting.question-long")));
      }
    }
    return found;
  }

  /// Why a word cannot be a keyword or an answer: it means something already, here or to a
  /// telephone company, in some language. Empty if it may.
  static Optional<String> reserved(String word, Words words) {
    return RESERVED
        .read(word)
        .map(command ->
            words.say(
                "desk.texting.reserved." + command.word().name().toLowerCase(Locale.ROOT),
                "word",
                word));
  }

  static String keyword(Form form) {
    return form.text("keyword").replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }

  /// E.164 or a short number; empty if it is neither.
  static String number(Form form, String country) {
    String written = form.text("number");
    if (written.matches("[0-9]{3,6}")) {
      return written;
    }
    return Dialling.full(written, country).map(PhoneNumber::e164).orElse("");
  }

  /// Name of the field for a name in the texts.
  static String field(String language, String name) {
    return "name-" + language + "-" + name.replace('.', '-');
  }

  private static String country(Council council) {
    return switch (council.country()) {
      case "GB", "IE" -> council.country().toLowerCase(Locale.ROOT);
      default -> "eu";
    };
  }

  /// Without names of months where those have letters that make a text cost more.
  private static String shortDate(LocalDate date, String language) {
    String pattern = language.equals(Words.SOURCE) ? "d MMM uuuu" : "d.MM.uuuu";
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(date);
  }
}
