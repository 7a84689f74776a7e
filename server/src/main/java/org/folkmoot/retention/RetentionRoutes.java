package org.folkmoot.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// How long things are kept, for the data protection officer.
final class RetentionRoutes implements RouteTable.Routes {

  static final String LIST = "/desk/rights/retention";

  private static final Access DPO = Access.staff(Role.DPO);

  private final RetentionService retention;
  private final ConsultationService consultations;
  private final RetentionViews views;

  RetentionRoutes(
      RetentionService retention, ConsultationService consultations, RetentionViews views) {
    this.retention = retention;
    this.consultations = consultations;
    this.views = views;
  }

  @Override
  public void register(RouteTable table) {
    table.get(LIST, DPO, ask -> ask.page(views.list(ask.words())));
    table.get(LIST + "/{rule}", DPO, ask -> show(ask, 200, rule(ask), FormState.empty()));
    table.post(LIST + "/{rule}", DPO, Limit.POST, this::act);
  }

  private Answer show(Ask ask, int status, Rule rule, FormState form) {
    return ask.page(status, views.rule(rule, form, ask.words()));
  }

  private Answer act(Ask ask) {
    Rule rule = rule(ask);
    Form form = ask.form();
    String who = ask.visitor().name();
    String what = form.text("do");
    if (what.equals("carry-out")) {
      boolean done = retention.carryOut(rule, form.text("mark"), who);
      return Answer.seeOther(path(rule))
          .flash(done ? "desk.retention.is-done" : "desk.retention.changed-since");
    }
    List<FieldError> wrong = wrong(form, what.equals("change"), ask.words());
    if (!wrong.isEmpty()) {
      return show(ask, 422, rule, FormState.of(form.fields()).withErrors(wrong));
    }
    String why = form.text("why");
    return switch (what) {
      case "change" -> {
        Rule about = form.has("question") ? rule.of(question(form)) : rule;
        retention.change(about, months(form).orElseThrow(), who, why);
        yield Answer.seeOther(path(about)).flash("desk.retention.is-set");
      }
      case "on", "off" -> {
        retention.turn(rule, what.equals("on"), who, why);
        yield Answer.seeOther(path(rule)).flash("desk.retention.is-" + what);
      }
      case "drop" -> {
        if (!rule.consultation().isEmpty()) {
          retention.drop(rule, who, why);
        }
        yield Answer.seeOther(LIST).flash("desk.retention.is-set");
      }
      default -> Answer.seeOther(path(rule));
    };
  }

  private static List<FieldError> wrong(Form form, boolean changes, Words words) {
    List<FieldError> wrong = new ArrayList<>();
    if (changes && months(form).isEmpty()) {
      wrong.add(
          new FieldError(
              "months", words.say("desk.retention.months-wrong", "most", Rule.MOST_MONTHS)));
    }
    if (!form.has("why")) {
      wrong.add(new FieldError("why", words.say("desk.retention.why-missing")));
    }
    return wrong;
  }

  private static OptionalInt months(Form form) {
    String typed = form.text("months");
    int months = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    return months > 0 && months <= Rule.MOST_MONTHS ? OptionalInt.of(months) : OptionalInt.empty();
  }

  private String question(Form form) {
    return consultations.get(form.text("question")).slug();
  }

  private Rule rule(Ask ask) {
    return retention
        .find(ask.value("rule"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  static String path(Rule rule) {
    return LIST + "/" + rule.id();
  }

  static FormState as(Rule rule) {
    return FormState.of(Map.of("months", List.of(Integer.toString(rule.months()))));
  }
}
