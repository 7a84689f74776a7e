package org.folkmoot.rights;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.folkmoot.record.Contribution;
import org.folkmoot.record.LegalHolds;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.ViewLog;
import org.folkmoot.record.Voice;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.HoldPage;
import org.folkmoot.web.desk.HoldsPage;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Legal holds, for the data protection officer: the only one who reads what was taken back under
/// one.
final class HoldRoutes implements RouteTable.Routes {

  private static final String LIST = "/desk/rights/holds";
  private static final Access DPO = Access.staff(Role.DPO);

  private final RecordRoom record;
  private final LegalHolds holds;
  private final ConsultationService consultations;

  HoldRoutes(RecordRoom record, ConsultationService consultations) {
    this.record = record;
    this.holds = record.service().holds();
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get(LIST, DPO, ask -> list(ask, 200, FormState.empty()));
    table.post(LIST, DPO, Limit.POST, this::put);
    table.get(LIST + "/{hold}", DPO, ask -> one(ask, 200, FormState.empty()));
    table.post(LIST + "/{hold}", DPO, Limit.POST, this::lift);
  }

  private Answer list(Ask ask, int status, FormState form) {
    Words words = ask.words();
    return ask.page(
        status,
        new HoldsPage(
            words.say("desk.hold.title"),
            form.summary(),
            form.text("code", words.say("desk.hold.code")).atMost(40),
            form.text("why", words.say("desk.hold.why"))
                .hint(words.say("desk.hold.why-hint"))
                .atMost(300),
            holds.all().stream().map(hold -> row(hold, words)).toList()));
  }

  private HoldsPage.Row row(LegalHolds.Hold hold, Words words) {
    return new HoldsPage.Row(
        LIST + "/" + hold.contribution(),
        code(hold),
        consultations
            .find(hold.consultation())
            .map(Consultation::title)
            .orElse(hold.consultation()),
        since(hold, words),
        hold.why(),
        words.say(holds.isKept(hold.contribution()) ? "desk.hold.taken-back" : "desk.hold.stands"));
  }

  private String since(LegalHolds.Hold hold, Words words) {
    ZoneId zone = consultations.council().zone();
    return words.say(
        "desk.hold.since", "date", words.dateTime(hold.at().atZone(zone)), "who", hold.by());
  }

  private String code(LegalHolds.Hold hold) {
    return record
        .service()
        .find(hold.contribution())
        .map(c -> c.receipt().printed())
        .orElse(hold.contribution());
  }

  private Answer put(Ask ask) {
    Form form = ask.form();
    Words words = ask.words();
    Optional<Contribution> found =
        ReceiptCode.parse(form.text("code")).flatMap(record.reading()::byReceipt);
    List<FieldError> wrong = new ArrayList<>();
    if (found.isEmpty()) {
      wrong.add(new FieldError("code", words.say("desk.hold.code-unknown")));
    }
    if (!form.has("why")) {
      wrong.add(new FieldError("why", words.say("desk.hold.why-missing")));
    }
    if (wrong.isEmpty()) {
      String id = found.orElseThrow().id();
      if (holds.put(id, ask.visitor().name(), form.text("why"))) {
        return Answer.seeOther(LIST + "/" + id).flash("desk.hold.is-put");
      }
      wrong.add(new FieldError("code", words.say("desk.hold.code-gone")));
    }
    return list(ask, 422, FormState.of(form.fields()).withErrors(wrong));
  }

  private Answer one(Ask ask, int status, FormState form) {
    Words words = ask.words();
    LegalHolds.Hold hold = hold(ask);
    String id = hold.contribution();
    Optional<Voice> copy = holds.open(id);
    copy.ifPresent(_ ->
        record
            .views()
            .note(ask.visitor().name(), ViewLog.What.UNDER_HOLD, hold.consultation(), id, ""));
    ZoneId zone = consultations.council().zone();
    boolean kept = holds.isKept(id);
    return ask.page(
        status,
        new HoldPage(
            words.say("desk.hold.one", "code", code(hold)),
            form.summary(),
            since(hold, words) + ": " + hold.why(),
            words.say(kept ? "desk.hold.one-taken-back" : "desk.hold.one-stands"),
            kept && copy.isEmpty() ? words.say("desk.hold.safety-has-it") : null,
            copy.map(v -> VoiceViews.item(v, Map.of(), words, zone)).orElse(null),
            copy.map(v -> VoiceViews.files(v, words)).orElse(List.of()),
            LIST + "/" + id,
            form.text("why", words.say("desk.hold.lift-why"))
                .hint(words.say("desk.hold.why-hint"))
                .atMost(300)));
  }

  private Answer lift(Ask ask) {
    LegalHolds.Hold hold = hold(ask);
    Form form = ask.form();
    if (!form.has("why")) {
      var missing = new FieldError("why", ask.words().say("desk.hold.why-missing"));
      return one(ask, 422, FormState.of(form.fields()).withErrors(List.of(missing)));
    }
    holds.lift(hold.contribution(), ask.visitor().name(), form.text("why"));
    return Answer.seeOther(LIST).flash("desk.hold.is-lifted");
  }

  private LegalHolds.Hold hold(Ask ask) {
    return holds
        .find(ask.value("hold"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }
}
