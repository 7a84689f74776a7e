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

  private final Scene scene;
  private final Demo.Rooms rooms;
  private final SampleVoices voices;

  SampleReport(Scene scene) {
    this.scene = scene;
    this.rooms = scene.rooms();
    this.voices = scene.voices();
  }

  void plan() {
    Config report = scene.plan().get("report");
    scene.at(text(report, "at"), () -> report(report));
    Config decision = scene.plan().get("decision");
    if (decision.exists()) {
      scene.at(text(decision, "at"), () -> decide(decision));
      for (Row row : scene.files().rows("answers.csv")) {
        scene.at(row.get("at"), () -> answer(row));
      }
    }
  }

  private void report(Config report) {
    rooms.snapshots().freeze(scene.slug(), "sample", scene.officer());
    Map<String, String> findings = new LinkedHashMap<>();
    for (Row row : scene.files().rows("findings.csv")) {
      voices.themes(row.get("theme")).forEach(theme -> findings.put(theme, row.get("finding")));
    }
    rooms
        .reports()
        .save(
            new ReportTexts(
                scene.slug(),
                findings,
                text(report, "disagreement"),
                text(report, "notHeard"),
                text(report, "limits"),
                text(report, "method"),
                List.of(),
                ""));
    for (Row row : scene.files().rows("quotes.csv")) {
      Stance stance = Stance.valueOf(row.get("stance").toUpperCase(Locale.ROOT));
      var quote = new Quote(voices.id(row.get("voice")), stance, row.get("excerpt"));
      if (!rooms.reports().addQuote(scene.slug(), quote)) {
        throw new IllegalStateException(
            row.get("voice")
                + " may not be quoted so: "
                + rooms.record().find(quote.contribution()));
      }
    }
    if (report.get("publish").asBoolean().get()) {
      rooms
          .reports()
          .publish(scene.slug(), scene.officer())
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
                    scene.slug(),
                    text(decision, "text"),
                    text(decision, "by"),
                    scene.town().days().day(text(decision, "at")),
                    text(decision, "vote")),
                scene.officer());
    if (!kept) {
      throw new IllegalStateException(scene.slug() + " still hears people");
    }
  }

  /// A number of days stands for the day it counts to.
  private String when(String written) {
    return written.matches("[-+]?\\d+") ? scene.town().days().day(written).toString() : written;
  }

  /// @param row `to` is `theme:` and its name, or `recommendation:` and its number
  private void answer(Row row) {
    String[] to = row.get("to").split(":", 2);
    String subject =
        to[0].equals("theme")
            ? Decision.theme(voices.themes(to[1]).iterator().next())
            : Decision.recommendation(scene.slug() + ":" + to[1]);
    rooms
        .decisions()
        .answer(
            scene.slug(),
            new Response(
                subject,
                row.get("said"),
                row.get("did"),
                row.get("whynot"),
                row.get("who"),
                when(row.get("when")),
                Progress.valueOf(row.get("progress"))),
            scene.officer());
  }
}
