package org.folkmoot.meeting;

import java.util.List;
import java.util.UUID;
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
import org.folkmoot.meeting.MeetingForms.Read;
import org.folkmoot.web.meeting.MeetingDeskPage;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Setting meetings up and entering back what was said there, for those who run them.
final class MeetingDeskRoutes implements RouteTable.Routes {

  private static final String ALL = "/desk/c/{consultation}/meetings";
  private static final String ONE = ALL + "/{meeting}";

  private final MeetingService meetings;
  private final ConsultationService consultations;
  private final MeetingDeskViews views;
  private final EntryPages entries;
  private final EveningPasses passes;

  MeetingDeskRoutes(
      MeetingService meetings,
      ConsultationService consultations,
      MeetingDeskViews views,
      EntryPages entries,
      EveningPasses passes) {
    this.meetings = meetings;
    this.consultations = consultations;
    this.views = views;
    this.entries = entries;
    this.passes = passes;
  }

  @Override
  public void register(RouteTable table) {
    Access staff = Access.staff(Role.OFFICER, Role.FACILITATOR);
    table.get(ALL, staff, this::list);
    table.get(ALL + "/new", staff, this::blank);
    table.post(ALL, staff, Limit.POST, this::create);
    table.get(ONE, staff, this::show);
    table.get(ONE + "/change", staff, this::plan);
    table.post(ONE + "/change", staff, Limit.POST, this::change);
    table.get(ONE + "/notes", staff, ask -> entries.notes(ask, at(ask)));
    table.post(ONE + "/notes", staff, Limit.POST, ask -> entries.enterNotes(ask, at(ask)));
    table.get(ONE + "/dots", staff, ask -> entries.dots(ask, at(ask)));
    table.post(ONE + "/dots", staff, Limit.POST, ask -> entries.enterDots(ask, at(ask)));
    table.get(ONE + "/cards", staff, ask -> entries.card(ask, at(ask)));
    table.post(ONE + "/cards", staff, Limit.POST, ask -> entries.enterCard(ask, at(ask)));
    table.post(ONE + "/attendance", staff, Limit.POST, this::attendance);
    table.post(ONE + "/pass/end", staff, Limit.POST, this::endPass);
    table.post(ONE + "/pass/new", staff, Limit.POST, this::newPass);
  }

  private Answer list(Ask ask) {
    Consultation consultation = consultation(ask);
    return ask.page(
        views.list(ask.words(), consultation, meetings.meetings(consultation.slug()), ask.now()));
  }

  private Answer blank(Ask ask) {
    return ask.page(views.blankPlan(ask.words(), consultation(ask), FormState.empty(), newAct()));
  }

  private Answer create(Ask ask) {
    Consultation consultation = consultation(ask);
    Read<MeetingPlan> plan =
        new MeetingForms(ask.form(), ask.words()).plan(consultation, List.of());
    if (plan.value().isEmpty()) {
      return ask.page(
          422, views.blankPlan(ask.words(), consultation, state(ask, plan.errors()), act(ask)));
    }
    Meeting meeting = meetings.create(consultation.slug(), "", plan.value().get(), act(ask));
    return Answer.seeOther(MeetingDeskViews.href(meeting)).flash("desk.meeting.created");
  }

  private Answer show(Ask ask) {
    return ask.page(view(ask, meeting(ask), FormState.empty()));
  }

  private MeetingDeskPage view(Ask ask, Meeting meeting, FormState form) {
    boolean officer = ask.visitor().is(Role.OFFICER) || ask.visitor().is(Role.ADMIN);
    return views.meeting(
        ask.words(), consultation(ask), meeting, passes.of(meeting), form, officer, ask.now());
  }

  private Answer plan(Ask ask) {
    return ask.page(views.planOf(ask.words(), consultation(ask), meeting(ask), FormState.empty()));
  }

  private Answer change(Ask ask) {
    Consultation consultation = consultation(ask);
    Meeting meeting = meeting(ask);
    Read<MeetingPlan> plan =
        new MeetingForms(ask.form(), ask.words()).plan(consultation, meeting.plan().dots());
    if (plan.value().isEmpty()) {
      return ask.page(
          422, views.planOf(ask.words(), consultation, meeting, state(ask, plan.errors())));
    }
    if (!ask.form().text("version").equals(Long.toString(meeting.version()))
        || !meetings.change(meeting, plan.value().get())) {
      throw new ProblemException(new Problem.Conflict(""));
    }
    return Answer.seeOther(MeetingDeskViews.href(meeting)).flash("desk.meeting.saved");
  }

  private Answer attendance(Ask ask) {
    Meeting meeting = meeting(ask);
    Read<Meeting.Attendance> came = new MeetingForms(ask.form(), ask.words()).attendance();
    if (came.value().isEmpty()) {
      return ask.page(422, view(ask, meeting, state(ask, came.errors())));
    }
    meetings.attendance(meeting, came.value().get());
    return Answer.seeOther(MeetingDeskViews.href(meeting)).flash("desk.meeting.came-saved");
  }

  private Answer endPass(Ask ask) {
    Meeting meeting = meeting(ask);
    passes.end(meeting, ask.visitor().name());
    return Answer.seeOther(MeetingDeskViews.href(meeting)).flash("desk.meeting.pass-ended");
  }

  private Answer newPass(Ask ask) {
    Meeting meeting = meeting(ask);
    passes.renew(meeting, ask.visitor().name());
    return Answer.seeOther(MeetingDeskViews.href(meeting)).flash("desk.meeting.pass-made");
  }

  private EntryPages.At at(Ask ask) {
    Meeting meeting = meeting(ask);
    return new EntryPages.At(
        consultation(ask), meeting, ask.visitor().name(), MeetingDeskViews.href(meeting));
  }

  private static FormState state(Ask ask, List<FieldError> errors) {
    return FormState.of(ask.form().fields()).withErrors(errors);
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private Meeting meeting(Ask ask) {
    return meetings.get(ask.value("consultation"), ask.value("meeting"));
  }

  private static String act(Ask ask) {
    String sent = ask.form().text(Form.ACT);
    return sent.isEmpty() ? newAct() : sent;
  }

  private static String newAct() {
    return UUID.randomUUID().toString();
  }
}
