package org.folkmoot.initiative;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.folkmoot.record.Channel;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.FormPage;
import org.folkmoot.web.initiative.FormPage.Field;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FormState;

/// An officer moves the stage, says how an item stands with what people said about it, and puts
/// stories on a stage's shelf.
final class BoardDeskRoutes implements RouteTable.Routes {

  private static final String TO = "to";
  private static final String ON = "on";
  private static final String STANDING = "standing";
  private static final String NOTE = "note";
  private static final String EVIDENCE = "evidence";
  private static final String STORIES = "stories";
  private static final int FOUND = 10;
  private static final int MOST_STORIES = 50;

  private final InitiativeService initiatives;
  private final ConsultationService consultations;
  private final RecordReading reading;

  BoardDeskRoutes(
      InitiativeService initiatives, ConsultationService consultations, RecordReading reading) {
    this.initiatives = initiatives;
    this.consultations = consultations;
    this.reading = reading;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    String stage = "/desk/i/{initiative}/stage";
    table.get(stage, officer, this::stage);
    table.post(stage, officer, Limit.POST, this::move);
    String item = "/desk/i/{initiative}/items/{item}";
    table.get(item, officer, this::item);
    table.post(item, officer, Limit.POST, this::mark);
    String shelf = "/desk/i/{initiative}/shelf/{stage}";
    table.get(shelf, officer, this::shelf);
    table.post(shelf, officer, Limit.POST, this::shelve);
  }

  private Initiative initiative(Ask ask) {
    return initiatives.find(ask.value("initiative")).orElseThrow(BoardDeskRoutes::notFound);
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound());
  }

  private Board board(Ask ask) {
    return initiatives.boards().board(ask.value("initiative"));
  }

  // The stage.

  private Answer stage(Ask ask) {
    return stage(ask, FormState.of(Map.of(ON, List.of(consultations.today().toString()))));
  }

  private DeskForm stageForm(Ask ask) {
    String pages = InitiativeViews.path(initiative(ask)) + "/stages";
    return new DeskForm(
        ask, "stage", "", "", new Link(ask.words().say("initiative.page.stages"), pages));
  }

  private Answer stage(Ask ask, FormState form) {
    DeskForm desk = stageForm(ask);
    Words words = ask.words();
    Board board = board(ask);
    String open =
        board.openTasks(board.stage()).stream().map(Item::number).collect(Collectors.joining(", "));
    List<Choices.Option> stages =
        IntStream.rangeClosed(1, Items.STAGES)
            .filter(number -> number != board.stage())
            .mapToObj(number ->
                new Choices.Option(
                    Integer.toString(number),
                    number + ". " + words.say("initiative.stage-" + number),
                    words.say("initiative.stage-" + number + ".what")))
            .toList();
    Choices to = form.radios(TO, words.say("desk.initiative.stage-to"), stages);
    return desk.page(
        form,
        List.of(
            Field.of(
                open.isEmpty()
                    ? to
                    : to.hint(words.say("desk.initiative.stage-open", "tasks", open))),
            Field.of(form.text(ON, words.say("desk.initiative.stage-on")).of("date"))),
        null);
  }

  private Answer move(Ask ask) {
    DeskForm desk = stageForm(ask);
    Form form = ask.form();
    String to = form.text(TO);
    Optional<LocalDate> on = desk.day(ON, consultations.today());
    if (!to.matches("[1-5]")) {
      return stage(ask, desk.wrong(TO, "desk.initiative.stage-missing"));
    }
    if (on.isEmpty()) {
      return stage(ask, desk.wrong(ON, "desk.initiative.date-wrong"));
    }
    Optional<String> problem =
        initiatives
            .boards()
            .move(
                ask.value("initiative"),
                Integer.parseInt(to),
                on.get(),
                desk.why(),
                ask.visitor().name());
    return problem
        .map(key -> stage(ask, desk.wrong(key.endsWith("same") ? TO : DeskForm.WHY, key)))
        .orElseGet(() -> Answer.seeOther(desk.back().href()).flash("desk.saved"));
  }

  // Items.

  private Answer item(Ask ask) {
    Board.Mark mark = board(ask).mark(itemOf(ask));
    return item(
        ask,
        FormState.of(
            Map.of(
                STANDING, List.of(mark.standing().name()),
                NOTE, List.of(mark.note()),
                EVIDENCE, mark.evidence())));
  }

  private static Item itemOf(Ask ask) {
    return Items.find(ask.value("item")).orElseThrow(BoardDeskRoutes::notFound);
  }

  private DeskForm itemForm(Ask ask) {
    Item item = itemOf(ask);
    Initiative initiative = initiative(ask);
    String name = InitiativeViews.name(item, ask.words());
    String lang = item.kind() == ItemKind.LEARNING ? "en" : ask.words().language();
    return new DeskForm(
        ask,
        "item",
        name,
        lang,
        new Link(
            ask.words().say(item.kind().wordKey()),
            InitiativeViews.path(initiative) + "/items/" + item.id()));
  }

  private Answer item(Ask ask, FormState form) {
    DeskForm desk = itemForm(ask);
    Words words = ask.words();
    String asked = ask.query("q");
    List<Choices.Option> voices = picks(ask, form.values(EVIDENCE), asked);
    Choices evidence =
        form.checkboxes(EVIDENCE, words.say("desk.initiative.evidence"), voices)
            .hint(
                words.say(
                    voices.isEmpty()
                        ? "desk.initiative.evidence-none"
                        : "desk.initiative.evidence-hint"))
            .ifYouLike();
    var search =
        new FormPage.Search(
            ask.path(),
            FormState.of(Map.of("q", List.of(asked)))
                .text("q", words.say("desk.initiative.evidence-search")));
    return desk.page(
        form,
        List.of(
            Field.of(
                form.radios(
                    STANDING,
                    words.say("desk.initiative.standing"),
                    itemOf(ask).kind().standings().stream()
                        .map(s -> new Choices.Option(s.name(), words.say(s.wordKey())))
                        .toList())),
            Field.of(
                form.area(NOTE, words.say("desk.initiative.note"), 3)
                    .hint(words.say("desk.initiative.note-hint"))
                    .atMost(DeskForm.LONGEST)
                    .ifYouLike()),
            Field.of(evidence)),
        search);
  }

  /// What has been picked, then what the words find in what people said, as this officer may read
  /// it.
  private List<Choices.Option> picks(Ask ask, List<String> picked, String asked) {
    Reader reader = Reader.of(ask.visitor());
    Map<String, Choices.Option> options = new LinkedHashMap<>();
    for (String id : picked) {
      reading.find(reader, id).ifPresent(v -> options.put(v.id(), option(v, ask.words())));
    }
    for (Consultation c : asked(ask)) {
      reading
          .list(reader, RecordQuery.in(c.slug()).words(asked).page(0, FOUND))
          .voices()
          .forEach(v -> options.putIfAbsent(v.id(), option(v, ask.words())));
    }
    return List.copyOf(options.values());
  }

  private static Choices.Option option(Voice voice, Words words) {
    String said = InitiativeViews.titleOf(voice);
    return new Choices.Option(
        voice.id(),
        said.isBlank() ? words.say(voice.channel().wordKey()) : said,
        words.say(voice.channel().wordKey()));
  }

  private List<Consultation> asked(Ask ask) {
    return initiatives.consultations(ask.value("initiative"));
  }

  /// Of what was ticked, what is there and was said under this initiative.
  private List<String> ticked(Ask ask, String field) {
    Reader reader = Reader.of(ask.visitor());
    Set<String> own = asked(ask).stream().map(Consultation::slug).collect(Collectors.toSet());
    return ask.form().all(field).stream()
        .distinct()
        .filter(
            id -> reading.find(reader, id).filter(v -> own.contains(v.consultation())).isPresent())
        .limit(MOST_STORIES)
        .toList();
  }

  private Answer mark(Ask ask) {
    DeskForm desk = itemForm(ask);
    Form form = ask.form();
    Item item = itemOf(ask);
    Optional<Standing> standing =
        Arrays.stream(Standing.values())
            .filter(s -> s.name().equals(form.text(STANDING)))
            .findFirst();
    if (standing.isEmpty() || form.text(NOTE).length() > DeskForm.LONGEST) {
      return item(ask, desk.wrong(STANDING, "desk.initiative.standing-missing"));
    }
    var mark = new Board.Mark(standing.get(), form.text(NOTE), ticked(ask, EVIDENCE));
    Optional<String> problem =
        initiatives
            .boards()
            .mark(
                ask.value("initiative"),
                List.of(new BoardService.Marked(item.id(), mark, desk.why())),
                ask.visitor().name());
    return problem
        .map(key -> item(ask, desk.wrong(field(key), key)))
        .orElseGet(() -> Answer.seeOther(desk.back().href()).flash("desk.saved"));
  }

  private static String field(String key) {
    if (key.endsWith("standing-missing")) {
      return STANDING;
    }
    return key.endsWith("evidence-missing") ? EVIDENCE : DeskForm.WHY;
  }

  // The shelf of a stage.

  private Answer shelf(Ask ask) {
    return shelf(ask, FormState.of(Map.of(STORIES, board(ask).shelf(stageOf(ask)))));
  }

  private static int stageOf(Ask ask) {
    String stage = ask.value("stage");
    if (!stage.matches("[1-5]")) {
      throw notFound();
    }
    return Integer.parseInt(stage);
  }

  private DeskForm shelfForm(Ask ask) {
    int stage = stageOf(ask);
    return new DeskForm(
        ask,
        "shelf",
        stage + ". " + ask.words().say("initiative.stage-" + stage),
        ask.words().language(),
        new Link(
            ask.words().say("initiative.page.stages"),
            InitiativeViews.path(initiative(ask)) + "/stages"));
  }

  private Answer shelf(Ask ask, FormState form) {
    DeskForm desk = shelfForm(ask);
    Reader reader = Reader.of(ask.visitor());
    List<Choices.Option> stories =
        asked(ask).stream()
            .flatMap(c ->
                reading
                    .list(
                        reader,
                        RecordQuery.in(c.slug()).channel(Channel.STORY).page(0, MOST_STORIES))
                    .voices()
                    .stream())
            .map(v -> option(v, ask.words()))
            .toList();
    Words words = ask.words();
    Choices choices =
        form.checkboxes(STORIES, words.say("desk.initiative.shelf-stories"), stories).ifYouLike();
    return desk.page(
        form,
        List.of(
            Field.of(
                stories.isEmpty()
                    ? choices.hint(words.say("desk.initiative.shelf-none"))
                    : choices)),
        null);
  }

  private Answer shelve(Ask ask) {
    DeskForm desk = shelfForm(ask);
    Optional<String> problem =
        initiatives
            .boards()
            .shelve(
                ask.value("initiative"),
                stageOf(ask),
                ticked(ask, STORIES),
                desk.why(),
                ask.visitor().name());
    return problem
        .map(key -> shelf(ask, desk.wrong(DeskForm.WHY, key)))
        .orElseGet(() -> Answer.seeOther(desk.back().href()).flash("desk.saved"));
  }
}
