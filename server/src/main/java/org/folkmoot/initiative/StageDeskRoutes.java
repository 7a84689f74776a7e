package org.folkmoot.initiative;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.FormPage.Field;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FormState;

/// An officer moves the stage, and puts stories on a stage's shelf.
final class StageDeskRoutes implements RouteTable.Routes {

  private static final String TO = "to";
  private static final String ON = "on";
  private static final String STORIES = "stories";

  private final InitiativeService initiatives;
  private final ConsultationService consultations;
  private final VoicePicks picks;

  StageDeskRoutes(
      InitiativeService initiatives, ConsultationService consultations, VoicePicks picks) {
    this.initiatives = initiatives;
    this.consultations = consultations;
    this.picks = picks;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    String stage = "/desk/i/{initiative}/stage";
    table.get(stage, officer, this::stage);
    table.post(stage, officer, Limit.POST, this::move);
    String shelf = "/desk/i/{initiative}/shelf/{stage}";
    table.get(shelf, officer, this::shelf);
    table.post(shelf, officer, Limit.POST, this::shelve);
  }

  private Initiative initiative(Ask ask) {
    return initiatives.get(ask.value("initiative"));
  }

  private Board board(Ask ask) {
    return initiatives.boards().board(ask.value("initiative"));
  }

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
        .orElseGet(desk::saved);
  }

  private Answer shelf(Ask ask) {
    return shelf(ask, FormState.of(Map.of(STORIES, board(ask).shelf(stageOf(ask)))));
  }

  private static int stageOf(Ask ask) {
    String stage = ask.value("stage");
    if (!stage.matches("[1-5]")) {
      throw new ProblemException(new Problem.NotFound());
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
    List<Choices.Option> stories = picks.stories(ask);
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
                picks.ticked(ask, STORIES),
                desk.why(),
                ask.visitor().name());
    return problem.map(key -> shelf(ask, desk.wrong(DeskForm.WHY, key))).orElseGet(desk::saved);
  }
}
