package org.folkmoot.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.folkmoot.report.Decision.Progress;
import org.folkmoot.report.Decision.Response;
import org.folkmoot.report.DecisionViews.Subject;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.report.NotYetPage;

/// What was decided, for everyone; where officers record it; the messages to those who asked.
final class DecisionRoutes implements RouteTable.Routes {

  private static final String DESK = "/desk/c/{consultation}/decision";
  private static final String OUTBOX = "/desk/c/{consultation}/outbox";

  private final DecisionService decisions;
  private final OutboxService outbox;
  private final ConsultationService consultations;
  private final Subjects subjects;
  private final OutboxService.Sender sender;

  DecisionRoutes(
      DecisionService decisions,
      OutboxService outbox,
      ConsultationService consultations,
      Subjects subjects,
      OutboxService.Sender sender) {
    this.decisions = decisions;
    this.outbox = outbox;
    this.consultations = consultations;
    this.subjects = subjects;
    this.sender = sender;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get("/c/{consultation}/decision", Access.everyone(), this::decision);
    table.get(DESK, officer, ask -> desk(ask, 200, FormState.empty()));
    table.post(DESK, officer, Limit.POST, this::record);
    table.post(DESK + "/answers", officer, Limit.POST, this::answer);
    table.get(OUTBOX, officer, this::outbox);
    table.post(OUTBOX, officer, Limit.POST, this::send);
  }

  private Answer decision(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Words words = ask.words();
    Optional<Decision> decision = decisions.visible(asked.slug());
    if (decision.isEmpty()) {
      String when =
          words.say(
              "report.not-decided",
              "who",
              asked.decidedBy(),
              "date",
              words.shortDate(asked.decidesOn()));
      return ask.page(
          new NotYetPage(
              words.say("report.decision"),
              new EmptyState(when, words.say("report.see-question"), "/c/" + asked.slug())));
    }
    return ask.page(
        DecisionViews.page(
            asked.language(),
            words,
            consultations.today(),
            decision.get(),
            subjects(ask),
            decisions.responses(asked.slug())));
  }

  private Answer record(Ask ask) {
    String slug = consultations.get(ask.value("consultation")).slug();
    Words words = ask.words();
    Form form = ask.form();
    Optional<LocalDate> on = date(form.text("on"));
    List<FieldError> errors = new ArrayList<>();
    if (!form.has("text")) {
      errors.add(new FieldError("text", words.say("desk.decision.text-missing")));
    }
    if (!form.has("by")) {
      errors.add(new FieldError("by", words.say("desk.decision.by-missing")));
    }
    if (on.isEmpty()) {
      errors.add(new FieldError("on", words.say("desk.decision.on-missing")));
    }
    if (errors.isEmpty()
        && !decisions.record(
            new Decision(
                slug,
                cut(form.text("text")),
                cut(form.text("by")),
                on.orElseThrow(),
                cut(form.text("vote"))),
            ask.visitor().name())) {
      errors.add(new FieldError("text", words.say("desk.decision.still-hearing")));
    }
    if (!errors.isEmpty()) {
      return desk(ask, 422, FormState.of(form.fields()).withErrors(errors));
    }
    outbox.fill(slug);
    return Answer.seeOther("/desk/c/" + slug + "/decision").flash("desk.decision.recorded");
  }

  private Answer answer(Ask ask) {
    String slug = consultations.get(ask.value("consultation")).slug();
    Form form = ask.form();
    String subject = form.text("subject");
    if (subjects(ask).stream().noneMatch(known -> known.id().equals(subject))) {
      throw new ProblemException(new Problem.NotFound());
    }
    Progress progress =
        List.of(Progress.values()).stream()
            .filter(p -> p.name().equals(form.text("progress")))
            .findFirst()
            .orElse(Progress.NONE);
    decisions.answer(
        slug,
        new Response(
            subject,
            cut(form.text("said")),
            cut(form.text("did")),
            cut(form.text("whyNot")),
            cut(form.text("who")),
            cut(form.text("when")),
            progress),
        ask.visitor().name());
    outbox.fill(slug);
    return Answer.seeOther("/desk/c/" + slug + "/decision#" + DecisionViews.anchor(subject))
        .flash("desk.decision.answered");
  }

  private Answer desk(Ask ask, int status, FormState form) {
    Consultation asked = consultations.get(ask.value("consultation"));
    return ask.page(
        status,
        DecisionViews.desk(
            ask.words(),
            asked,
            form,
            decisions.visible(asked.slug()),
            decisions.isStillHearing(asked),
            subjects(ask),
            decisions.responses(asked.slug())));
  }

  private Answer outbox(Ask ask) {
    String slug = consultations.get(ask.value("consultation")).slug();
    return ask.page(
        DecisionViews.outbox(ask.words(), slug, outbox.counts(slug), outbox.waiting(slug, 5)));
  }

  private Answer send(Ask ask) {
    String slug = consultations.get(ask.value("consultation")).slug();
    int sent = outbox.send(slug, sender);
    return Answer.seeOther("/desk/c/" + slug + "/outbox")
        .flash(sent > 0 ? "desk.outbox.sent-now" : "desk.outbox.none-sent");
  }

  /// What wants an answer: every theme, every recommendation.
  private List<Subject> subjects(Ask ask) {
    return subjects.of(ask.value("consultation"), ask.words());
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String cut(String text) {
    return text.length() <= Decision.MAX_TEXT ? text : text.substring(0, Decision.MAX_TEXT);
  }
}
