package org.folkmoot.moderation;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.AppealPage;
import org.folkmoot.web.desk.AppealsPage;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Second looks, at the desk: those that wait, and one with its answer.
final class AppealRoutes implements RouteTable.Routes {

  static final Access DECIDE = Access.staff(Role.OFFICER, Role.MODERATOR);

  private static final int SHORT = 300;
  private static final String TOLD = "told";

  private final AppealService appeals;
  private final ConsultationService consultations;

  AppealRoutes(AppealService appeals, ConsultationService consultations) {
    this.appeals = appeals;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/desk/c/{consultation}/appeals", DECIDE, this::list);
    table.get("/desk/c/{consultation}/appeals/{id}", DECIDE, this::show);
    table.post("/desk/c/{consultation}/appeals/{id}", DECIDE, Limit.POST, this::answer);
  }

  private Answer list(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Words words = ask.words();
    ZoneId zone = consultations.council().zone();
    List<AppealsPage.Row> rows =
        appeals.waiting(asked.slug()).stream()
            .map(appeal ->
                new AppealsPage.Row(
                    VoiceViews.item(appeal.about(), Map.of(), words, zone).atMost(SHORT),
                    appeal.about().receipt(),
                    asked(appeal, words, zone),
                    appeals.may(appeal, ask.visitor()) == AppealService.May.NOT_OWN
                        ? words.say("desk.appeal.not-own")
                        : null,
                    list(asked) + "/" + appeal.about().id()))
            .toList();
    return ask.page(
        new AppealsPage(
            words.say("desk.appeal.title"),
            rows,
            rows.isEmpty() ? new EmptyState(words.say("desk.appeal.nothing")) : null));
  }

  private Answer show(Ask ask) {
    return page(ask, 200, FormState.empty());
  }

  private Answer answer(Ask ask) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Appeal appeal = appeal(ask, asked);
    Form form = ask.form();
    if (!form.has(TOLD)) {
      var missing = new FieldError(TOLD, ask.words().say("desk.appeal.told-missing"));
      return page(ask, 422, FormState.of(form.fields()).withErrors(List.of(missing)));
    }
    boolean shown = form.text("do").equals("show");
    boolean done = appeals.answer(appeal, ask.visitor(), shown, version(form), form.text(TOLD));
    if (!done) {
      throw new ProblemException(new Problem.Conflict("Somebody else answers this one."));
    }
    return Answer.seeOther(list(asked))
        .flash(shown ? "desk.appeal.overturned" : "desk.appeal.upheld");
  }

  private static long version(Form form) {
    String typed = form.text("version");
    return typed.matches("\\d{1,15}") ? Long.parseLong(typed) : 0;
  }

  private Answer page(Ask ask, int status, FormState form) {
    Consultation asked = consultations.get(ask.value("consultation"));
    Appeal appeal = appeal(ask, asked);
    Words words = ask.words();
    ZoneId zone = consultations.council().zone();
    String stop =
        switch (appeals.may(appeal, ask.visitor())) {
          case ANSWER -> "";
          case ANSWER_ALONE -> "";
          case AFTER_A_NIGHT -> "desk.appeal.after-a-night";
          case NOT_OWN -> "desk.appeal.not-own";
        };
    return ask.page(
        status,
        new AppealPage(
            words.say(appeal.about().channel().wordKey()) + " · " + appeal.about().receipt(),
            form.summary(),
            list(asked),
            VoiceViews.item(appeal.about(), Map.of(), words, zone),
            words.say(
                "desk.appeal.refused", "who", appeal.refusedBy(), "why", appeal.about().reason()),
            asked(appeal, words, zone),
            appeal.why().isEmpty() ? null : appeal.why(),
            stop.isEmpty() ? null : words.say(stop),
            list(asked) + "/" + appeal.about().id(),
            Long.toString(appeal.about().version()),
            form.area(TOLD, words.say("desk.appeal.told"), 3)
                .hint(words.say("desk.appeal.told-hint"))));
  }

  private static String asked(Appeal appeal, Words words, ZoneId zone) {
    return words.say("desk.appeal.asked", "date", words.dateTime(appeal.at().atZone(zone)));
  }

  private Appeal appeal(Ask ask, Consultation asked) {
    return appeals
        .waiting(asked.slug(), ask.value("id"))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private static String list(Consultation asked) {
    return "/desk/c/" + asked.slug() + "/appeals";
  }
}
