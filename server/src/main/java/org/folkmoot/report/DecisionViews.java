package org.folkmoot.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.report.Decision.Progress;
import org.folkmoot.report.Decision.Response;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.report.DecisionPage;
import org.folkmoot.web.report.EditDecisionPage;
import org.folkmoot.web.report.OutboxPage;
import org.jspecify.annotations.Nullable;

/// The decision, its desk and the outbox as pages.
final class DecisionViews {

  private DecisionViews() {}

  /// What wants an answer.
  ///
  /// @param note a theme's definition, or who stands behind a recommendation
  record Subject(String id, String name, String note, boolean isRecommendation) {}

  /// @param lang of what the council wrote
  static DecisionPage page(
      String lang,
      Words words,
      LocalDate today,
      Decision decision,
      List<Subject> subjects,
      Map<String, Response> responses) {
    return new DecisionPage(
        words.say("report.decision"),
        lang,
        decision.text().lines().filter(line -> !line.isBlank()).toList(),
        words.say(
            "report.decided-by", "who", decision.by(), "date", words.shortDate(decision.on())),
        blankToNull(decision.vote()),
        lines(words, today, subjects, responses, false),
        lines(words, today, subjects, responses, true),
        "/c/" + decision.consultation() + "/report");
  }

  static String anchor(String subject) {
    return subject.replace(':', '-');
  }

  static EditDecisionPage desk(
      Words words,
      Consultation asked,
      FormState form,
      Optional<Decision> decision,
      boolean stillHearing,
      List<Subject> subjects,
      Map<String, Response> responses) {
    String here = "/desk/c/" + asked.slug() + "/decision";
    return new EditDecisionPage(
        words.say("desk.decision.title"),
        form.summary(),
        stillHearing ? words.say("desk.decision.still-hearing") : null,
        here,
        form.area("text", words.say("desk.decision.text"), 4)
            .orElse(decision.map(Decision::text).orElse(""))
            .atMost(Decision.MAX_TEXT),
        form.text("by", words.say("desk.decision.by"))
            .orElse(decision.map(Decision::by).orElse(asked.decidedBy())),
        form.text("on", words.say("desk.decision.on"))
            .of("date")
            .orElse(decision.map(d -> d.on().toString()).orElse("")),
        form.text("vote", words.say("desk.decision.vote"))
            .hint(words.say("desk.decision.vote-hint"))
            .ifYouLike()
            .orElse(decision.map(Decision::vote).orElse("")),
        here + "/answers",
        subjects.stream()
            .map(s -> field(words, s, responses.getOrDefault(s.id(), Response.none(s.id()))))
            .toList(),
        decision.isPresent() ? "/c/" + asked.slug() + "/decision" : null,
        "/desk/c/" + asked.slug() + "/outbox");
  }

  static OutboxPage outbox(
      Words words, String slug, Map<Tell, OutboxService.Counts> counts, List<String> waiting) {
    List<OutboxPage.Row> rows =
        Stream.of(Tell.PHONE, Tell.EMAIL)
            .map(how -> {
              var of = counts.getOrDefault(how, new OutboxService.Counts(0, 0, 0));
              return new OutboxPage.Row(
                  words.say("desk.outbox." + how.name().toLowerCase(Locale.ROOT)),
                  words.number(of.waiting()),
                  words.number(of.sent()),
                  words.number(of.never()));
            })
            .toList();
    return new OutboxPage(
        words.say("desk.outbox.title"),
        rows,
        waiting,
        "/desk/c/" + slug + "/outbox",
        "/desk/c/" + slug + "/texting/health#told");
  }

  private static List<DecisionPage.Line> lines(
      Words words,
      LocalDate today,
      List<Subject> subjects,
      Map<String, Response> responses,
      boolean recommendations) {
    return subjects.stream()
        .filter(s -> s.isRecommendation() == recommendations)
        .map(s -> line(words, today, s, responses.getOrDefault(s.id(), Response.none(s.id()))))
        .toList();
  }

  private static DecisionPage.Line line(Words words, LocalDate today, Subject subject, Response r) {
    boolean answered = r.isAnswer();
    return new DecisionPage.Line(
        anchor(subject.id()),
        subject.name(),
        answered,
        blankToNull(r.said()),
        blankToNull(r.did()),
        blankToNull(r.whyNot()),
        blankToNull(r.who()),
        r.day().map(words::shortDate).orElse(blankToNull(r.when())),
        r.progress() == Progress.NONE ? null : words.say(r.progress().wordKey()),
        r.isLate(today));
  }

  private static EditDecisionPage.AnswerForm field(Words words, Subject subject, Response r) {
    String at = anchor(subject.id()) + "-";
    List<EditDecisionPage.AnswerField> fields =
        List.of(
            answerField(words, at, "said", r.said()),
            answerField(words, at, "did", r.did()),
            answerField(words, at, "whyNot", r.whyNot()));
    List<Choices.Option> options =
        Stream.of(Progress.values())
            .map(p -> new Choices.Option(p.name(), words.say(p.wordKey())))
            .toList();
    return new EditDecisionPage.AnswerForm(
        anchor(subject.id()),
        subject.id(),
        subject.name(),
        blankToNull(subject.note()),
        !r.isAnswer(),
        fields,
        r.who(),
        r.when(),
        options.stream()
            .map(o ->
                new EditDecisionPage.ProgressOption(
                    o.value(), o.label(), o.value().equals(r.progress().name())))
            .toList());
  }

  private static EditDecisionPage.AnswerField answerField(
      Words words, String at, String name, String value) {
    return new EditDecisionPage.AnswerField(
        at + name, name, words.say("desk.decision." + name), value);
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
