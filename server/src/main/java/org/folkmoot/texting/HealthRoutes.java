package org.folkmoot.texting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// How texting does, and a telephone on which an officer tries the line with nothing kept.
final class HealthRoutes implements RouteTable.Routes {

  private static final String HEALTH = "/desk/c/{consultation}/texting/health";
  private static final String TRY = "/desk/c/{consultation}/texting/try";

  /// Longer than any conversation.
  private static final int MOST_TEXTS = 60;

  private final HealthService health;
  private final NewsService news;
  private final Switchboard switchboard;
  private final ConsultationService consultations;
  private final DryRun dry = new DryRun();

  HealthRoutes(
      HealthService health,
      NewsService news,
      Switchboard switchboard,
      ConsultationService consultations) {
    this.health = health;
    this.news = news;
    this.switchboard = switchboard;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get(HEALTH, officer, this::show);
    table.get(TRY, officer, this::begin);
    table.post(TRY, officer, Limit.POST, this::text);
  }

  private Answer show(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    return ask.page(views(ask).health(c, health.of(c.slug())));
  }

  private Answer begin(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    return tried(ask, c, List.of(), FormState.empty(), 200);
  }

  /// Everything typed so far comes with the form and goes with the answer: nothing stays here.
  private Answer text(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    var said = new ArrayList<>(ask.form().all("said"));
    boolean waits = ask.form().text("do").equals("wait");
    String typed = waits ? DryRun.SILENCE : ask.form().text("text");
    boolean wrong =
        typed.isEmpty()
            || typed.length() > OutboundMessage.MAX_CHARACTERS
            || said.size() >= MOST_TEXTS;
    if (wrong) {
      var error = new FieldError("text", ask.words().say("demo.phone.empty"));
      FormState form = FormState.of(ask.form().fields()).withErrors(List.of(error));
      return tried(ask, c, said, form, 422);
    }
    said.add(typed);
    return tried(ask, c, said, FormState.empty(), 200);
  }

  private Answer tried(Ask ask, Consultation c, List<String> said, FormState form, int status) {
    Optional<Switchboard.Connected> line = switchboard.line(c.slug());
    if (line.isEmpty()) {
      throw new ProblemException(new Problem.NotFound());
    }
    List<DryRun.Turn> turns = dry.of(line.get().flow(), said, ask.now());
    return ask.page(status, views(ask).tried(c, line.get(), turns, form));
  }

  private HealthViews views(Ask ask) {
    return new HealthViews(news, consultations.council(), ask.words());
  }
}
