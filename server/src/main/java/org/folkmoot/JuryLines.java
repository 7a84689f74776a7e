package org.folkmoot;

import java.util.List;
import java.util.Set;
import org.folkmoot.jury.JuryService;
import org.folkmoot.jury.Recommendation;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordReading;
import org.folkmoot.report.Recommendations;
import org.folkmoot.web.Words;

/// The jury's recommendations as the report shows them, without any that was taken back.
record JuryLines(JuryService jury, RecordReading reading) implements Recommendations {

  @Override
  public List<Line> of(String consultation, Words words) {
    List<Recommendation> all = jury.recommendations(consultation);
    Set<String> seen =
        reading
            .find(Reader.COUNCILLOR, all.stream().map(Recommendation::contribution).toList())
            .keySet();
    return all.stream()
        .filter(r -> seen.contains(r.contribution()))
        .map(r -> line(r, words))
        .toList();
  }

  private static Line line(Recommendation r, Words words) {
    String support =
        words.say(
            r.minority() ? "report.support-minority" : "report.support",
            "backers",
            r.backers(),
            "voting",
            r.voting());
    int without = r.count(Recommendation.Support.ABSTAINED);
    String said =
        without == 0
            ? support
            : support + " " + words.say("report.support-without", "count", without);
    return new Line(r.id(), r.text(), said, r.minority());
  }
}
