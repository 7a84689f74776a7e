package org.folkmoot.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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
import org.folkmoot.door.RouteTable;
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaRef;
import org.folkmoot.media.Received;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Added;
import org.folkmoot.record.Consent;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Others;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.story.NewStoryPage;
import org.folkmoot.web.story.StoriesPage;
import org.folkmoot.web.story.StoryPage;
import org.jspecify.annotations.Nullable;

/// What everybody sees of stories: telling one, reading those that are shown, and their files.
///
/// Fields of the form: `words`, `title`, `file`, `file-id` (a file that came with an earlier try),
/// `file-drop`, those of [OthersForm], `description`, `mind`, and the closing questions.
final class StoryRoutes implements RouteTable.Routes {

  /// A little more than the largest file, so that one that is just too big is answered beside its
  /// field and the words stay.
  private static final long MAX_UPLOAD = MediaKind.VIDEO.maxBytes() + 20 * 1024 * 1024;

  private static final int PAGE = 20;

  private final StoryService stories;
  private final RecordService records;
  private final RecordReading reading;
  private final ConsultationService consultations;
  private final Vault vault;

  StoryRoutes(
      StoryService stories,
      RecordService records,
      RecordReading reading,
      ConsultationService consultations,
      Vault vault) {
    this.stories = stories;
    this.records = records;
    this.reading = reading;
    this.consultations = consultations;
    this.vault = vault;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/stories", Access.everyone(), this::list);
    table.get("/c/{consultation}/stories/new", Access.everyone(), this::form);
    table.upload("/c/{consultation}/stories/new", Access.everyone(), MAX_UPLOAD, this::send);
    table.get("/c/{consultation}/stories/{story}", Access.everyone(), this::show);
    table.get("/c/{consultation}/media/{media}", Access.everyone(), Limit.PAGE, this::media);
    table.get(
        "/c/{consultation}/media/{media}/{rendition}",
        Access.everyone(),
        Limit.PAGE,
        this::rendition);
  }

  private Answer list(Ask ask) {
    Consultation consultation = consultation(ask);
    Words words = ask.words();
    boolean hearing = stories.isHearing(consultation);
    var found =
        reading.list(
            Reader.PUBLIC,
            RecordQuery.in(consultation.slug())
                .channels(StoryService.DOORS)
                .page(ask.number("after"), PAGE));
    StoryViews views = views(words);
    List<StoriesPage.Row> rows =
        found.voices().stream()
            .filter(voice -> StoryService.isStory(voice.channel(), voice.captureKind()))
            .map(views::row)
            .toList();
    String here = "/c/" + consultation.slug() + "/stories";
    EmptyState nothing =
        rows.isEmpty()
            ? new EmptyState(words.say(hearing ? "story.none-yet" : "story.none"))
            : null;
    return unsearched(
        ask.page(
            new StoriesPage(
                words.say("story.stories"),
                hearing ? here + "/new" : null,
                hearing ? null : words.say("story.closed"),
                rows,
                nothing,
                pagination(here, ask.number("after"), found.next()))));
  }

  static @Nullable Pagination pagination(String here, long after, long next) {
    return after == 0 && next == 0
        ? null
        : new Pagination(
            after == 0 ? null : here, next == 0 ? null : here + "?after=" + next, null);
  }

  private Answer show(Ask ask) {
    Consultation consultation = consultation(ask);
    Reader reader = Reader.of(ask.visitor());
    Voice story =
        stories
            .find(reader, consultation.slug(), ask.value("story"))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    StoryViews views = views(ask.words());
    boolean everyones =
        story.status() == Status.CLEARED && story.scopes().published() && !story.under18();
    return unsearched(
        ask.page(
            new StoryPage(
                views.heading(story),
                views.telling(story),
                everyones ? null : ask.words().say("story.only-you"),
                "/c/" + consultation.slug() + "/stories")));
  }

  private Answer media(Ask ask) {
    return stories
        .open(Reader.of(ask.visitor()), ask.value("consultation"), ask.value("media"))
        .map(open ->
            Answer.media(
                open.content().contentType(), open.content().length(), open.content()::stream))
        .or(() -> sealed(ask))
        .map(StoryRoutes::unsearched)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// A smaller picture, a still, a drawing of a sound: for whoever may see what it is made of.
  private Answer rendition(Ask ask) {
    return stories
        .open(
            Reader.of(ask.visitor()),
            ask.value("consultation"),
            ask.value("media"),
            ask.value("rendition"))
        .map(open -> Answer.media(open.contentType(), open.length(), open::stream))
        .or(() -> notYet(ask))
        .map(StoryRoutes::unsearched)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// Nothing, for whoever may see what it will be made of: it may not have been made yet.
  private Optional<Answer> notYet(Ask ask) {
    return stories
        .open(Reader.of(ask.visitor()), ask.value("consultation"), ask.value("media"))
        .map(_ -> Answer.empty(204));
  }

  /// A document is a download whose type is not told: it was never made safe.
  private Optional<Answer> sealed(Ask ask) {
    return stories
        .openSealed(ask.visitor(), ask.value("consultation"), ask.value("media"))
        .map(open ->
            open.file().kind() == MediaKind.DOCUMENT
                ? Answer.media(
                        "application/octet-stream", open.content().length(), open.content()::stream)
                    .header("Content-Disposition", "attachment; filename=\"document\"")
                : Answer.media(
                    open.file().contentType(), open.content().length(), open.content()::stream));
  }

  private Answer form(Ask ask) {
    Consultation consultation = consultation(ask);
    return stories.isHearing(consultation)
        ? ask.page(page(ask.words(), consultation, FormState.empty(), fresh(), null))
        : closed(consultation);
  }

  private Answer send(Ask ask) throws IOException {
    Consultation consultation = consultation(ask);
    if (!stories.isHearing(consultation)) {
      return closed(consultation);
    }
    Form form = ask.form();
    Words words = ask.words();
    List<FieldError> wrong = new ArrayList<>();
    MediaRef file = file(consultation, form, words, wrong);
    tooLong(form, "title", 120, "story.title-long", words, wrong);
    tooLong(form, "description", 5_000, "story.description-long", words, wrong);
    tooLong(form, "mind", 200, "story.mind-long", words, wrong);
    if (!form.has("words") && file == null && wrong.isEmpty()) {
      wrong.add(new FieldError("words", words.say("story.nothing")));
    }
    if (shows(file)) {
      wrong.addAll(OthersForm.problems(form, words));
    }
    wrong.addAll(ClosingAnswers.problems(form, words));
    if (!wrong.isEmpty()) {
      return again(ask, consultation, file, wrong);
    }
    Told told = stories.tell(draft(ask, consultation, file));
    return switch (told) {
      case Told.Kept(Added added) -> thanks(consultation, added);
      case Told.Closed _ -> closed(consultation);
      case Told.NothingSaid _ -> again(ask, consultation, file, "words", "story.nothing");
      case Told.NoWordsInDocument _ ->
          again(ask, consultation, null, "file", "story.no-words-in-document");
      case Told.FileGone _ -> again(ask, consultation, null, "file", "story.file-gone");
      case Told.TooLong _ -> again(ask, consultation, file, "words", "story.too-long");
    };
  }

  private StoryDraft draft(Ask ask, Consultation consultation, @Nullable MediaRef file) {
    Form form = ask.form();
    boolean withMedia = shows(file);
    return new StoryDraft(
        consultation.slug(),
        form.text(Form.ACT),
        form.text("title"),
        form.text("words"),
        ask.words().language(),
        form.text("mind"),
        file == null ? null : file.id(),
        form.text("description"),
        null,
        withMedia ? OthersForm.read(form) : Others.notSaid(),
        records.pseudonym(consultation.slug(), ask.visitor().device()),
        ClosingAnswers.read(form, ask.words(), Consent.Given.SCREEN, withMedia).into(vault));
  }

  /// Whether somebody can be seen or heard in it.
  private static boolean shows(@Nullable MediaRef file) {
    return file != null && file.kind() != MediaKind.DOCUMENT;
  }

  /// The file that was chosen now, or the one that came with an earlier try of the same form.
  private @Nullable MediaRef file(
      Consultation consultation, Form form, Words words, List<FieldError> wrong)
      throws IOException {
    Optional<Form.Upload> chosen = form.upload("file");
    if (chosen.isPresent()) {
      try (InputStream in = Files.newInputStream(chosen.get().file())) {
        return switch (stories.receive(in, chosen.get().claimedName())) {
          case Received.Taken(MediaRef taken) -> taken;
          case Received.NotTaken(var reason) -> {
            wrong.add(new FieldError("file", words.say(reason.key())));
            yield null;
          }
        };
      }
    }
    if (!form.has("file-id") || form.ticked("file-drop")) {
      return null;
    }
    Optional<MediaRef> before =
        stories.waiting(consultation.slug(), form.text(Form.ACT), form.text("file-id"));
    if (before.isEmpty()) {
      wrong.add(new FieldError("file", words.say("story.file-gone")));
    }
    return before.orElse(null);
  }

  private static void tooLong(
      Form form, String field, int most, String key, Words words, List<FieldError> wrong) {
    if (form.text(field).length() > most) {
      wrong.add(new FieldError(field, words.say(key)));
    }
  }

  private Answer again(
      Ask ask, Consultation consultation, @Nullable MediaRef file, String field, String key) {
    int length = StoryService.text(ask.form().text("words"), file).length();
    return again(
        ask,
        consultation,
        file,
        List.of(new FieldError(field, ask.words().say(key, "count", length))));
  }

  private Answer again(
      Ask ask, Consultation consultation, @Nullable MediaRef file, List<FieldError> wrong) {
    FormState state = FormState.of(ask.form().fields()).withErrors(wrong);
    String act = ask.form().has(Form.ACT) ? ask.form().text(Form.ACT) : fresh();
    return ask.page(422, page(ask.words(), consultation, state, act, file));
  }

  private NewStoryPage page(
      Words words, Consultation consultation, FormState form, String act, @Nullable MediaRef file) {
    return new NewStoryPage(
        words.say("story.new"),
        "/c/" + consultation.slug() + "/stories/new",
        act,
        form.summary(),
        List.of(
            words.say("story.prompt-evening"),
            words.say("story.prompt-difference"),
            words.say("story.prompt-understand"),
            words.say("story.prompt-keep-out")),
        form.area("words", words.say("story.words"), 10)
            .hint(words.say("story.words-hint"))
            .atMost(NewContribution.MAX_TEXT),
        form.text("title", words.say("story.title")).ifYouLike().atMost(120),
        form.file("file", words.say("story.file"), MediaKind.accept(StoryService.FILES))
            .hint(words.say("story.file-hint"))
            .ifYouLike(),
        file == null ? null : kept(form, words, file),
        OthersForm.question(form, words),
        form.area("description", words.say("story.description"), 4)
            .hint(words.say("story.description-hint"))
            .ifYouLike()
            .atMost(5_000),
        form.text("mind", words.say("story.mind"))
            .hint(words.say("story.mind-hint"))
            .ifYouLike()
            .atMost(200),
        ClosingQuestions.withFiles(form, words, consultation.areas()));
  }

  private static NewStoryPage.Kept kept(FormState form, Words words, MediaRef file) {
    String name = file.originalName();
    return new NewStoryPage.Kept(
        file.id().value(),
        name.isEmpty()
            ? words.say("story.file-here-unnamed")
            : words.say("story.file-here", "name", name),
        form.checkbox("file-drop", words.say("story.file-drop")));
  }

  private static Answer thanks(Consultation consultation, Added added) {
    String page = "/c/" + consultation.slug() + "/thanks/" + added.receipt().printed();
    return switch (added) {
      case Added.Kept _ -> Answer.seeOther(page);
      case Added.Held _ -> Answer.seeOther(page + "?kind=held");
    };
  }

  /// The list says that no stories are taken now; nothing was stored.
  private static Answer closed(Consultation consultation) {
    return Answer.seeOther("/c/" + consultation.slug() + "/stories");
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private StoryViews views(Words words) {
    return new StoryViews(words, consultations.council().zone());
  }

  /// A teller allowed this website, not the whole web's memory.
  private static Answer unsearched(Answer answer) {
    return answer.header("X-Robots-Tag", "noindex");
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
