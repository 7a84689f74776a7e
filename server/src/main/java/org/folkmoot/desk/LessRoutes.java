package org.folkmoot.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Consent.Asked;
import org.folkmoot.record.Consent.Scope;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.DeskLessPage;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Allowing less for somebody who asks by phone, by letter or at the counter and has the code.
/// Staff can take uses away, never add one.
final class LessRoutes implements RouteTable.Routes {

  /// Nothing is told to them, not even what is decided.
  private static final String TELL = "tell";

  private static final List<Asked> WAYS = List.of(Asked.PHONE, Asked.LETTER, Asked.IN_PERSON);

  private final DeskService desk;
  private final ConsultationService consultations;

  LessRoutes(DeskService desk, ConsultationService consultations) {
    this.desk = desk;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    String here = "/desk/c/{consultation}/record/less";
    table.get(here, Access.staff(Role.OFFICER, Role.MODERATOR), this::show);
    table.post(here, Access.staff(Role.OFFICER, Role.MODERATOR), Limit.POST, this::allowLess);
  }

  private Answer show(Ask ask) {
    var form = FormState.of(Map.of("code", List.of(ask.query("code"))));
    return ask.page(page(consultation(ask), form, ask.words()));
  }

  private Answer allowLess(Ask ask) {
    Consultation asked = consultation(ask);
    Form form = ask.form();
    List<FieldError> wrong = problems(form, ask.words());
    if (wrong.isEmpty()) {
      ask.check(Limit.CODE);
      boolean done =
          desk.allowLess(
              ask.visitor(),
              asked.slug(),
              form.text("code"),
              taken(form),
              form.all("taken").contains(TELL),
              way(form),
              form.text("witness"));
      if (done) {
        return Answer.seeOther(DeskRoutes.list(asked)).flash("desk.less.done");
      }
      ask.spend(Limit.CODE);
      wrong.add(new FieldError("code", ask.words().say("desk.take-back.code-unknown")));
    }
    var kept = FormState.of(form.fields()).withErrors(wrong);
    return ask.page(422, page(asked, kept, ask.words()));
  }

  private static List<FieldError> problems(Form form, Words words) {
    List<FieldError> wrong = new ArrayList<>();
    if (!form.has("code")) {
      wrong.add(new FieldError("code", words.say("desk.take-back.code-unknown")));
    }
    if (taken(form).isEmpty() && !form.all("taken").contains(TELL)) {
      wrong.add(new FieldError("taken", words.say("desk.less.taken-missing")));
    }
    if (WAYS.stream().noneMatch(way -> value(way).equals(form.text("how")))) {
      wrong.add(new FieldError("how", words.say("desk.less.how-missing")));
    }
    if (!form.has("witness")) {
      wrong.add(new FieldError("witness", words.say("desk.less.witness-missing")));
    }
    return wrong;
  }

  private static Set<Scope> taken(Form form) {
    Set<Scope> taken = EnumSet.noneOf(Scope.class);
    for (Scope scope : Scope.values()) {
      if (form.all("taken").contains(value(scope))) {
        taken.add(scope);
      }
    }
    return taken;
  }

  private static Asked way(Form form) {
    return WAYS.stream()
        .filter(way -> value(way).equals(form.text("how")))
        .findFirst()
        .orElseThrow();
  }

  private static DeskLessPage page(Consultation asked, FormState form, Words words) {
    List<Choices.Option> taken = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      taken.add(new Choices.Option(value(scope), words.say("desk.less.no-" + value(scope))));
    }
    taken.add(new Choices.Option(TELL, words.say("desk.less.no-tell")));
    List<Choices.Option> ways =
        WAYS.stream()
            .map(way -> new Choices.Option(value(way), words.say("desk.less.by-" + value(way))))
            .toList();
    return new DeskLessPage(
        words.say("desk.less.title"),
        form.summary(),
        DeskRoutes.list(asked),
        DeskRoutes.list(asked) + "/less",
        form.text("code", words.say("common.your-code")).atMost(40),
        form.checkboxes("taken", words.say("desk.less.taken"), taken),
        form.radios("how", words.say("desk.less.how"), ways),
        form.text("witness", words.say("desk.less.witness"))
            .hint(words.say("desk.less.witness-hint"))
            .atMost(120));
  }

  private static String value(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }
}
