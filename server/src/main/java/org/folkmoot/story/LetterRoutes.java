package org.folkmoot.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaRef;
import org.folkmoot.media.Received;
import org.folkmoot.record.Added;
import org.folkmoot.record.Reader;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.story.LettersPage;
import org.jspecify.annotations.Nullable;

/// Letters on the desk, in two steps: the file is read, then a person checks its text and enters
/// it.
final class LetterRoutes implements RouteTable.Routes {

  private static final Access STAFF = Access.staff(Role.OFFICER);
  private static final long MAX_UPLOAD = MediaKind.DOCUMENT.maxBytes() + 5 * 1024 * 1024;

  private final LetterService letters;
  private final StoryService stories;
  private final ConsultationService consultations;

  LetterRoutes(LetterService letters, StoryService stories, ConsultationService consultations) {
    this.letters = letters;
    this.stories = stories;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/desk/c/{consultation}/letters", STAFF, this::list);
    table.upload("/desk/c/{consultation}/letters", STAFF, MAX_UPLOAD, this::upload);
    table.get("/desk/c/{consultation}/letters/new", STAFF, this::form);
    table.post("/desk/c/{consultation}/letters/new", STAFF, Limit.POST, this::add);
    table.get("/desk/c/{consultation}/letters/file/{media}", STAFF, this::waiting);
  }

  private Answer list(Ask ask) {
    return ask.page(page(ask, consultation(ask), FormState.empty()));
  }

  private Answer upload(Ask ask) throws IOException {
    Consultation consultation = consultation(ask);
    Optional<Form.Upload> chosen = ask.form().upload("file");
    if (!letters.isTaken(consultation)) {
      return Answer.seeOther(here(consultation));
    }
    if (chosen.isEmpty()) {
      return wrong(ask, consultation, "desk.letter.choose");
    }
    try (InputStream in = Files.newInputStream(chosen.get().file())) {
      return switch (letters.receive(in, chosen.get().claimedName())) {
        case Received.Taken(MediaRef file) ->
            Answer.seeOther(here(consultation) + "/new?file=" + file.id().value());
        case Received.NotTaken(var reason) -> wrong(ask, consultation, reason.key());
      };
    }
  }

  private Answer wrong(Ask ask, Consultation consultation, String key) {
    FormState state =
        FormState.empty().withErrors(List.of(new FieldError("file", ask.words().say(key))));
    return ask.page(422, page(ask, consultation, state));
  }

  private LettersPage page(Ask ask, Consultation consultation, FormState form) {
    Words words = ask.words();
    boolean taken = letters.isTaken(consultation);
    DeskViews views = new DeskViews(words, consultations.council().zone());
    List<LettersPage.Row> rows =
        letters.list(Reader.of(ask.visitor()), consultation.slug()).stream()
            .map(views::row)
            .toList();
    return new LettersPage(
        words.say("desk.letter.title"),
        taken ? here(consultation) : null,
        taken ? null : words.say("desk.letter.closed"),
        form.summary(),
        form.file("file", words.say("desk.letter.file"), MediaKind.accept(LetterService.FILES))
            .hint(words.say("desk.letter.file-hint")),
        here(consultation) + "/new",
        rows,
        rows.isEmpty() ? new EmptyState(words.say("desk.letter.none")) : null);
  }

  private Answer form(Ask ask) {
    Consultation consultation = consultation(ask);
    if (!letters.isTaken(consultation)) {
      return Answer.seeOther(here(consultation));
    }
    Optional<MediaRef> file = letters.waiting(ask.query("file"));
    FormState state =
        FormState.of(
            Map.of(
                "words", List.of(file.map(MediaRef::text).orElse("")),
                "received", List.of(consultations.today().toString())));
    return ask.page(
        LetterForm.page(ask.words(), here(consultation), state, fresh(), file.orElse(null)));
  }

  /// The picture of a page that waits to be typed in.
  private Answer waiting(Ask ask) {
    return letters
        .waiting(ask.value("media"))
        .filter(file -> file.kind() == MediaKind.PICTURE)
        .flatMap(stories::safeCopy)
        .map(open ->
            Answer.media(
                open.file().contentType(), open.content().length(), open.content()::stream))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Answer add(Ask ask) {
    Consultation consultation = consultation(ask);
    Form form = ask.form();
    List<FieldError> wrong =
        LetterForm.problems(FormState.of(form.fields()), ask.words(), consultations.today());
    if (!wrong.isEmpty()) {
      return again(ask, consultation, wrong);
    }
    Told told = letters.add(draft(ask, consultation));
    return switch (told) {
      case Told.Kept(Added.Kept _) ->
          Answer.seeOther(here(consultation)).flash("desk.letter.saved");
      case Told.Kept(Added.Held _) -> Answer.seeOther(here(consultation)).flash("desk.letter.held");
      case Told.Closed _ -> Answer.seeOther(here(consultation));
      case Told.NothingSaid _, Told.NoWordsInDocument _ ->
          again(ask, consultation, wrong(ask, "words", "desk.letter.words-missing"));
      case Told.TooLong _ ->
          again(ask, consultation, wrong(ask, "words", "desk.letter.words-long"));
      case Told.FileGone _ ->
          again(ask, consultation, wrong(ask, "words", "desk.letter.file-gone"));
    };
  }

  private static List<FieldError> wrong(Ask ask, String field, String key) {
    int count = ask.form().text("words").length();
    return List.of(new FieldError(field, ask.words().say(key, "count", count)));
  }

  private Answer again(Ask ask, Consultation consultation, List<FieldError> wrong) {
    Form form = ask.form();
    FormState state = FormState.of(form.fields()).withErrors(wrong);
    String act = form.has(Form.ACT) ? form.text(Form.ACT) : fresh();
    return ask.page(
        422, LetterForm.page(ask.words(), here(consultation), state, act, file(form).orElse(null)));
  }

  private LetterDraft draft(Ask ask, Consultation consultation) {
    Form form = ask.form();
    String use = form.text("use");
    Optional<MediaRef> file = file(form);
    return new LetterDraft(
        consultation.slug(),
        form.text(Form.ACT),
        form.text("writer"),
        form.text("kind").equals("organisation"),
        received(form.text("received")).orElseGet(consultations::today),
        form.text("title"),
        form.text("words"),
        consultation.languages().isEmpty() ? "en" : consultation.languages().getFirst(),
        new LetterDraft.Uses(
            !use.equals("count"),
            use.equals("named"),
            form.ticked("website"),
            form.ticked("under18")),
        form.has("file-id") ? new MediaId(form.text("file-id")) : null,
        file.isEmpty() || file.get().text().isEmpty(),
        ask.visitor().name());
  }

  private Optional<MediaRef> file(Form form) {
    return stories.file(form.text("file-id"));
  }

  static Optional<LocalDate> received(@Nullable String day) {
    try {
      return day == null ? Optional.empty() : Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private static String here(Consultation consultation) {
    return "/desk/c/" + consultation.slug() + "/letters";
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
