package org.folkmoot.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.door.Form;
import org.folkmoot.meeting.MeetingPlan.DotOption;
import org.folkmoot.meeting.MeetingPlan.Offer;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.record.Consent;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Reads one form of this room: what it says, or what is wrong with it. Used once, by one thread.
final class MeetingForms {

  static final int MAX_LINE = 2_000;
  private static final int MAX_DOTS = 8;
  private static final int MAX_NUMBER = 9_999;

  /// What a form says, unless something is wrong with it.
  record Read<T>(Optional<T> value, List<FieldError> errors) {
    Read {
      errors = List.copyOf(errors);
    }

    static <T> Read<T> of(T value) {
      return new Read<>(Optional.of(value), List.of());
    }

    static <T> Read<T> wrong(List<FieldError> errors) {
      return new Read<>(Optional.empty(), errors);
    }
  }

  private final Form form;
  private final Words words;
  private final List<FieldError> errors = new ArrayList<>();

  MeetingForms(Form form, Words words) {
    this.form = form;
    this.words = words;
  }

  Read<MeetingPlan> plan(Consultation consultation, List<DotOption> before) {
    need("name", "desk.meeting.name-missing");
    Optional<LocalDate> day = day(consultation);
    Optional<LocalTime> starts = starts();
    int minutes = number("minutes", 60, 300, "desk.meeting.minutes-wrong");
    need("place", "desk.meeting.place-missing");
    List<String> questions = lines("questions");
    if (questions.isEmpty()) {
      wrong("questions", words.say("desk.meeting.questions-missing"));
    }
    List<String> dots = lines("dots");
    if (dots.size() > MAX_DOTS) {
      wrong("dots", words.say("desk.meeting.dots-many"));
    }
    int tables = number("tables", 1, MeetingPlan.MAX_TABLES, "desk.meeting.tables-wrong");
    int cards = number("cards", 0, MeetingPlan.MAX_CARDS, "desk.meeting.cards-wrong");
    if (!errors.isEmpty() || day.isEmpty() || starts.isEmpty()) {
      return Read.wrong(errors);
    }
    Set<Offer> offers =
        Arrays.stream(Offer.values())
            .filter(offer -> form.all("offers").contains(offer.value()))
            .collect(Collectors.toSet());
    return Read.of(
        new MeetingPlan(
            form.text("name"),
            day.get().atTime(starts.get()),
            minutes,
            form.text("place"),
            offers,
            form.text("access"),
            form.text("without"),
            form.text("phone"),
            tables,
            questions,
            options(dots, before),
            cards));
  }

  Read<TableNotes> notes(Consultation consultation) {
    need("table", "desk.meeting.table-missing");
    int people = form.has("people") ? number("people", 0, 999, "desk.meeting.number-wrong") : 0;
    List<TableNotes.Line> lines = new ArrayList<>();
    for (int i = 1; i <= TableNotes.LINES; i++) {
      String text = form.text("line-" + i);
      if (!text.isEmpty()) {
        String cut = text.length() > MAX_LINE ? text.substring(0, MAX_LINE) : text;
        lines.add(new TableNotes.Line(Integer.toString(i), kind(form.text("kind-" + i)), cut));
      }
    }
    if (lines.isEmpty()) {
      wrong("line-1", words.say("desk.meeting.lines-missing"));
    }
    return errors.isEmpty()
        ? Read.of(
            new TableNotes(
                form.text(Form.ACT).isEmpty() ? UUID.randomUUID().toString() : form.text(Form.ACT),
                form.text("table"),
                people,
                lines,
                form.ticked("agreed"),
                form.ticked("website"),
                language(consultation)))
        : Read.wrong(errors);
  }

  Read<DotCounts> dots(List<DotOption> options) {
    need("sheet", "desk.meeting.sheet-missing");
    Map<String, Integer> counts = new HashMap<>();
    for (DotOption option : options) {
      String field = "dots-" + option.id();
      counts.put(
          option.id(),
          form.has(field) ? number(field, 0, MAX_NUMBER, "desk.meeting.number-wrong") : 0);
    }
    int people = form.has("people") ? number("people", 0, 9_999, "desk.meeting.number-wrong") : 0;
    if (errors.isEmpty() && counts.values().stream().allMatch(count -> count == 0)) {
      wrong("dots-" + options.getFirst().id(), words.say("desk.meeting.dots-empty"));
    }
    return errors.isEmpty()
        ? Read.of(new DotCounts(form.text("sheet"), counts, people))
        : Read.wrong(errors);
  }

  /// A card has the same questions as the screen, but on paper a question may be left open: then
  /// what was written is read and counted, and no more. So it is without a tick at "16 or over".
  Read<CardEntry> card(Consultation consultation) {
    Optional<ReceiptCode> code = ReceiptCode.parse(form.text("code"));
    if (code.isEmpty()) {
      wrong("code", words.say("desk.meeting.card-code-wrong"));
    }
    need("words", "desk.meeting.card-words-missing");
    Map<String, List<String>> fields = new HashMap<>(form.fields());
    boolean mayDecide = form.ticked("over16");
    if (!form.has("use") || !mayDecide) {
      fields.put("use", List.of("count"));
    }
    if (!mayDecide) {
      fields.remove("website");
    }
    fields.put("under18", List.of(form.ticked("young") ? "yes" : "no"));
    errors.addAll(ClosingQuestions.problems(FormState.of(fields), words));
    if (!errors.isEmpty() || code.isEmpty()) {
      return Read.wrong(errors);
    }
    return Read.of(
        new CardEntry(
            code.get(),
            form.text("words"),
            language(consultation),
            ClosingAnswers.read(
                Form.of(fields), Words.of(language(consultation)), Consent.Given.PAPER, false)));
  }

  Read<Meeting.Attendance> attendance() {
    int heads = form.has("heads") ? number("heads", 0, 9_999, "desk.meeting.number-wrong") : -1;
    int slips = form.has("slips") ? number("slips", 0, 9_999, "desk.meeting.number-wrong") : -1;
    return errors.isEmpty() ? Read.of(new Meeting.Attendance(heads, slips)) : Read.wrong(errors);
  }

  private String language(Consultation consultation) {
    List<String> spoken = consultation.languages();
    String chosen = form.text("language");
    return spoken.contains(chosen)
        ? chosen
        : spoken.isEmpty() ? words.language() : spoken.getFirst();
  }

  private Optional<LocalDate> day(Consultation consultation) {
    try {
      LocalDate day = LocalDate.parse(form.text("date"));
      if (!day.isBefore(consultation.opensOn()) && !day.isAfter(consultation.closesOn())) {
        return Optional.of(day);
      }
      wrong(
          "date",
          words.say(
              "desk.meeting.date-outside",
              "from",
              words.shortDate(consultation.opensOn()),
              "to",
              words.shortDate(consultation.closesOn())));
    } catch (DateTimeParseException _) {
      wrong("date", words.say("desk.meeting.date-missing"));
    }
    return Optional.empty();
  }

  private Optional<LocalTime> starts() {
    try {
      return Optional.of(
          LocalTime.parse(
              form.text("starts").replace('.', ':'), DateTimeFormatter.ofPattern("H:mm[:ss]")));
    } catch (DateTimeParseException _) {
      wrong("starts", words.say("desk.meeting.starts-missing"));
      return Optional.empty();
    }
  }

  private static TableNotes.Kind kind(String value) {
    return Arrays.stream(TableNotes.Kind.values())
        .filter(kind -> kind.value().equals(value))
        .findFirst()
        .orElse(TableNotes.Kind.SHORT);
  }

  /// Options keep their id while their words stay, so that marks already entered still fit.
  private static List<DotOption> options(List<String> texts, List<DotOption> before) {
    Set<String> taken = new HashSet<>();
    List<DotOption> options = new ArrayList<>();
    for (DotOption old : before) {
      taken.add(old.id());
    }
    for (String text : texts) {
      Optional<DotOption> old = before.stream().filter(o -> o.text().equals(text)).findFirst();
      if (old.isPresent()) {
        options.add(old.get());
        continue;
      }
      String base = MeetingService.slug(text, "option");
      String id = base;
      for (int i = 2; !taken.add(id); i++) {
        id = base + "-" + i;
      }
      options.add(new DotOption(id, text));
    }
    return options;
  }

  private List<String> lines(String field) {
    return form.raw(field)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  private void need(String field, String key) {
    if (!form.has(field)) {
      wrong(field, words.say(key));
    }
  }

  private int number(String field, int least, int most, String key) {
    OptionalInt number = whole(form.text(field));
    if (number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most) {
      return number.getAsInt();
    }
    wrong(field, words.say(key, "max", most));
    return least;
  }

  private static OptionalInt whole(String text) {
    return text.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private void wrong(String field, String message) {
    errors.add(new FieldError(field, message));
  }
}
