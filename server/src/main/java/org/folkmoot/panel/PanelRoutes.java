package org.folkmoot.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Consent;
import org.folkmoot.record.RecordService;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The panel as residents see it: answer this month's questions, join, leave.
final class PanelRoutes implements RouteTable.Routes {

  private final PanelService panel;
  private final RecordService record;
  private final ConsultationService consultations;
  private final Vault vault;

  PanelRoutes(
      PanelService panel, RecordService record, ConsultationService consultations, Vault vault) {
    this.panel = panel;
    this.record = record;
    this.consultations = consultations;
    this.vault = vault;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/panel", Access.everyone(), this::show);
    table.post("/c/{consultation}/panel", Access.everyone(), Limit.POST, this::answer);
    table.post("/c/{consultation}/panel/join", Access.everyone(), Limit.POST, this::join);
    table.get("/c/{consultation}/panel/leave", Access.everyone(), this::askToLeave);
    table.post("/c/{consultation}/panel/leave", Access.everyone(), Limit.POST, this::leave);
  }

  private Answer show(Ask ask) {
    Consultation c = consultation(ask);
    boolean preview = c.state() == Consultation.State.DRAFT;
    if (!preview && !isHearing(c)) {
      return ask.page(PanelViews.closed(c, ask.words()));
    }
    Optional<Wave> wave = panel.current(c.slug());
    boolean member = panel.isMember(c.slug(), participant(ask));
    if (wave.isEmpty()) {
      return ask.page(PanelViews.none(c, member, FormState.empty(), ask.words()));
    }
    if (panel.hasAnswered(wave.get(), participant(ask))) {
      return ask.page(PanelViews.answered(c, member, ask.words()));
    }
    return ask.page(
        PanelViews.questions(
            c, wave.get(), FormState.empty(), newAct(), member, preview, ask.words()));
  }

  private Answer answer(Ask ask) {
    Consultation c = consultation(ask);
    Optional<Wave> wave = isHearing(c) ? panel.current(c.slug()) : Optional.empty();
    if (wave.isEmpty()) {
      return ask.page(PanelViews.closed(c, ask.words()));
    }
    Form form = ask.form();
    boolean member = panel.isMember(c.slug(), participant(ask));
    AnswerForm read = AnswerForm.read(form, wave.get(), ask.words());
    List<FieldError> problems = new ArrayList<>(read.problems());
    problems.addAll(ClosingAnswers.problems(form, ask.words()));
    if (!problems.isEmpty()) {
      FormState state = FormState.of(form.fields()).withErrors(problems);
      return ask.page(
          422,
          PanelViews.questions(
              c, wave.get(), state, form.text(Form.ACT), member, false, ask.words()));
    }
    ClosingAnswers closing = ClosingAnswers.read(form, ask.words(), Consent.Given.SCREEN, false);
    var answered =
        panel.answer(
            wave.get(),
            participant(ask),
            form.text(Form.ACT),
            read.answers(),
            ask.words().language(),
            closing.into(vault),
            closing.consent().scopes().named());
    if (form.ticked("join") && !(answered instanceof PanelService.Answered.Before)) {
      panel.join(c.slug(), participant(ask), contact(form));
    }
    String thanks = "/c/" + c.slug() + "/thanks/";
    return switch (answered) {
      case PanelService.Answered.Kept kept -> Answer.seeOther(thanks + kept.receipt().printed());
      case PanelService.Answered.Held held ->
          Answer.seeOther(thanks + held.receipt().printed() + "?kind=held");
      case PanelService.Answered.Before() -> Answer.seeOther("/c/" + c.slug() + "/panel");
    };
  }

  private Answer join(Ask ask) {
    Consultation c = consultation(ask);
    if (!isHearing(c)) {
      return ask.page(PanelViews.closed(c, ask.words()));
    }
    FormState state = FormState.of(ask.form().fields());
    List<FieldError> problems = PanelViews.joinProblems(state, ask.words());
    if (!problems.isEmpty()) {
      return ask.page(422, PanelViews.none(c, false, state.withErrors(problems), ask.words()));
    }
    panel.join(c.slug(), participant(ask), contact(ask.form()));
    return Answer.seeOther("/c/" + c.slug() + "/panel").flash("panel.joined");
  }

  private Answer askToLeave(Ask ask) {
    return ask.page(PanelViews.leave(consultation(ask), ask.words()));
  }

  private Answer leave(Ask ask) {
    Consultation c = consultation(ask);
    panel.leave(c.slug(), participant(ask));
    return Answer.seeOther("/c/" + c.slug()).flash("panel.left");
  }

  /// Keeps the way to tell someone that the form names; empty if it names none.
  private String contact(Form form) {
    return switch (form.text("tell")) {
      case "phone" -> vault.keep(Vault.phone(form.text("tell-phone")));
      case "email" -> vault.keep(Vault.email(form.text("tell-email")));
      default -> "";
    };
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private boolean isHearing(Consultation c) {
    return consultations.isHearing(c) && c.ways().contains(Consultation.Way.PANEL);
  }

  private String participant(Ask ask) {
    return record.pseudonym(ask.value("consultation"), ask.visitor().device());
  }

  static String newAct() {
    return UUID.randomUUID().toString();
  }
}
