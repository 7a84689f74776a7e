package org.folkmoot.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Arrival;
import org.folkmoot.people.PeopleService;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.SetUpPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Where a council and its questions are described: all at once behind the set-up link, later each
/// on its own.
final class SetUpRoutes implements RouteTable.Routes {

  private final ConsultationService consultations;
  private final PeopleService people;

  SetUpRoutes(ConsultationService consultations, PeopleService people) {
    this.consultations = consultations;
    this.people = people;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get("/set-up/{secret}", Access.everyone(), this::begin);
    table.post("/set-up/{secret}", Access.everyone(), Limit.SIGN_IN, this::setUp);
    table.get("/desk/council", officer, this::council);
    table.post("/desk/council", officer, Limit.POST, this::saveCouncil);
    table.get("/desk/new", officer, this::blank);
    table.post("/desk/new", officer, Limit.POST, this::create);
    table.get("/desk/c/{consultation}/edit", officer, this::edit);
    table.post("/desk/c/{consultation}/edit", officer, Limit.POST, this::change);
  }

  private Answer begin(Ask ask) {
    needOpenLink(ask);
    return setUpPage(ask, 200, QuestionForm.blank(consultations.today()));
  }

  private Answer setUp(Ask ask) {
    needOpenLink(ask);
    Form form = ask.form();
    List<FieldError> problems = new ArrayList<>(CouncilForm.problems(form, ask.words(), true));
    problems.addAll(QuestionForm.problems(form, ask.words(), false));
    if (!problems.isEmpty()) {
      return setUpPage(ask, 422, FormState.of(form.fields()).withErrors(problems));
    }
    // The link is used last: whoever is cut off before can come back with it.
    consultations.name(CouncilForm.read(form, consultations.council()));
    Consultation draft = QuestionForm.draft(form, slug(form));
    consultations.save(draft, form.text("your-name"));
    Arrival arrival =
        people
            .accept(
                ask.value("secret"),
                form.text("your-name"),
                "/desk/c/" + draft.slug(),
                Arrival.from(ask))
            .orElseThrow(() -> new ProblemException(new Problem.Gone()));
    if (form.ticked("safety-lead")) {
      people.alsoSafetyLead(form.text("your-name"));
    }
    return arrival.answer().flash("desk.saved");
  }

  /// The same title again is the same draft while the set-up has not been finished.
  private String slug(Form form) {
    return consultations.all().stream()
        .filter(c -> c.state() == State.DRAFT && c.title().equals(form.text("title")))
        .map(Consultation::slug)
        .findFirst()
        .orElseGet(() -> consultations.freeSlug(form.text("title")));
  }

  private void needOpenLink(Ask ask) {
    if (people.invited(ask.value("secret")).filter(who -> who.name().isEmpty()).isEmpty()) {
      throw new ProblemException(new Problem.NotFound());
    }
  }

  private Answer setUpPage(Ask ask, int status, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new SetUpPage(
            words.say("desk.set-up.title"),
            words.say("desk.set-up.lead"),
            form.summary(),
            CouncilForm.fields(form, words, true),
            QuestionForm.fields(form, words, false),
            null,
            ask.path(),
            Button.main(words.say("desk.set-up.save"))));
  }

  private Answer council(Ask ask) {
    return councilPage(ask, 200, CouncilForm.of(consultations.council()));
  }

  private Answer saveCouncil(Ask ask) {
    List<FieldError> problems = CouncilForm.problems(ask.form(), ask.words(), false);
    if (!problems.isEmpty()) {
      return councilPage(ask, 422, FormState.of(ask.form().fields()).withErrors(problems));
    }
    consultations.name(CouncilForm.read(ask.form(), consultations.council()));
    return Answer.seeOther("/desk").flash("desk.saved");
  }

  private Answer councilPage(Ask ask, int status, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new SetUpPage(
            words.say("desk.council.title"),
            words.say("desk.council.lead"),
            form.summary(),
            CouncilForm.fields(form, words, false),
            null,
            null,
            ask.path(),
            Button.main(words.say("common.save"))));
  }

  private Answer blank(Ask ask) {
    LocalDate today = consultations.today();
    return questionPage(ask, 200, QuestionForm.blank(today), Optional.empty());
  }

  private Answer create(Ask ask) {
    List<FieldError> problems = QuestionForm.problems(ask.form(), ask.words(), false);
    if (!problems.isEmpty()) {
      FormState sent = FormState.of(ask.form().fields()).withErrors(problems);
      return questionPage(ask, 422, sent, Optional.empty());
    }
    String slug = consultations.freeSlug(ask.form().text("title"));
    consultations.save(QuestionForm.draft(ask.form(), slug), ask.visitor().name());
    return Answer.seeOther("/desk/c/" + slug).flash("desk.saved");
  }

  private Answer edit(Ask ask) {
    Consultation consultation = consultations.get(ask.value("consultation"));
    return questionPage(ask, 200, QuestionForm.of(consultation), Optional.of(consultation));
  }

  private Answer change(Ask ask) {
    Consultation before = consultations.get(ask.value("consultation"));
    boolean settled = before.state() != State.DRAFT;
    List<FieldError> problems = QuestionForm.problems(ask.form(), ask.words(), settled);
    if (!problems.isEmpty()) {
      FormState sent = FormState.of(ask.form().fields()).withErrors(problems);
      return questionPage(ask, 422, sent, Optional.of(before));
    }
    consultations.save(QuestionForm.changed(ask.form(), before), ask.visitor().name());
    return Answer.seeOther("/desk/c/" + before.slug()).flash("desk.saved");
  }

  private Answer questionPage(Ask ask, int status, FormState form, Optional<Consultation> of) {
    Words words = ask.words();
    boolean settled = of.isPresent() && of.get().state() != State.DRAFT;
    return ask.page(
        status,
        new SetUpPage(
            words.say(of.isPresent() ? "desk.question.edit" : "desk.question.new"),
            words.say("desk.question.lead"),
            form.summary(),
            null,
            QuestionForm.fields(form, words, settled),
            settled ? words.say("desk.question.settled") : null,
            ask.path(),
            Button.main(words.say("common.save"))));
  }
}
