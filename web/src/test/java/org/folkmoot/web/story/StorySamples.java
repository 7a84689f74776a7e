package org.folkmoot.web.story;

import java.util.List;
import java.util.Map;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Pagination;
import org.jspecify.annotations.Nullable;

/// Stories and letters: lists full and empty, each kind of file, a form that came back.
public final class StorySamples implements Samples {
  private static final Words WORDS = Words.english();
  private static final String RIDE =
      "I finish at the canteen at ten past ten.\n\nThe last bus is at five to. I walk, and on the"
          + " bridge I hold my keys.";

  @Override
  public List<Page> pages() {
    FormState sent =
        FormState.of(Map.of("words", List.of(RIDE), "use", List.of("unnamed")))
            .withErrors(
                List.of(
                    new FieldError("file", WORDS.say("media.broken")),
                    new FieldError("under18", WORDS.say("common.under18-missing"))));
    return List.of(
        new StoriesPage(
            "Stories",
            "/c/after-six/stories/new",
            null,
            List.of(
                row("The bridge", "to listen to", null),
                row("Waiting with the twins", null, "A child is threatened")),
            null,
            new Pagination(null, "/c/after-six/stories?after=12", null)),
        new StoriesPage(
            "Stories",
            null,
            WORDS.say("story.closed"),
            List.of(),
            new EmptyState(WORDS.say("story.none")),
            null),
        new StoryPage("The bridge", sound(), null, "/c/after-six/stories"),
        new StoryPage(
            "The bus stop on Quay Street",
            picture("A threat on the way home"),
            WORDS.say("story.only-you"),
            "/c/after-six/stories"),
        form(FormState.empty(), null),
        form(
            sent,
            new NewStoryPage.Kept(
                "med_1",
                WORDS.say("story.file-here", "name", "bridge.m4a"),
                sent.checkbox("file-drop", WORDS.say("story.file-drop")))),
        read(),
        new ReadPage(
            "Stories before the decision",
            null,
            report(),
            List.of(),
            null,
            List.of(),
            WORDS.say("desk.read.progress", "read", 0, "shown", 0),
            0,
            1,
            null,
            List.of(),
            WORDS.say("desk.read.intro", "told", 0, "shown", 0),
            List.of(),
            new EmptyState(WORDS.say("desk.read.nothing")),
            "/c/after-six/read"),
        desk(),
        deskStory(),
        new LettersPage(
            "Letters",
            "/desk/c/after-six/letters/file",
            null,
            null,
            FormState.empty().file("file", WORDS.say("desk.letter.file"), ".pdf"),
            "/desk/c/after-six/letters/new",
            List.of(
                new LettersPage.Row(
                    "Wren Valley Buses",
                    "Later buses on the harbour road",
                    "/desk/c/after-six/record/c1",
                    "3 May 2027",
                    "waits to be checked",
                    "quoted as Wren Valley Buses",
                    "9MY-1MV2-K4T")),
            null),
        new LettersPage(
            "Letters",
            null,
            WORDS.say("desk.letter.closed"),
            null,
            FormState.empty().file("file", WORDS.say("desk.letter.file"), ".pdf"),
            "/desk/c/after-six/letters/new",
            List.of(),
            new EmptyState(WORDS.say("desk.letter.none"))),
        letter());
  }

  private static StoriesPage.Row row(String heading, @Nullable String what, @Nullable String mind) {
    return new StoriesPage.Row(
        heading,
        "/c/after-six/stories/c1",
        "en",
        "I finish at the canteen at ten past ten. The last bus is at five to …",
        "Told without a name",
        "3 May 2027",
        "2027-05-03",
        what,
        mind);
  }

  private static Telling sound() {
    return new Telling(
        "en",
        List.of(RIDE.split("\n\n")),
        "Told by Rook",
        "3 May 2027",
        "2027-05-03",
        null,
        null,
        new Telling.Player("/c/after-six/media/med_1", "audio/mp4", "Sound: The bridge"),
        null,
        new Telling.Transcript(
            List.of("I finish at ten past ten."), WORDS.say("story.transcript-checked")),
        null);
  }

  private static Telling picture(@Nullable String mind) {
    return new Telling(
        "en",
        List.of("This is where we wait."),
        "Told without a name",
        "3 May 2027",
        "2027-05-03",
        mind,
        new Telling.Picture("/c/after-six/media/med_2", "A bus stop, no lamp", "A bus stop"),
        null,
        null,
        null,
        mind == null ? null : WORDS.say("story.unseen"));
  }

  private static Telling video() {
    return new Telling(
        "pl",
        List.of(),
        "Told without a name",
        "4 May 2027",
        "2027-05-04",
        null,
        null,
        null,
        new Telling.Player(
            "/c/after-six/media/med_3",
            "video/mp4",
            "Video: Home",
            new Telling.Track("/c/after-six/media/med_4", "en", "Captions")),
        null,
        null);
  }

  private static NewStoryPage form(FormState state, NewStoryPage.@Nullable Kept kept) {
    return new NewStoryPage(
        "Tell what happened to you",
        "/c/after-six/stories/new",
        "f1",
        state.summary(),
        List.of(WORDS.say("story.prompt-evening"), WORDS.say("story.prompt-difference")),
        state.area("words", WORDS.say("story.words"), 10).hint(WORDS.say("story.words-hint")),
        state.text("title", WORDS.say("story.title")).ifYouLike(),
        state
            .file("file", WORDS.say("story.file"), "image/jpeg")
            .hint(WORDS.say("story.file-hint")),
        kept,
        others(state),
        state.area("description", WORDS.say("story.description"), 4).ifYouLike(),
        state.text("mind", WORDS.say("story.mind")).ifYouLike(),
        ClosingQuestions.of(state, WORDS, List.of("Harbour", "Saltmarsh")));
  }

  private static ReadPage.Report report() {
    return new ReadPage.Report(
        WORDS.say("desk.read.report"), "/c/after-six/report", WORDS.say("desk.read.report-note"));
  }

  private static ReadPage read() {
    return new ReadPage(
        "Stories before the decision",
        WORDS.say("desk.read.summary-heard", "shown", 3, "minutes", 14, "heard", 1, "hear", 2),
        report(),
        List.of(
            new Link(WORDS.say("desk.read.ten", "most", 10), "/c/after-six/read?in=10"),
            new Link(WORDS.say("desk.read.all", "count", 3), "/c/after-six/read", true)),
        WORDS.say(
            "desk.read.ten-note",
            "report",
            3,
            "minutes",
            7,
            "count",
            2,
            "kinds",
            "in words, to watch",
            "left",
            1),
        List.of(new Link("Football", "/c/after-six/read#story-x")),
        WORDS.say("desk.read.progress", "read", 1, "shown", 3),
        1,
        3,
        WORDS.say("desk.read.saved-last"),
        List.of(
            entry("c1", "The bridge", null, true, false, sound()),
            entry("c2", "The stop", "Before you open it: A threat", false, false, picture(null)),
            entry("c3", "Home", null, false, true, video())),
        WORDS.say("desk.read.intro", "told", 9, "shown", 3),
        List.of(
            WORDS.say("desk.read.absent-under-18", "count", 1),
            WORDS.say("desk.read.absent-count-only", "count", 3),
            WORDS.say("desk.read.absent-taken-back", "count", 1)),
        null,
        "/c/after-six/read");
  }

  private static ReadPage.Entry entry(
      String id,
      String heading,
      @Nullable String mind,
      boolean isRead,
      boolean isOpen,
      Telling telling) {
    return new ReadPage.Entry(
        id,
        "story-" + id,
        heading,
        WORDS.say("desk.read.what", "kind", "in words", "minutes", 2),
        mind,
        isRead,
        isOpen,
        null,
        WORDS.say("desk.read.tick-for", "title", heading),
        telling);
  }

  private static DeskStoriesPage desk() {
    return new DeskStoriesPage(
        "Stories",
        List.of(
            new DeskStoriesPage.Row(
                "The bridge",
                "/desk/c/after-six/stories/c1",
                "3 May 2027",
                "words, sound",
                "waits to be checked",
                "quoted without a name, on the website",
                "missing")),
        new EmptyState(WORDS.say("desk.story.none")),
        new Pagination(null, "/desk/c/after-six/stories?after=3", null),
        List.of(new Link("Stories before the decision", "/c/after-six/read")));
  }

  private static DeskStoryPage deskStory() {
    FormState state =
        FormState.empty()
            .withErrors(
                List.of(new FieldError("transcript", WORDS.say("desk.story.transcript-empty"))));
    return new DeskStoryPage(
        "The bridge",
        sound(),
        List.of(new DeskStoryPage.Fact("Code", "9MY-1MV2-K4T")),
        List.of(new Link("bridge.m4a (sound)", "/desk/c/after-six/media/med_1/original")),
        "/desk/c/after-six/record/c1",
        "/desk/c/after-six/stories",
        "/desk/c/after-six/stories/c1/transcript",
        state.summary(),
        state.area("transcript", WORDS.say("desk.story.transcript"), 8),
        state.checkbox("checked", WORDS.say("desk.story.checked")),
        new DeskStoryPage.NoteOthers(
            "Others are to be seen and were not asked.",
            "/desk/c/after-six/stories/c1/others",
            others(state)));
  }

  private static OthersQuestion others(FormState state) {
    return new OthersQuestion(
        state.radios(
            "others",
            WORDS.say("story.others"),
            List.of(new Choices.Option("agreed", WORDS.say("story.others-agreed")))),
        state.text("others-who", WORDS.say("story.others-who")),
        state.text("others-young", WORDS.say("story.others-young")).ifYouLike());
  }

  private static LetterPage letter() {
    FormState state =
        FormState.of(Map.of("words", List.of("Dear council, we run the 14 at a loss.")))
            .withErrors(List.of(new FieldError("writer", WORDS.say("desk.letter.writer-missing"))));
    return new LetterPage(
        "Check this letter",
        "/desk/c/after-six/letters/new",
        "f2",
        "med_4",
        WORDS.say("desk.letter.file-scan", "name", "scan.jpg"),
        new Telling.Picture(
            "/desk/c/after-six/letters/file/med_4", WORDS.say("desk.letter.picture-alt"), null),
        state.summary(),
        state.text("writer", WORDS.say("desk.letter.writer")),
        state.radios(
            "kind",
            WORDS.say("desk.letter.kind"),
            List.of(
                new Choices.Option("organisation", "an organisation"),
                new Choices.Option("person", "one person"))),
        state.text("received", WORDS.say("desk.letter.received")).of("date"),
        state.text("title", WORDS.say("desk.letter.about")).ifYouLike(),
        state.area("words", WORDS.say("desk.letter.words"), 14),
        state.radios(
            "use",
            WORDS.say("desk.letter.use"),
            List.of(
                new Choices.Option("unnamed", WORDS.say("desk.letter.use-unnamed")),
                new Choices.Option("named", WORDS.say("desk.letter.use-named")),
                new Choices.Option("count", WORDS.say("desk.letter.use-count")))),
        state.checkbox("website", WORDS.say("desk.letter.website")),
        state.checkbox("under18", WORDS.say("desk.letter.under18")));
  }
}
