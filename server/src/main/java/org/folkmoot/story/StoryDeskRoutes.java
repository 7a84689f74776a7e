package org.folkmoot.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.folkmoot.media.MediaKind;
import org.folkmoot.media.MediaRef;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Others;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.story.DeskStoriesPage;
import org.folkmoot.web.story.DeskStoryPage;

/// Stories on the desk: listen, look, write down what is said.
final class StoryDeskRoutes implements RouteTable.Routes {

  private static final Access STAFF = Access.staff(Role.OFFICER, Role.MODERATOR, Role.SAFEGUARDING);
  private static final int PAGE = 50;

  private final StoryService stories;
  private final RecordReading reading;
  private final ConsultationService consultations;

  StoryDeskRoutes(StoryService stories, RecordReading reading, ConsultationService consultations) {
    this.stories = stories;
    this.reading = reading;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/desk/c/{consultation}/stories", STAFF, this::list);
    table.get("/desk/c/{consultation}/stories/{story}", STAFF, this::show);
    table.post(
        "/desk/c/{consultation}/stories/{story}/transcript", STAFF, Limit.POST, this::transcribe);
    table.post("/desk/c/{consultation}/stories/{story}/others", STAFF, Limit.POST, this::others);
    table.get("/desk/c/{consultation}/media/{media}", STAFF, this::original);
  }

  private Answer list(Ask ask) {
    Consultation consultation = consultations.get(ask.value("consultation"));
    String slug = consultation.slug();
    Words words = ask.words();
    var found =
        reading.list(
            Reader.of(ask.visitor()),
            RecordQuery.in(slug).channels(StoryService.DOORS).page(ask.number("after"), PAGE));
    DeskViews views = views(words);
    List<DeskStoriesPage.Row> rows =
        found.voices().stream()
            .filter(voice -> StoryService.isStory(voice.channel(), voice.captureKind()))
            .map(views::row)
            .toList();
    return ask.page(
        new DeskStoriesPage(
            words.say("desk.story.title"),
            rows,
            rows.isEmpty() ? new EmptyState(words.say("desk.story.none")) : null,
            StoryRoutes.pagination(
                "/desk/c/" + slug + "/stories", ask.number("after"), found.next()),
            links(ask, slug)));
  }

  /// The other pages of the same stories, as far as this person may open them.
  private static List<Link> links(Ask ask, String slug) {
    Words words = ask.words();
    List<Link> links = new ArrayList<>();
    if (ask.visitor().is(Role.COUNCILLOR, Role.OFFICER)) {
      links.add(new Link(words.say("desk.story.read-page"), "/c/" + slug + "/read"));
    }
    links.add(new Link(words.say("desk.story.public-page"), "/c/" + slug + "/stories"));
    return links;
  }

  private Answer show(Ask ask) {
    return ask.page(page(ask, story(ask), FormState.empty()));
  }

  private DeskStoryPage page(Ask ask, Voice story, FormState form) {
    Words words = ask.words();
    StoryViews shown = new StoryViews(words, consultations.council().zone());
    String desk = "/desk/c/" + story.consultation() + "/";
    MediaKind kind = StoryViews.kind(story);
    boolean transcribable = kind != MediaKind.DOCUMENT;
    String before =
        StoryViews.derived(story, StoryService.TRANSCRIPT)
            .map(t -> t.text())
            .orElseGet(() -> transcribable ? story.media().getFirst().description() : "");
    return new DeskStoryPage(
        shown.heading(story),
        shown.telling(story),
        views(words).facts(story),
        originals(story, words),
        ask.visitor().is(Role.OFFICER, Role.MODERATOR, Role.ANALYST)
            ? desk + "record/" + story.id()
            : null,
        desk + "stories",
        desk + "stories/" + story.id() + "/transcript",
        form.summary(),
        transcribable
            ? form.area("transcript", words.say("desk.story.transcript"), 8)
                .hint(words.say("desk.story.transcript-hint"))
                .orElse(before)
            : null,
        transcribable ? form.checkbox("checked", words.say("desk.story.checked")) : null,
        transcribable ? noteOthers(story, form, words) : null);
  }

  private static DeskStoryPage.NoteOthers noteOthers(Voice story, FormState form, Words words) {
    Others now = story.media().getFirst().others();
    String state = words.say(now.state().wordKey() + "-now");
    return new DeskStoryPage.NoteOthers(
        now.who().isEmpty() ? state : state + " " + now.who(),
        "/desk/c/" + story.consultation() + "/stories/" + story.id() + "/others",
        OthersForm.forStaff(form, words));
  }

  private Answer others(Ask ask) {
    Voice story = story(ask);
    List<FieldError> wrong = OthersForm.problems(ask.form(), ask.words());
    if (!wrong.isEmpty()) {
      return ask.page(422, page(ask, story, FormState.of(ask.form().fields()).withErrors(wrong)));
    }
    stories.noteOthers(story, OthersForm.read(ask.form()), ask.visitor().name());
    return Answer.seeOther("/desk/c/" + story.consultation() + "/stories/" + story.id())
        .flash("desk.others.noted");
  }

  private List<Link> originals(Voice story, Words words) {
    List<Link> links = new ArrayList<>();
    story
        .media()
        .forEach(m -> {
          Optional<MediaRef> file = stories.file(m.id());
          String name = file.map(MediaRef::originalName).orElse("");
          String scan = file.map(ref -> " – " + words.say(ref.scan().key())).orElse("");
          String making =
              stories.making(m.id()).map(state -> "; " + words.say(state.key())).orElse("");
          String kind = words.say(DeskViews.kindKey(MediaKind.valueOf(m.kind())));
          links.add(
              new Link(
                  (name.isEmpty()
                          ? words.say("desk.story.original-unnamed", "kind", kind)
                          : words.say("desk.story.original", "name", name, "kind", kind))
                      + scan
                      + making,
                  "/desk/c/" + story.consultation() + "/media/" + m.id()));
        });
    return links;
  }

  private Answer transcribe(Ask ask) {
    Voice story = story(ask);
    Form form = ask.form();
    String text = form.text("transcript");
    Optional<String> wrong =
        text.isEmpty()
            ? Optional.of("desk.story.transcript-empty")
            : Optional.of("desk.story.transcript-long")
                .filter(_ -> text.length() > NewContribution.MAX_TEXT);
    if (wrong.isPresent()) {
      FormState state =
          FormState.of(form.fields())
              .withErrors(List.of(new FieldError("transcript", ask.words().say(wrong.get()))));
      return ask.page(422, page(ask, story, state));
    }
    String desk = "/desk/c/" + story.consultation() + "/stories";
    return stories.transcribe(story, text, form.ticked("checked"), ask.visitor().name())
        ? Answer.seeOther(desk).flash("desk.record.text-held")
        : Answer.seeOther(desk + "/" + story.id()).flash("desk.story.transcript-saved");
  }

  /// The file as it arrived, as a download whose type is not told: it was never made safe.
  private Answer original(Ask ask) {
    return stories
        .openOriginal(Reader.of(ask.visitor()), ask.value("consultation"), ask.value("media"))
        .map(open ->
            Answer.media(
                    "application/octet-stream", open.content().length(), open.content()::stream)
                .header("Content-Disposition", "attachment; filename=\"" + fileName(open) + "\""))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private static String fileName(StoryService.OpenFile open) {
    String name = open.file().originalName().replaceAll("[^A-Za-z0-9.-]+", "-");
    return name.isEmpty() ? open.file().id().value() : name;
  }

  private Voice story(Ask ask) {
    return stories
        .find(Reader.of(ask.visitor()), ask.value("consultation"), ask.value("story"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private DeskViews views(Words words) {
    return new DeskViews(words, consultations.council().zone());
  }
}
