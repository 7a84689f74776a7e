package org.folkmoot.meeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.meeting.MeetingForms.Read;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The pages on which what was said is entered from paper: the same for those who run meetings and
/// for whoever has an evening pass.
final class EntryPages {

  /// Where something is entered, and by whom.
  ///
  /// @param by name for the log
  /// @param home the page to go back to
  record At(Consultation consultation, Meeting meeting, String by, String home) {}

  private final MeetingService meetings;
  private final MeetingEntryViews views;

  EntryPages(MeetingService meetings, MeetingEntryViews views) {
    this.meetings = meetings;
    this.views = views;
  }

  Answer notes(Ask ask, At at) {
    return ask.page(views.notes(ask.words(), at, FormState.empty(), newAct()));
  }

  Answer enterNotes(Ask ask, At at) {
    Meeting meeting = at.meeting();
    Read<TableNotes> sheet = new MeetingForms(ask.form(), ask.words()).notes(at.consultation());
    if (sheet.value().isEmpty()) {
      return notesAgain(ask, at, sheet.errors());
    }
    return switch (meetings.notes(meeting, sheet.value().get(), at.by())) {
      case EntryOutcome.Entered entered ->
          Answer.seeOther(at.home())
              .flash(entered.held() > 0 ? "desk.meeting.kept-held" : "desk.meeting.notes-kept");
      case EntryOutcome.EnteredBefore _, EntryOutcome.OtherCard _, EntryOutcome.NotHearing _ ->
          notesAgain(ask, at, List.of());
    };
  }

  private Answer notesAgain(Ask ask, At at, List<FieldError> errors) {
    return ask.page(422, views.notes(ask.words(), at, state(ask, errors), act(ask)));
  }

  Answer dots(Ask ask, At at) {
    return ask.page(views.dots(ask.words(), at, FormState.empty(), Optional.empty()));
  }

  Answer enterDots(Ask ask, At at) {
    Meeting meeting = at.meeting();
    if (meeting.plan().dots().isEmpty()) {
      return dotsAgain(ask, at, List.of(), Optional.empty());
    }
    Read<DotCounts> sheet = new MeetingForms(ask.form(), ask.words()).dots(meeting.plan().dots());
    if (sheet.value().isEmpty()) {
      return dotsAgain(ask, at, sheet.errors(), Optional.empty());
    }
    return switch (meetings.dots(meeting, sheet.value().get(), at.by())) {
      case EntryOutcome.Entered _ -> Answer.seeOther(at.home()).flash("desk.meeting.dots-kept");
      case EntryOutcome.EnteredBefore before ->
          dotsAgain(
              ask,
              at,
              List.of(new FieldError("sheet", ask.words().say("desk.meeting.dots-again"))),
              Optional.of(before));
      case EntryOutcome.OtherCard _, EntryOutcome.NotHearing _ ->
          dotsAgain(ask, at, List.of(), Optional.empty());
    };
  }

  private Answer dotsAgain(
      Ask ask, At at, List<FieldError> errors, Optional<EntryOutcome.EnteredBefore> before) {
    return ask.page(422, views.dots(ask.words(), at, state(ask, errors), before));
  }

  /// The form for a card; `?code=` fills the code in, for whoever scanned it.
  Answer card(Ask ask, At at) {
    FormState form =
        ask.query("code").isEmpty()
            ? FormState.empty()
            : FormState.of(Map.of("code", List.of(ask.query("code"))));
    return ask.page(views.card(ask.words(), at, form, Optional.empty()));
  }

  Answer enterCard(Ask ask, At at) {
    Meeting meeting = at.meeting();
    Read<CardEntry> card = new MeetingForms(ask.form(), ask.words()).card(at.consultation());
    if (card.value().isEmpty()) {
      return cardAgain(ask, at, card.errors(), Optional.empty());
    }
    return switch (meetings.card(meeting, card.value().get(), at.by())) {
      case EntryOutcome.Entered entered ->
          Answer.seeOther(at.home() + "/cards")
              .flash(entered.held() > 0 ? "desk.meeting.kept-held" : "desk.meeting.card-kept");
      case EntryOutcome.EnteredBefore before ->
          cardAgain(ask, at, code(ask, "desk.meeting.card-used"), Optional.of(before));
      case EntryOutcome.OtherCard _ ->
          cardAgain(ask, at, code(ask, "desk.meeting.card-code-other"), Optional.empty());
      case EntryOutcome.NotHearing _ -> cardAgain(ask, at, List.of(), Optional.empty());
    };
  }

  private Answer cardAgain(
      Ask ask, At at, List<FieldError> errors, Optional<EntryOutcome.EnteredBefore> before) {
    return ask.page(422, views.card(ask.words(), at, state(ask, errors), before));
  }

  private static List<FieldError> code(Ask ask, String key) {
    return List.of(new FieldError("code", ask.words().say(key)));
  }

  private static FormState state(Ask ask, List<FieldError> errors) {
    return FormState.of(ask.form().fields()).withErrors(errors);
  }

  private static String act(Ask ask) {
    String sent = ask.form().text(Form.ACT);
    return sent.isEmpty() ? newAct() : sent;
  }

  private static String newAct() {
    return UUID.randomUUID().toString();
  }
}
