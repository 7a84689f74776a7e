package org.folkmoot.report;

import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Reader;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.report.NotYetPage;

/// The report and its figures, for everyone as far as each may read.
final class ReportRoutes implements RouteTable.Routes {

  private final ReportService reports;
  private final DecisionService decisions;
  private final ConsultationService consultations;
  private final ThemeService themes;
  private final Elsewhere elsewhere;

  ReportRoutes(
      ReportService reports,
      DecisionService decisions,
      ConsultationService consultations,
      ThemeService themes,
      Elsewhere elsewhere) {
    this.reports = reports;
    this.decisions = decisions;
    this.consultations = consultations;
    this.themes = themes;
    this.elsewhere = elsewhere;
  }

  @Override
  public void register(RouteTable table) {
    table.get("/c/{consultation}/report", Access.everyone(), this::report);
    table.get("/c/{consultation}/report/figures/{figure}", Access.everyone(), this::figure);
  }

  private Answer report(Ask ask) {
    Consultation asked = asked(ask);
    Reader reader = Reader.of(ask.visitor());
    Optional<Report> report = reports.report(asked.slug(), reader);
    if (report.isEmpty()) {
      return ask.page(notYet(ask.words(), asked));
    }
    var views =
        new ReportViews(
            report.get(),
            ask.words(),
            consultations.council().zone(),
            elsewhere.marks(),
            elsewhere.recommendations().of(asked.slug(), ask.words()));
    return ask.page(
        views.page(ask.visitor().is(Role.OFFICER), decisions.visible(asked.slug()).isPresent()));
  }

  private Answer figure(Ask ask) {
    Consultation asked = asked(ask);
    Reader reader = Reader.of(ask.visitor());
    var figures =
        new FigureWords(asked.slug(), ask.words(), themes.themes(asked.slug()), elsewhere.marks());
    var views =
        new FigureViews(
            figures, ask.words(), consultations.council().zone(), "/c/" + asked.slug() + "/report");
    boolean staff = reader.isStaff();
    return switch (reports.open(asked.slug(), ask.value("figure"), reader)) {
      case Opening.Missing _ -> throw new ProblemException(new Problem.NotFound());
      case Opening.TooFew few -> ask.page(404, views.tooFew(few.figure()));
      case Opening.Open open -> ask.page(views.page(open, number(ask.query("page")), staff));
    };
  }

  private Consultation asked(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private static NotYetPage notYet(Words words, Consultation asked) {
    String when =
        words.say(
            "report.not-yet", "who", asked.decidedBy(), "date", words.shortDate(asked.decidesOn()));
    return new NotYetPage(
        words.say("report.title"),
        new EmptyState(when, words.say("report.see-record"), "/c/" + asked.slug() + "/record"));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
  }
}
