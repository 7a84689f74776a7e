package org.folkmoot.report;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.Theme;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Outcomes;
import org.folkmoot.report.Decision.Response;
import org.folkmoot.web.Words;

/// What was decided, and the answer to each theme and recommendation. Nothing of it is seen by
/// anyone while people are still being heard. Thread-safe.
public final class DecisionService implements Outcomes {

  private static final int SHORT = 120;

  private final DecisionRepository decisions;
  private final ReportService reports;
  private final ConsultationService consultations;
  private final ThemeService themes;
  private final Ledger ledger;
  private final InstantSource time;

  DecisionService(
      DecisionRepository decisions,
      ReportService reports,
      ConsultationService consultations,
      ThemeService themes,
      Ledger ledger,
      InstantSource time) {
    this.decisions = decisions;
    this.reports = reports;
    this.consultations = consultations;
    this.themes = themes;
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public boolean isQuoted(Contribution contribution) {
    return reports.isQuoted(contribution);
  }

  /// The decision, once there is one and nobody is being heard any more.
  public Optional<Decision> visible(String consultation) {
    return consultations
        .find(consultation)
        .filter(asked -> !isStillHearing(asked))
        .flatMap(asked -> decisions.find(asked.slug()));
  }

  /// The day it was decided, once everybody may read what was.
  public Optional<LocalDate> decidedOn(String consultation) {
    return visible(consultation).map(Decision::on);
  }

  public boolean isStillHearing(Consultation asked) {
    return asked.state() == State.DRAFT || consultations.isHearing(asked);
  }

  /// Records the decision.
  ///
  /// @return false, and nothing is kept, while people are still being heard
  public boolean record(Decision decision, String by) {
    if (isStillHearing(consultations.get(decision.consultation()))) {
      return false;
    }
    log(decision.consultation(), Act.Kind.DECIDED, decision.consultation(), by);
    decisions.save(decision);
    return true;
  }

  /// Answers a theme or recommendation; the same answer again changes nothing.
  public void answer(String consultation, Response response, String by) {
    Response before =
        responses(consultation).getOrDefault(response.subject(), Response.none(response.subject()));
    if (!before.equals(response)) {
      log(consultation, Act.Kind.ANSWERED, response.subject(), by);
      decisions.save(consultation, response);
    }
  }

  public Map<String, Response> responses(String consultation) {
    return decisions.responses(consultation);
  }

  /// One line for each theme the contribution is grouped under, answered or not.
  @Override
  public List<Line> of(Contribution contribution) {
    if (visible(contribution.consultation()).isEmpty()) {
      return List.of();
    }
    Map<String, Response> all = responses(contribution.consultation());
    List<Line> lines = new ArrayList<>();
    for (Theme theme : themes.themes(contribution.consultation())) {
      if (contribution.themes().contains(theme.id())) {
        String subject = Decision.theme(theme.id());
        Response r = all.getOrDefault(subject, Response.none(subject));
        lines.add(
            new Line(theme.name(), r.isAnswer(), r.said(), r.did(), r.whyNot(), r.who(), r.when()));
      }
    }
    return lines;
  }

  /// What was said and what is done about it, a sentence each and short enough for a text.
  public record Result(String said, String did) {}

  /// What was decided about one voice, or about the whole question where there is no voice or
  /// nothing it said has an answer of its own; empty while nothing is decided.
  public Optional<Result> result(String consultation, Optional<Contribution> voice, Words words) {
    Optional<Result> own =
        voice.stream()
            .flatMap(c -> of(c).stream())
            .filter(Line::answered)
            .findFirst()
            .map(line -> result(line, words));
    return own.or(() ->
        visible(consultation)
            .map(decision ->
                new Result(
                    sentence(consultations.get(consultation).title()),
                    shortened(decision.text()))));
  }

  /// The same as one text; says when it will be decided while nothing is.
  public String shortResult(Contribution contribution, Words words) {
    Consultation asked = consultations.get(contribution.consultation());
    return result(asked.slug(), Optional.of(contribution), words)
        .map(result -> words.say("report.result", "said", result.said(), "did", result.did()))
        .orElseGet(() ->
            words.say(
                "report.result-none",
                "who",
                asked.decidedBy(),
                "date",
                words.shortDate(asked.decidesOn())));
  }

  private static Result result(Line line, Words words) {
    String did =
        line.did().isBlank()
            ? words.say("report.result-why-not", "why", line.whyNot())
            : line.did();
    return new Result(sentence(line.said().isBlank() ? line.theme() : line.said()), shortened(did));
  }

  private static String sentence(String text) {
    String one = shortened(text);
    return one.matches(".*[.!?…]") ? one : one + ".";
  }

  private static String shortened(String text) {
    String one = text.strip().replaceAll("\\s+", " ");
    if (one.length() <= SHORT) {
      return one;
    }
    int space = one.lastIndexOf(' ', SHORT - 1);
    return one.substring(0, space < SHORT / 2 ? SHORT - 1 : space) + "…";
  }

  /// The same act at the same moment is one entry: what a crash cut short can be repeated.
  private void log(String consultation, Act.Kind kind, String subject, String by) {
    Instant now = time.instant();
    String id =
        String.join(
            ":", kind.name().toLowerCase(Locale.ROOT), Long.toString(now.toEpochMilli()), subject);
    ledger.append(consultation, new Act(id, kind, subject, now, by, "", Map.of()));
  }
}
