package org.folkmoot.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Setting meetings up and entering back what was said there, for those who run them.
final class MeetingDeskRoutes implements RouteTable.Routes {

  private static final String ALL = "/desk/c/{consultation}/meetings";
  private static final String ONE = ALL + "/{meeting}";

  private final MeetingService meetings;
  private final ConsultationService consultations;
  private final MeetingDeskViews views;
  private final MeetingEntryViews entries;

  MeetingDeskRoutes(
      MeetingService meetings,
      ConsultationService consultations,
      MeetingDeskViews views,
      MeetingEntryViews entries) {
    this.meetings = meetings;
    this.consultations = consultations;
    this.views = views;
    this.entries = entries;
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
    table.get(ONE + "/notes", staff, this::notes);
    table.post(ONE + "/notes", staff, Limit.POST, this::enterNotes);
    table.get(ONE + "/dots", staff, this::dots);
    table.post(ONE + "/dots", staff, Limit.POST, this::enterDots);
    table.get(ONE + "/cards", staff, this::card);
    table.post(ONE + "/cards", staff, Limit.POST, this::enterCard);
    table.post(ONE + "/attendance", staff, Limit.POST, this::attendance);
  }

  private Answer list(Ask ask) {
    Consultation consultation = consultation(ask);
    return ask.page(views.list(ask.words(), consultation, meetings.meetings(consultation.slug())));
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
    return ask.page(views.meeting(ask.words(), consultation(ask), meeting(ask), FormState.empty()));
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

  private Answer notes(Ask ask) {
    return ask.page(
        entries.notes(ask.words(), consultation(ask), meeting(ask), FormState.empty(), newAct()));
  }

  private Answer enterNotes(Ask ask) {
    Meeting meeting = meeting(ask);
    Read<TableNotes> sheet = new MeetingForms(ask.form(), ask.words()).notes(consultation(ask));
    if (sheet.value().isEmpty()) {
      return notesAgain(ask, meeting, sheet.errors());
    }
    return switch (meetings.notes(meeting, sheet.value().get(), ask.visitor().name())) {
      case EntryOutcome.Entered entered ->
          Answer.seeOther(MeetingDeskViews.href(meeting))
              .flash(entered.held() > 0 ? "desk.meeting.kept-held" : "desk.meeting.notes-kept");
      case EntryOutcome.EnteredBefore _, EntryOutcome.OtherCard _, EntryOutcome.NotHearing _ ->
          notesAgain(ask, meeting, List.of());
    };
  }

  private Answer notesAgain(Ask ask, Meeting meeting, List<FieldError> errors) {
    return ask.page(
        422, entries.notes(ask.words(), consultation(ask), meeting, state(ask, errors), act(ask)));
  }

  private Answer dots(Ask ask) {
    return ask.page(
        entries.dots(
            ask.words(), consultation(ask), meeting(ask), FormState.empty(), Optional.empty()));
  }

  private Answer enterDots(Ask ask) {
    Meeting meeting = meeting(ask);
    if (meeting.plan().dots().isEmpty()) {
      return dotsAgain(ask, meeting, List.of(), Optional.empty());
    }
    Read<DotCounts> sheet = new MeetingForms(ask.form(), ask.words()).dots(meeting.plan().dots());
    if (sheet.value().isEmpty()) {
      return dotsAgain(ask, meeting, sheet.errors(), Optional.empty());
    }
    return switch (meetings.dots(meeting, sheet.value().get(), ask.visitor().name())) {
      case EntryOutcome.Entered _ ->
          Answer.seeOther(MeetingDeskViews.href(meeting)).flash("desk.meeting.dots-kept");
      case EntryOutcome.EnteredBefore before ->
          dotsAgain(
              ask,
              meeting,
              List.of(new FieldError("sheet", ask.words().say("desk.meeting.dots-again"))),
              Optional.of(before));
      case EntryOutcome.OtherCard _, EntryOutcome.NotHearing _ ->
          dotsAgain(ask, meeting, List.of(), Optional.empty());
    };
  }

  private Answer dotsAgain(
      Ask ask,
      Meeting meeting,
      List<FieldError> errors,
      Optional<EntryOutcome.EnteredBefore> before) {
    return ask.page(
        422, entries.dots(ask.words(), consultation(ask), meeting, state(ask, errors), before));
  }

  /// The form for a card; `?code=` fills the code in, for whoever scanned it.
  private Answer card(Ask ask) {
    FormState form =
        ask.query("code").isEmpty()
            ? FormState.empty()
            : FormState.of(Map.of("code", List.of(ask.query("code"))));
    return ask.page(
        entries.card(ask.words(), consultation(ask), meeting(ask), form, Optional.empty()));
  }

  private Answer enterCard(Ask ask) {
    Meeting meeting = meeting(ask);
    Read<CardEntry> card = new MeetingForms(ask.form(), ask.words()).card(consultation(ask));
    if (card.value().isEmpty()) {
      return cardAgain(ask, meeting, card.errors(), Optional.empty());
    }
    return switch (meetings.card(meeting, card.value().get(), ask.visitor().name())) {
      case EntryOutcome.Entered entered ->
          Answer.seeOther(MeetingDeskViews.href(meeting) + "/cards")
              .flash(entered.held() > 0 ? "desk.meeting.kept-held" : "desk.meeting.card-kept");
      case EntryOutcome.EnteredBefore before ->
          cardAgain(ask, meeting, code(ask, "desk.meeting.card-used"), Optional.of(before));
      case EntryOutcome.OtherCard _ ->
          cardAgain(ask, meeting, code(ask, "desk.meeting.card-code-other"), Optional.empty());
      case EntryOutcome.NotHearing _ -> cardAgain(ask, meeting, List.of(), Optional.empty());
    };
  }

  private Answer cardAgain(
      Ask ask,
      Meeting meeting,
      List<FieldError> errors,
      Optional<EntryOutcome.EnteredBefore> before) {
    return ask.page(
        422, entries.card(ask.words(), consultation(ask), meeting, state(ask, errors), before));
  }

  private Answer attendance(Ask ask) {
    Meeting meeting = meeting(ask);
    Read<Meeting.Attendance> came = new MeetingForms(ask.form(), ask.words()).attendance();
    if (came.value().isEmpty()) {
      return ask.page(
          422, views.meeting(ask.words(), consultation(ask), meeting, state(ask, came.errors())));
    }
    meetings.attendance(meeting, came.value().get());
    return Answer.seeOther(MeetingDeskViews.href(meeting)).flash("desk.meeting.came-saved");
  }

  private static List<FieldError> code(Ask ask, String key) {
    return List.of(new FieldError("code", ask.words().say(key)));
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
