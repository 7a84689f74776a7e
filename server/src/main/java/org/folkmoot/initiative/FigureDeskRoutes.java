package org.folkmoot.initiative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// An officer saves a figure of an indicator.
final class FigureDeskRoutes implements RouteTable.Routes {

  private static final String QUARTER = "quarter";
  private static final String VALUE = "value";
  private static final String HIDDEN = "hidden";
  private static final String CAME = "came";

  private final InitiativeService initiatives;
  private final ConsultationService consultations;

  FigureDeskRoutes(InitiativeService initiatives, ConsultationService consultations) {
    this.initiatives = initiatives;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    String indicator = "/desk/i/{initiative}/indicators/{indicator}";
    table.get(
        indicator,
        officer,
        ask -> value(ask, FormState.of(Map.of(CAME, List.of(consultations.today().toString())))));
    table.post(indicator, officer, Limit.POST, this::saveValue);
  }

  private Board board(Ask ask) {
    return initiatives.boards().board(ask.value("initiative"));
  }

  private DeskForm valueForm(Ask ask, Board board, Plan.Indicator indicator) {
    return new DeskForm(
        ask,
        "value",
        indicator.question(),
        board.plan().language(),
        new Link(
            ask.words().say("initiative.page.indicators"),
            InitiativeViews.path(initiatives.get(ask.value("initiative")))
                + "/indicators#"
                + indicator.id()));
  }

  private static Plan.Indicator indicator(Ask ask, Board board) {
    return board
        .plan()
        .indicator(ask.value("indicator"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Answer value(Ask ask, FormState form) {
    Board board = board(ask);
    Plan.Indicator indicator = indicator(ask, board);
    Words words = ask.words();
    List<Choices.Option> quarters = new ArrayList<>();
    Quarter now = Quarter.on(consultations.today());
    for (Quarter q : IndicatorViews.quarters(board, indicator, now).reversed()) {
      List<Board.Reading> said = board.readings(indicator.id(), q);
      String name = IndicatorViews.quarter(q, words);
      quarters.add(
          new Choices.Option(
              q.printed(),
              said.isEmpty()
                  ? name
                  : name + ": " + IndicatorViews.shown(indicator, said.getLast(), words)));
    }
    return valueForm(ask, board, indicator)
        .page(
            form,
            List.of(
                Field.of(
                    form.select(QUARTER, words.say("desk.initiative.value-quarter"), quarters)),
                Field.of(
                    form.text(VALUE, words.say("desk.initiative.value"))
                        .hint(IndicatorViews.now(board, indicator, words))
                        .keyboard("decimal")),
                Field.of(form.checkbox(HIDDEN, words.say("desk.initiative.value-hidden"))),
                Field.of(
                    form.text(CAME, words.say("desk.initiative.value-came"))
                        .hint(words.say("desk.initiative.value-came-hint"))
                        .of("date"))),
            null);
  }

  private Answer saveValue(Ask ask) {
    Board board = board(ask);
    Plan.Indicator indicator = indicator(ask, board);
    DeskForm desk = valueForm(ask, board, indicator);
    Form form = ask.form();
    Optional<Quarter> quarter =
        Quarter.parse(form.text(QUARTER))
            .filter(q -> q.compareTo(indicator.first()) >= 0)
            .filter(q -> q.compareTo(Quarter.on(consultations.today())) <= 0);
    Optional<LocalDate> came = desk.day(CAME, consultations.today());
    boolean hidden = form.ticked(HIDDEN);
    String typed = form.text(VALUE).replace(',', '.');
    if (quarter.isEmpty()) {
      return value(ask, desk.wrong(QUARTER, "desk.initiative.value-quarter-missing"));
    }
    if (!hidden && !typed.matches("\\d{1,9}(\\.\\d{1,3})?")) {
      return value(ask, desk.wrong(VALUE, "desk.initiative.value-wrong"));
    }
    if (came.isEmpty()) {
      return value(ask, desk.wrong(CAME, "desk.initiative.date-wrong"));
    }
    var reading =
        new Board.Reading(
            indicator.id(),
            quarter.get(),
            hidden ? 0 : Double.parseDouble(typed),
            hidden,
            came.get(),
            desk.why());
    Optional<String> problem =
        initiatives.boards().read(ask.value("initiative"), List.of(reading), ask.visitor().name());
    return problem
        .map(key -> value(ask, desk.wrong(key.endsWith("wrong") ? VALUE : DeskForm.WHY, key)))
        .orElseGet(desk::saved);
  }
}
