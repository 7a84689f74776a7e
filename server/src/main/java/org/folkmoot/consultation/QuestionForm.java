package org.folkmoot.consultation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.consultation.Consultation.Chosen;
import org.folkmoot.consultation.Consultation.Formats;
import org.folkmoot.consultation.Consultation.Promise;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.door.Form;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.QuestionFields;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.TextField;

/// The form about a question, from fields to [Consultation] and back.
///
/// Once people have been asked, the question and what can be answered stay as they are; everything
/// else may change.
final class QuestionForm {

  private static final String HOME = "way-home";
  private static final String PERSON = "way-person";

  private QuestionForm() {}

  /// @param settled whether people have been asked already
  static QuestionFields fields(FormState form, Words words, boolean settled) {
    return new QuestionFields(
        form.text("title", words.say("desk.question.title"))
            .hint(words.say("desk.question.title-hint"))
            .atMost(80),
        settled ? null : asked(form, words),
        form.area("about", words.say("desk.question.about"), 5).atMost(4000).ifYouLike(),
        form.area("fixed", words.say("desk.question.fixed"), 3).atMost(2000),
        form.area("can-change", words.say("desk.question.can-change"), 3).atMost(2000),
        form.radios("promise", words.say("desk.question.promise"), promises(words)),
        date(form, words, "opens-on", "desk.question.opens-on"),
        date(form, words, "closes-on", "desk.question.closes-on"),
        form.text("decided-by", words.say("desk.question.decided-by")).atMost(120),
        date(form, words, "decides-on", "desk.question.decides-on"),
        form.checkboxes(HOME, words.say("common.from-home"), ways(words, true)),
        form.checkboxes(PERSON, words.say("common.in-person"), ways(words, false)),
        form.area("areas", words.say("desk.question.areas"), 5)
            .hint(words.say("desk.question.areas-hint"))
            .atMost(4000)
            .ifYouLike(),
        form.checkboxes(
            "languages",
            words.say("desk.question.languages"),
            Words.LANGUAGES.stream()
                .map(code -> new Choices.Option(code, Words.of(code).languageName()))
                .toList()),
        form.area("plain", words.say("desk.question.plain"), 4)
            .hint(words.say("desk.question.plain-hint"))
            .atMost(4000)
            .ifYouLike(),
        form.area("easy-read", words.say("desk.question.easy-read"), 6)
            .hint(words.say("desk.question.easy-read-hint", "names", drawings()))
            .atMost(4000)
            .ifYouLike(),
        form.text("audio", words.say("desk.question.audio"))
            .hint(words.say("desk.question.address-hint"))
            .of("url")
            .atMost(400)
            .ifYouLike(),
        form.text("signing", words.say("desk.question.signing"))
            .hint(words.say("desk.question.address-hint"))
            .of("url")
            .atMost(400)
            .ifYouLike(),
        form.area("signing-note", words.say("desk.question.signing-note"), 3)
            .hint(words.say("desk.question.signing-note-hint"))
            .atMost(2000)
            .ifYouLike());
  }

  private static QuestionFields.Asked asked(FormState form, Words words) {
    return new QuestionFields.Asked(
        form.text("question", words.say("desk.question.question"))
            .hint(words.say("desk.question.question-hint"))
            .atMost(200),
        form.radios(
            "chosen",
            words.say("desk.question.chosen"),
            Arrays.stream(Chosen.values())
                .map(chosen ->
                    new Choices.Option(
                        code(chosen),
                        words.say("desk.question.chosen." + code(chosen)),
                        words.say("desk.question.chosen." + code(chosen) + "-note")))
                .toList()),
        form.area("options", words.say("desk.question.options"), 4)
            .hint(words.say("desk.question.options-hint"))
            .atMost(2000));
  }

  private static TextField date(FormState form, Words words, String name, String key) {
    return form.text(name, words.say(key)).of("date");
  }

  private static List<Choices.Option> promises(Words words) {
    return Arrays.stream(Promise.values())
        .map(promise ->
            new Choices.Option(
                code(promise),
                words.say("desk.question.promise." + code(promise)),
                words.say(promise.wordKey())))
        .toList();
  }

  private static List<Choices.Option> ways(Words words, boolean fromHome) {
    return Arrays.stream(Way.values())
        .filter(way -> way.isFromHome() == fromHome)
        .map(way ->
            new Choices.Option(
                code(way), words.say(way.wordKey()), words.say(way.wordKey() + ".what")))
        .toList();
  }

  /// A form to begin with: the day it opens is today, everything else is to be filled in.
  static FormState blank(LocalDate today) {
    return FormState.of(
        Map.of(
            "opens-on", List.of(today.toString()),
            "languages", List.of(Words.SOURCE)));
  }

  static FormState of(Consultation c) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("title", List.of(c.title()));
    values.put("question", List.of(c.question()));
    values.put("about", List.of(c.about()));
    values.put("chosen", List.of(code(c.chosen())));
    values.put(
        "options",
        List.of(String.join("\n", c.options().stream().map(Consultation.Option::text).toList())));
    values.put("fixed", List.of(c.fixed()));
    values.put("can-change", List.of(c.canChange()));
    values.put("promise", List.of(code(c.promise())));
    values.put("opens-on", List.of(c.opensOn().toString()));
    values.put("closes-on", List.of(c.closesOn().toString()));
    values.put("plain", List.of(c.formats().plain()));
    values.put("easy-read", List.of(c.formats().easyRead()));
    values.put("audio", List.of(c.formats().audio()));
    values.put("signing", List.of(c.formats().signing()));
    values.put("signing-note", List.of(c.formats().signingNote()));
    values.put("decided-by", List.of(c.decidedBy()));
    values.put("decides-on", List.of(c.decidesOn().toString()));
    values.put(HOME, c.ways().stream().filter(Way::isFromHome).map(QuestionForm::code).toList());
    values.put(PERSON, c.ways().stream().filter(w -> !w.isFromHome()).map(w -> code(w)).toList());
    values.put("areas", List.of(String.join("\n", c.areas())));
    values.put("languages", c.languages());
    return FormState.of(values);
  }

  static List<FieldError> problems(Form form, Words words, boolean settled) {
    List<FieldError> problems = new ArrayList<>();
    need(problems, words, form.has("title"), "title");
    if (!settled) {
      need(problems, words, form.has("question"), "question");
      Optional<Chosen> chosen = one(Chosen.class, form.text("chosen"));
      need(problems, words, chosen.isPresent(), "chosen");
      boolean enough =
          chosen.orElse(Chosen.OPEN) != Chosen.OPTIONS || lines(form, "options").size() > 1;
      need(problems, words, enough, "options");
    }
    Optional<Promise> promise = one(Promise.class, form.text("promise"));
    need(problems, words, promise.isPresent(), "promise");
    if (settled && promise.isPresent() && promise.get() == Promise.INFORM) {
      problems.add(new FieldError("promise", words.say("desk.question.promise-kept")));
    }
    Optional<LocalDate> opens = date(form, "opens-on");
    Optional<LocalDate> closes = date(form, "closes-on");
    Optional<LocalDate> decides = date(form, "decides-on");
    need(problems, words, opens.isPresent(), "opens-on");
    need(problems, words, closes.isPresent(), "closes-on");
    if (opens.isPresent() && closes.isPresent() && closes.get().isBefore(opens.get())) {
      problems.add(new FieldError("closes-on", words.say("desk.question.closes-on-early")));
    }
    for (String field : List.of("audio", "signing")) {
      if (form.has(field) && !isAddress(form.text(field))) {
        problems.add(new FieldError(field, words.say("desk.question.address-wrong")));
      }
    }
    if (form.raw("easy-read").lines().anyMatch(line -> !EasyLine.of(line).isShown())) {
      problems.add(
          new FieldError(
              "easy-read", words.say("desk.question.easy-read-drawing", "names", drawings())));
    }
    need(problems, words, form.has("decided-by"), "decided-by");
    need(problems, words, decides.isPresent(), "decides-on");
    if (closes.isPresent() && decides.isPresent() && decides.get().isBefore(closes.get())) {
      problems.add(new FieldError("decides-on", words.say("desk.question.decides-on-early")));
    }
    return problems;
  }

  private static void need(List<FieldError> problems, Words words, boolean there, String field) {
    if (!there) {
      problems.add(new FieldError(field, words.say("desk.question." + field + "-missing")));
    }
  }

  /// Reads the form of a new question that has no [#problems].
  static Consultation draft(Form form, String slug) {
    Chosen chosen = one(Chosen.class, form.text("chosen")).orElseThrow();
    return new Consultation(
        slug,
        "",
        form.text("title"),
        form.text("question"),
        form.text("about"),
        chosen,
        chosen == Chosen.OPTIONS ? options(form) : List.of(),
        form.text("fixed"),
        form.text("can-change"),
        one(Promise.class, form.text("promise")).orElseThrow(),
        date(form, "opens-on").orElseThrow(),
        date(form, "closes-on").orElseThrow(),
        form.text("decided-by"),
        date(form, "decides-on").orElseThrow(),
        ways(form),
        lines(form, "areas"),
        languages(form),
        State.DRAFT,
        formats(form, Optional.empty()),
        Map.of());
  }

  /// Reads a changed form that has no [#problems].
  static Consultation changed(Form form, Consultation before) {
    Consultation read = before.state() == State.DRAFT ? draft(form, before.slug()) : null;
    return new Consultation(
        before.slug(),
        before.initiative(),
        form.text("title"),
        read == null ? before.question() : read.question(),
        form.text("about"),
        read == null ? before.chosen() : read.chosen(),
        read == null ? before.options() : read.options(),
        form.text("fixed"),
        form.text("can-change"),
        one(Promise.class, form.text("promise")).orElseThrow(),
        date(form, "opens-on").orElseThrow(),
        date(form, "closes-on").orElseThrow(),
        form.text("decided-by"),
        date(form, "decides-on").orElseThrow(),
        ways(form),
        lines(form, "areas"),
        languages(form),
        before.state(),
        formats(form, before.formats().recording()),
        before.wordings());
  }

  private static Formats formats(Form form, Optional<Consultation.Recording> recording) {
    return new Formats(
        form.text("plain"),
        form.raw("easy-read").strip(),
        form.text("audio"),
        form.text("signing"),
        form.text("signing-note"),
        recording);
  }

  private static String drawings() {
    return String.join(", ", Drawing.NAMES);
  }

  /// An address of the web; nothing that a browser would run.
  static boolean isAddress(String text) {
    return text.matches("https?://[^\\s/]+(/\\S*)?");
  }

  private static List<Consultation.Option> options(Form form) {
    Map<String, Consultation.Option> options = new LinkedHashMap<>();
    for (String text : lines(form, "options")) {
      String id =
          text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
      String plain = id.isEmpty() ? "option" : id.substring(0, Math.min(40, id.length()));
      String free = options.containsKey(plain) ? plain + "-" + (options.size() + 1) : plain;
      options.put(free, new Consultation.Option(free, text));
    }
    return List.copyOf(options.values());
  }

  private static Set<Way> ways(Form form) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (String field : List.of(HOME, PERSON)) {
      form.all(field).forEach(code -> one(Way.class, code).ifPresent(ways::add));
    }
    return ways;
  }

  private static List<String> languages(Form form) {
    List<String> chosen = Words.LANGUAGES.stream().filter(form.all("languages")::contains).toList();
    return chosen.isEmpty() ? List.of(Words.SOURCE) : chosen;
  }

  private static List<String> lines(Form form, String field) {
    return form.raw(field).lines().map(String::strip).filter(l -> !l.isEmpty()).distinct().toList();
  }

  private static Optional<LocalDate> date(Form form, String field) {
    try {
      LocalDate date = LocalDate.parse(form.text(field));
      return date.getYear() > 2000 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> one(Class<E> kind, String code) {
    return EnumSet.allOf(kind).stream().filter(value -> code(value).equals(code)).findFirst();
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
