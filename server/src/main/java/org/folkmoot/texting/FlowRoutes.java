package org.folkmoot.texting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.sms.flow.Flows;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.sms.flow.QuestionSet;
import org.folkmoot.texting.TextLine.Script;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Where an officer puts together what a line asks. People in the middle of it go on with the next
/// question that is there, or end as after the last.
final class FlowRoutes implements RouteTable.Routes {

  private static final long THOUSAND = 1000;
  private static final String AT = "/desk/c/{consultation}/texting/flow";

  private final TextingService texting;
  private final ConsultationService consultations;
  private final Budget budget;

  FlowRoutes(TextingService texting, ConsultationService consultations, Budget budget) {
    this.texting = texting;
    this.consultations = consultations;
    this.budget = budget;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get(AT, officer, ask -> list(ask, 200, FormState.empty()));
    table.post(AT, officer, Limit.POST, this::change);
    table.get(AT + "/file", officer, this::file);
    table.get(AT + "/question", officer, this::question);
    table.post(AT + "/question", officer, Limit.POST, this::save);
  }

  private Answer list(Ask ask, int status, FormState form) {
    Optional<TextLine> line = texting.line(consultation(ask).slug());
    if (line.isEmpty()) {
      return Answer.seeOther(desk(ask)).flash("desk.flow.first-a-line");
    }
    return ask.page(
        status,
        FlowViews.list(
            line.get(),
            ask.query("in"),
            at(ask),
            form,
            consultations.council(),
            cost(ask),
            ask.words()));
  }

  private Answer change(Ask ask) {
    TextLine line = line(ask);
    QuestionSet set = line.questions();
    String[] pressed = ask.form().text("do").split(":", 2);
    String id = pressed.length == 2 ? pressed[1] : "";
    return switch (pressed[0]) {
      case "up" -> kept(ask, line.asking(set.moved(id, true)));
      case "down" -> kept(ask, line.asking(set.moved(id, false)));
      case "remove" -> remove(ask, line, set, id);
      case "sample" ->
          kept(ask, line.asking(new QuestionSet(Flows.afterSix().questions(), set.made())));
      case "use" -> kept(ask, set.questions().isEmpty() ? line : line.with(Script.OWN));
      default -> bringIn(ask, line, set);
    };
  }

  private Answer remove(Ask ask, TextLine line, QuestionSet set, String id) {
    QuestionSet less = set.without(id);
    boolean needed = less.questions().isEmpty() && line.script() == Script.OWN;
    boolean asked =
        less.questions().stream()
            .anyMatch(q -> q.onlyIf().containsKey(id) || q.unless().containsKey(id));
    if (needed || asked) {
      String why = needed ? "desk.flow.last" : "desk.flow.depended-on";
      return list(ask, 422, wrong(ask, "questions", ask.words().say(why)));
    }
    return kept(ask, line.asking(less));
  }

  /// Takes a flow file in the place of what is there.
  private Answer bringIn(Ask ask, TextLine line, QuestionSet set) {
    try {
      QuestionSet brought = Flows.questions(ask.form().text("file"));
      var questions = new QuestionSet(brought.questions(), Math.max(set.made(), brought.made()));
      Optional<String> why = FlowViews.refused(questions, ask.words());
      if (why.isPresent()) {
        return list(ask, 422, wrong(ask, "file", why.get()));
      }
      return kept(ask, line.asking(questions));
    } catch (IllegalArgumentException e) {
      String why = ask.words().say("desk.flow.file-wrong", "why", String.valueOf(e.getMessage()));
      return list(ask, 422, wrong(ask, "file", why));
    }
  }

  private Answer file(Ask ask) {
    TextLine line = line(ask);
    String file =
        line.own().isEmpty()
            ? Flows.write(
                line.consultation(),
                line.keyword(),
                new QuestionSet(line.flow().questions(), line.flow().questions().size()))
            : line.own();
    return Answer.download(
        "application/json",
        line.consultation() + "-texts.json",
        file.getBytes(StandardCharsets.UTF_8));
  }

  private Answer question(Ask ask) {
    QuestionSet set = line(ask).questions();
    String id = ask.query("id");
    Optional<Question> asked = set.find(id);
    if (!id.isEmpty() && asked.isEmpty()) {
      throw new ProblemException(new Problem.NotFound());
    }
    FormState form = asked.map(q -> FormState.of(FlowForm.fields(q))).orElseGet(FormState::empty);
    return ask.page(FlowViews.question(set, id, at(ask), form, cost(ask), ask.words()));
  }

  private Answer save(Ask ask) {
    TextLine line = line(ask);
    QuestionSet set = line.questions();
    String id = ask.form().text("id");
    if (!id.isEmpty() && set.find(id).isEmpty()) {
      throw new ProblemException(new Problem.NotFound());
    }
    FormState form = FormState.of(ask.form().fields());
    if (ask.form().text("do").equals("count")) {
      return ask.page(FlowViews.question(set, id, at(ask), form, cost(ask), ask.words()));
    }
    List<FieldError> problems = FlowForm.problems(ask.form(), set, id, ask.words());
    if (!problems.isEmpty()) {
      return ask.page(
          422,
          FlowViews.question(set, id, at(ask), form.withErrors(problems), cost(ask), ask.words()));
    }
    boolean isNew = id.isEmpty();
    if (isNew && set.questions().size() >= FlowForm.MAX_QUESTIONS) {
      throw new ProblemException(new Problem.NotFound());
    }
    Question question = FlowForm.read(ask.form(), set, isNew ? set.nextId() : id);
    return kept(ask, line.asking(set.with(question)));
  }

  /// What a text of so many parts costs for a thousand people.
  private IntFunction<String> cost(Ask ask) {
    SendingRules rules = budget.rules(consultation(ask).slug());
    return parts ->
        NewsViews.money(rules.cost(THOUSAND * parts), consultations.council(), ask.words());
  }

  private Answer kept(Ask ask, TextLine line) {
    texting.setUp(line);
    return Answer.seeOther(at(ask)).flash("desk.flow.saved");
  }

  private static FormState wrong(Ask ask, String field, String why) {
    return FormState.of(ask.form().fields()).withErrors(List.of(new FieldError(field, why)));
  }

  private TextLine line(Ask ask) {
    return texting
        .line(consultation(ask).slug())
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private String desk(Ask ask) {
    return "/desk/c/" + consultation(ask).slug() + "/texting";
  }

  private String at(Ask ask) {
    return desk(ask) + "/flow";
  }
}
