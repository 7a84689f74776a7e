package org.folkmoot.panel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.folkmoot.record.Channel;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.web.Words;
import org.folkmoot.web.panel.PanelDeskPage;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// The officer's page of the panel: paste questions, look at them, open them, close them.
final class PanelDeskRoutes implements RouteTable.Routes {

  private static final int LONGEST_TITLE = 120;

  private final PanelService panel;
  private final RecordReading reading;
  private final ConsultationService consultations;

  PanelDeskRoutes(PanelService panel, RecordReading reading, ConsultationService consultations) {
    this.panel = panel;
    this.reading = reading;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    String desk = "/desk/c/{consultation}/panel";
    Access officer = Access.staff(Role.OFFICER);
    table.get(desk, officer, this::show);
    table.post(desk, officer, Limit.POST, this::lookOrSave);
    table.post(desk + "/{wave}/close", officer, Limit.POST, this::close);
  }

  private Answer show(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    return ask.page(page(ask, c, FormState.empty(), PanelRoutes.newAct(), List.of()));
  }

  private Answer lookOrSave(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    Form form = ask.form();
    PastedQuestions pasted = PastedQuestions.read(form.raw("questions"));
    Optional<LocalDate> closes = date(form.text("closes"));
    List<FieldError> problems = problems(form, pasted, closes, ask.words());
    boolean save = form.text("do").equals("save");
    if (!save || !problems.isEmpty() || closes.isEmpty()) {
      FormState state = FormState.of(form.fields()).withErrors(problems);
      return ask.page(
          problems.isEmpty() ? 200 : 422,
          page(ask, c, state, form.text(Form.ACT), pasted.questions()));
    }
    panel.open(
        c.slug(),
        form.text(Form.ACT),
        form.text("title"),
        pasted.questions(),
        closes.get(),
        ask.visitor().name());
    return Answer.seeOther("/desk/c/" + c.slug() + "/panel").flash("desk.panel.saved");
  }

  private Answer close(Ask ask) {
    String slug = ask.value("consultation");
    Wave wave =
        panel
            .find(ask.value("wave"))
            .filter(w -> w.consultation().equals(slug))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    panel.close(wave, ask.visitor().name());
    return Answer.seeOther("/desk/c/" + slug + "/panel").flash("desk.panel.closed-now");
  }

  private List<FieldError> problems(
      Form form, PastedQuestions pasted, Optional<LocalDate> closes, Words words) {
    List<FieldError> found = new ArrayList<>();
    if (!form.has("title") || form.text("title").length() > LONGEST_TITLE) {
      found.add(new FieldError("title", words.say("desk.panel.missing-title")));
    }
    if (closes.isEmpty() || closes.get().isBefore(consultations.today())) {
      found.add(new FieldError("closes", words.say("desk.panel.wrong-date")));
    }
    pasted
        .mistakes()
        .forEach(mistake ->
            found.add(
                new FieldError(
                    "questions",
                    words.say(
                        mistake.why().wordKey(),
                        "line",
                        mistake.line(),
                        "most",
                        mistake.why().most()))));
    return found;
  }

  private PanelDeskPage page(
      Ask ask, Consultation c, FormState form, String act, List<Wave.Question> looked) {
    Words words = ask.words();
    PanelService.Members members = panel.members(c.slug());
    List<Wave> waves = panel.waves(c.slug());
    return new PanelDeskPage(
        words.say("desk.panel.title"),
        form.summary(),
        words.say("desk.panel.members", "count", members.count(), "reach", members.reachable()),
        waves.stream().map(wave -> row(wave, words)).toList(),
        waves.isEmpty() ? new EmptyState(words.say("desk.panel.none")) : null,
        "/desk/c/" + c.slug() + "/panel",
        act,
        form.text("title", words.say("desk.panel.wave-title"))
            .hint(words.say("desk.panel.wave-title-hint"))
            .atMost(LONGEST_TITLE),
        form.text("closes", words.say("desk.panel.closes"))
            .of("date")
            .orElse(c.closesOn().toString()),
        form.area("questions", words.say("desk.panel.questions"), 14)
            .hint(words.say("desk.panel.questions-hint")),
        Button.quiet(words.say("desk.panel.look")).sending("do", "look"),
        !looked.isEmpty() && form.errors().isEmpty()
            ? Button.main(words.say("desk.panel.save")).sending("do", "save")
            : null,
        !looked.isEmpty()
            ? new PanelDeskPage.Preview(
                words.say("desk.panel.preview"), PanelViews.asked(looked, FormState.empty()))
            : null);
  }

  private PanelDeskPage.Row row(Wave wave, Words words) {
    String slug = wave.consultation();
    boolean open = wave.isOpenOn(consultations.today());
    long answers =
        reading.count(
            RecordQuery.in(slug)
                .channel(Channel.PANEL)
                .source(wave.id())
                .statuses(EnumSet.of(Status.RECEIVED, Status.CLEARED)));
    return new PanelDeskPage.Row(
        wave.title(),
        open
            ? words.say("desk.panel.state-open", "date", words.shortDate(wave.closesOn()))
            : words.say("desk.panel.state-closed"),
        open,
        words.say("desk.panel.answers", "count", answers),
        "/desk/c/" + slug + "/record?channel=PANEL",
        open ? "/desk/c/" + slug + "/panel/" + wave.id() + "/close" : null);
  }

  private static Optional<LocalDate> date(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
