package org.folkmoot.calling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.ViewLog;
import org.folkmoot.web.calling.CallingDeskPage;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Calls on the desk: who is to be called back, what waits to be written down, and the line itself.
final class CallingDeskRoutes implements RouteTable.Routes {

  private final CallingService calls;
  private final Scripts scripts;
  private final ConsultationService consultations;
  private final RecordRoom record;
  private final Carrier carrier;
  private final Supplier<String> publicUrl;

  /// Who carries calls.
  enum Kind {
    TWILIO,
    SIMULATED,
    NONE
  }

  /// How calls reach the portal.
  ///
  /// @param number ours, as the company names it; may be empty
  record Carrier(Kind kind, String number) {}

  CallingDeskRoutes(
      CallingService calls,
      Scripts scripts,
      ConsultationService consultations,
      RecordRoom record,
      Carrier carrier,
      Supplier<String> publicUrl) {
    this.calls = calls;
    this.scripts = scripts;
    this.consultations = consultations;
    this.record = record;
    this.carrier = carrier;
    this.publicUrl = publicUrl;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get("/desk/c/{consultation}/calling", officer, this::show);
    table.post("/desk/c/{consultation}/calling", officer, Limit.POST, this::setUp);
    table.post("/desk/c/{consultation}/calling/backs", officer, Limit.POST, this::calledBack);
  }

  private Answer show(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    PhoneLine line = line(c);
    return ask.page(
        page(ask, c, FormState.of(LineForm.fields(line, consultations.council().country()))));
  }

  private Answer setUp(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    String country = consultations.council().country();
    var problems = new ArrayList<>(LineForm.problems(ask.form(), ask.words(), country));
    if (problems.isEmpty() && ask.form().ticked("on")) {
      calls
          .numberTakenBy(LineForm.number(ask.form(), country), c.slug())
          .ifPresent(title ->
              problems.add(
                  new FieldError(
                      "number", ask.words().say("desk.calling.number-taken", "title", title))));
    }
    if (!problems.isEmpty()) {
      FormState form = FormState.of(ask.form().fields()).withErrors(problems);
      return ask.page(422, page(ask, c, form));
    }
    calls.setUp(LineForm.read(ask.form(), c.slug(), country));
    return here(c).flash("desk.calling.saved");
  }

  private Answer calledBack(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    calls.calledBack(c.slug(), ask.form().text("call"));
    return here(c).flash("desk.calling.called-saved");
  }

  private static Answer here(Consultation c) {
    return Answer.seeOther("/desk/c/" + c.slug() + "/calling");
  }

  private PhoneLine line(Consultation c) {
    return calls.line(c.slug()).orElseGet(() -> LineForm.suggested(c, carrier.number()));
  }

  private List<CallingViews.Recorded> recorded(PhoneLine line) {
    List<String> offered = scripts.offered(line);
    return line.languages().stream()
        .map(language ->
            CallingViews.Recorded.of(
                language, scripts.rows(line, language), offered.contains(language)))
        .toList();
  }

  private CallingDeskPage page(Ask ask, Consultation c, FormState form) {
    var views = new CallingViews(ask.words(), consultations.council(), record);
    var waiting = calls.callBacks(c.slug());
    waiting.forEach(one ->
        record
            .views()
            .note(ask.visitor().name(), ViewLog.What.CONTACT, c.slug(), one.back().id(), ""));
    Optional<PhoneLine> open = calls.open(c);
    return views.desk(
        c,
        form,
        new CallingViews.Around(
            waiting,
            calls.recordings(c.slug()),
            calls.questions(line(c)),
            carrier.kind(),
            calls.line(c.slug()).map(this::recorded).orElse(List.of()),
            open,
            publicUrl.get()));
  }
}
