package org.folkmoot.initiative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.InitiativeDeskPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// An initiative as an officer describes it.
final class InitiativeDeskRoutes implements RouteTable.Routes {

  private static final String NAME = "name";
  private static final String WHY = "why";
  private static final String QUESTIONS = "questions";

  private final InitiativeService initiatives;
  private final ConsultationService consultations;

  InitiativeDeskRoutes(InitiativeService initiatives, ConsultationService consultations) {
    this.initiatives = initiatives;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get("/desk/i/{initiative}", officer, this::edit);
    table.post("/desk/i/{initiative}", officer, Limit.POST, this::save);
  }

  private Answer edit(Ask ask) {
    String slug = slug(ask);
    Initiative known = initiatives.find(slug).orElse(new Initiative(slug, "", ""));
    List<String> own =
        consultations.all().stream()
            .filter(c -> c.initiative().equals(slug))
            .map(Consultation::slug)
            .toList();
    return page(
        ask,
        200,
        FormState.of(
            Map.of(NAME, List.of(known.name()), WHY, List.of(known.why()), QUESTIONS, own)));
  }

  private Answer save(Ask ask) {
    String slug = slug(ask);
    Form form = ask.form();
    Words words = ask.words();
    List<FieldError> problems = new ArrayList<>();
    if (!form.has(NAME) || form.text(NAME).length() > Initiative.MAX_NAME) {
      problems.add(new FieldError(NAME, words.say("desk.initiative.name-missing")));
    }
    if (form.text(WHY).length() > Initiative.MAX_WHY) {
      problems.add(new FieldError(WHY, words.say("desk.initiative.why-long")));
    }
    if (!problems.isEmpty()) {
      return page(ask, 422, FormState.of(form.fields()).withErrors(problems));
    }
    initiatives.save(new Initiative(slug, form.text(NAME), form.text(WHY)));
    initiatives.gather(slug, Set.copyOf(form.all(QUESTIONS)), ask.visitor().name());
    return Answer.seeOther("/desk/i/" + slug).flash("desk.saved");
  }

  private Answer page(Ask ask, int status, FormState form) {
    Words words = ask.words();
    String slug = slug(ask);
    List<Choices.Option> free =
        consultations.all().stream()
            .filter(c -> c.initiative().isEmpty() || c.initiative().equals(slug))
            .map(c -> new Choices.Option(c.slug(), c.question()))
            .toList();
    return ask.page(
        status,
        new InitiativeDeskPage(
            words.say("desk.initiative.title"),
            words.say("desk.initiative.lead"),
            form.summary(),
            form.text(NAME, words.say("desk.initiative.name")).atMost(Initiative.MAX_NAME),
            form.area(WHY, words.say("desk.initiative.why"), 6)
                .atMost(Initiative.MAX_WHY)
                .ifYouLike(),
            free.isEmpty()
                ? null
                : form.checkboxes(QUESTIONS, words.say("desk.initiative.questions"), free),
            "/desk/i/" + slug,
            "/i/" + slug,
            Button.main(words.say("common.save"))));
  }

  private static String slug(Ask ask) {
    String slug = ask.value("initiative");
    if (!Initiative.isSlug(slug)) {
      throw new ProblemException(new Problem.NotFound());
    }
    return slug;
  }
}
