package org.folkmoot.demo;

import static org.folkmoot.demo.Demo.text;

import io.helidon.config.Config;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.report.Decision;
import org.folkmoot.report.Decision.Progress;
import org.folkmoot.report.Decision.Response;
import org.folkmoot.report.ReportTexts;
import org.folkmoot.report.ReportTexts.Quote;
import org.folkmoot.report.ReportTexts.Stance;

/// The report as it stands on the day of loading and, of a consultation that is over, what was
/// decided and answered.
final class SampleReport {

  private final Demo.Rooms rooms;
  private final SampleFiles files;
  private final Config plan;
  private final SampleConsultation.Town town;
  private final String slug;
  private final SampleVoices voices;

  SampleReport(
      Demo.Rooms rooms,
      SampleFiles files,
      Config plan,
      SampleConsultation.Town town,
      String slug,
      SampleVoices voices) {
    this.rooms = rooms;
    this.files = files;
    this.plan = plan;
    this.town = town;
    this.slug = slug;
    this.voices = voices;
  }

  void plan() {
    Config report = plan.get("report");
    town.calendar().at(town.days().moment(text(report, "at")), () -> report(report));
    Config decision = plan.get("decision");
    if (decision.exists()) {
      town.calendar().at(town.days().moment(text(decision, "at")), () -> decide(decision));
      for (Row row : files.rows("answers.csv")) {
        town.calendar().at(town.days().moment(row.get("at")), () -> answer(row));
      }
    }
  }

  private void report(Config report) {
    rooms.snapshots().freeze(slug, "sample", town.officer());
    Map<String, String> findings = new LinkedHashMap<>();
    for (Row row : files.rows("findings.csv")) {
      voices.themes(row.get("theme")).forEach(theme -> findings.put(theme, row.get("finding")));
    }
    rooms
        .reports()
        .save(
            new ReportTexts(
                slug,
                findings,
                text(report, "disagreement"),
                text(report, "notHeard"),
                text(report, "limits"),
                text(report, "method"),
                List.of(),
                ""));
    for (Row row : files.rows("quotes.csv")) {
      Stance stance = Stance.valueOf(row.get("stance").toUpperCase(Locale.ROOT));
      var quote = new Quote(voices.id(row.get("voice")), stance, row.get("excerpt"));
      if (!rooms.reports().addQuote(slug, quote)) {
        throw new IllegalStateException(
            row.get("voice")
                + " may not be quoted so: "
                + rooms.record().find(quote.contribution()));
      }
    }
    if (report.get("publish").asBoolean().get()) {
      rooms
          .reports()
          .publish(slug, town.officer())
          .ifPresent(obstacle -> {
            throw new IllegalStateException("the sample's report: " + obstacle);
          });
    }
  }

  private void decide(Config decision) {
    boolean kept =
        rooms
            .decisions()
            .record(
                new Decision(
                    slug,
                    text(decision, "text"),
                    text(decision, "by"),
                    town.days().day(text(decision, "at")),
                    text(decision, "vote")),
                town.officer());
    if (!kept) {
      throw new IllegalStateException(slug + " still hears people");
    }
  }

  /// @param row `to` is `theme:` and its name, or `recommendation:` and its number
  private void answer(Row row) {
    String[] to = row.get("to").split(":", 2);
    String subject =
        to[0].equals("theme")
            ? Decision.theme(voices.themes(to[1]).iterator().next())
            : Decision.recommendation(slug + ":" + to[1]);
    rooms
        .decisions()
        .answer(
            slug,
            new Response(
                subject,
                row.get("said"),
                row.get("did"),
                row.get("whynot"),
                row.get("who"),
                row.get("when"),
                Progress.valueOf(row.get("progress"))),
            town.officer());
  }
}
