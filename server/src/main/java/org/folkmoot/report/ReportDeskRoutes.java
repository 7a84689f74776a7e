package org.folkmoot.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.Theme;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Reader;
import org.folkmoot.record.Voice;
import org.folkmoot.report.ReportTexts.Quote;
import org.folkmoot.report.ReportTexts.Stance;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.report.Count;
import org.folkmoot.web.report.EditReportPage;
import org.jspecify.annotations.Nullable;

/// The officer's desk of the report.
final class ReportDeskRoutes implements RouteTable.Routes {

  private static final String HERE = "/desk/c/{consultation}/report";
  private static final String FINDING = "finding-";

  private final ReportService reports;
  private final SnapshotService snapshots;
  private final ConsultationService consultations;
  private final ThemeService themes;
  private final Elsewhere elsewhere;

  ReportDeskRoutes(
      ReportService reports,
      SnapshotService snapshots,
      ConsultationService consultations,
      ThemeService themes,
      Elsewhere elsewhere) {
    this.reports = reports;
    this.snapshots = snapshots;
    this.consultations = consultations;
    this.themes = themes;
    this.elsewhere = elsewhere;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    table.get(HERE, officer, ask -> page(ask, 200, List.of()));
    table.post(HERE, officer, Limit.POST, this::save);
    table.post(HERE + "/freeze", officer, Limit.POST, this::freeze);
    table.post(HERE + "/publish", officer, Limit.POST, this::publish);
    table.post(HERE + "/quotes", officer, Limit.POST, this::quote);
    table.post(HERE + "/quotes/drop", officer, Limit.POST, this::dropQuote);
  }

  private Answer freeze(Ask ask) {
    String slug = asked(ask).slug();
    String act = ask.form().text(Form.ACT);
    snapshots.freeze(
        slug, act.isEmpty() ? UUID.randomUUID().toString() : act, ask.visitor().name());
    return back(slug, "").flash("desk.report.frozen");
  }

  private Answer publish(Ask ask) {
    String slug = asked(ask).slug();
    return reports
        .publish(slug, ask.visitor().name())
        .map(obstacle ->
            switch (obstacle) {
              case NOT_FROZEN ->
                  wrong(ask, new FieldError("freeze", ask.words().say("desk.report.not-frozen")));
              case NO_LIMITS ->
                  wrong(ask, new FieldError("limits", ask.words().say("desk.report.no-limits")));
            })
        .orElseGet(() -> back(slug, "").flash("desk.report.published"));
  }

  private Answer save(Ask ask) {
    String slug = asked(ask).slug();
    Form form = ask.form();
    Map<String, String> findings = new LinkedHashMap<>();
    for (Theme theme : themes.themes(slug)) {
      String text = cut(form.text(FINDING + theme.id()));
      if (!text.isEmpty()) {
        findings.put(theme.id(), text);
      }
    }
    reports.save(
        new ReportTexts(
            slug,
            findings,
            cut(form.text("disagreement")),
            cut(form.text("notHeard")),
            cut(form.text("limits")),
            cut(form.text("method")),
            List.of(),
            ""));
    return back(slug, "").flash("desk.report.saved");
  }

  private Answer quote(Ask ask) {
    String slug = asked(ask).slug();
    Form form = ask.form();
    Words words = ask.words();
    Optional<Stance> stance = form.oneOf("stance", Stance.values());
    if (stance.isEmpty()) {
      return wrong(ask, new FieldError("stance", words.say("desk.report.stance-missing")));
    }
    var wanted = new Quote(form.text("voice"), stance.get(), cut(form.text("excerpt")));
    return reports.addQuote(slug, wanted)
        ? back(slug, "#quotes").flash("desk.report.quote-added")
        : wrong(ask, new FieldError("excerpt", words.say("desk.report.not-their-words")));
  }

  private Answer dropQuote(Ask ask) {
    String slug = asked(ask).slug();
    reports.dropQuote(slug, ask.form().text("quote"));
    return back(slug, "#quotes").flash("desk.report.quote-dropped");
  }

  private Answer wrong(Ask ask, FieldError error) {
    return page(ask, 422, List.of(error));
  }

  private Answer page(Ask ask, int status, List<FieldError> errors) {
    Consultation asked = asked(ask);
    String slug = asked.slug();
    Words words = ask.words();
    Optional<Report> report = reports.report(slug, Reader.STAFF);
    ReportTexts texts = reports.texts(slug);
    FormState form =
        (status == 200 ? FormState.empty() : FormState.of(ask.form().fields())).withErrors(errors);
    var views =
        report.map(r ->
            new ReportViews(
                r, words, consultations.council().zone(), elsewhere.marks(), List.of()));
    List<EditReportPage.FindingField> findings =
        themes.themes(slug).stream()
            .map(theme -> finding(theme, form, texts, counts(views, theme)))
            .toList();
    String here = "/desk/c/" + slug + "/report";
    List<Voice> quotable = reports.quotable(slug);
    return ask.page(
        status,
        new EditReportPage(
            words.say("desk.report.title"),
            errors.isEmpty() ? null : new ErrorSummary(errors),
            state(words, report, texts),
            UUID.randomUUID().toString(),
            report.isPresent(),
            report.isPresent() ? "/c/" + slug + "/report" : null,
            here + "/freeze",
            here + "/publish",
            here,
            findings,
            List.of(
                area(form, words, "disagreement", texts.disagreement(), 2),
                area(form, words, "notHeard", texts.notHeard(), 3),
                area(form, words, "limits", texts.limits(), 3),
                area(form, words, "method", texts.method(), 5)),
            quoteRows(words, texts, report, views),
            here + "/quotes",
            here + "/quotes/drop",
            form.select(
                "stance",
                words.say("desk.report.stance"),
                List.of(Stance.values()).stream()
                    .map(s -> new Choices.Option(s.name(), words.say(s.wordKey())))
                    .toList()),
            quotable.stream().map(v -> quotable(words, v)).toList()));
  }

  private static List<Count> counts(Optional<ReportViews> views, Theme theme) {
    return views.map(v -> v.themeCounts(theme.id())).orElse(List.of());
  }

  private static EditReportPage.FindingField finding(
      Theme theme, FormState form, ReportTexts texts, List<Count> counts) {
    TextArea area =
        form.area(FINDING + theme.id(), theme.name(), 2)
            .orElse(texts.findings().getOrDefault(theme.id(), ""))
            .atMost(ReportTexts.MAX_TEXT)
            .ifYouLike();
    return new EditReportPage.FindingField(
        counts, theme.definition().isBlank() ? area : area.hint(theme.definition()));
  }

  private static TextArea area(FormState form, Words words, String name, String saved, int rows) {
    return form.area(name, words.say("desk.report." + name), rows)
        .orElse(saved)
        .hint(words.say("desk.report." + name + "-hint"))
        .atMost(ReportTexts.MAX_TEXT);
  }

  /// Every quote chosen, also one that may not be shown any more, so that the officer sees it.
  private static List<EditReportPage.QuoteRow> quoteRows(
      Words words, ReportTexts texts, Optional<Report> report, Optional<ReportViews> views) {
    List<EditReportPage.QuoteRow> rows = new ArrayList<>();
    for (Quote quote : texts.quotes()) {
      @Nullable String saidBy =
          report.stream()
              .flatMap(r -> r.quotes().stream())
              .filter(q -> q.quote().equals(quote))
              .findFirst()
              .flatMap(q -> views.map(v -> v.saidBy(q.voice())))
              .orElse(null);
      String stance = words.say(quote.stance().wordKey());
      rows.add(
          saidBy == null
              ? new EditReportPage.QuoteRow(
                  quote.contribution(),
                  stance,
                  words.say("desk.report.quote-not-shown"),
                  words.say("desk.report.quote-why-not"))
              : new EditReportPage.QuoteRow(quote.contribution(), stance, quote.excerpt(), saidBy));
    }
    return rows;
  }

  private static EditReportPage.Quotable quotable(Words words, Voice voice) {
    String door = words.say(voice.channel().wordKey());
    return new EditReportPage.Quotable(
        voice.id(),
        ReportService.publicText(voice),
        voice.language(),
        voice.quoteAs().isEmpty() ? door : voice.quoteAs() + ", " + door);
  }

  private List<String> state(Words words, Optional<Report> report, ReportTexts texts) {
    if (report.isEmpty()) {
      return List.of(words.say("desk.report.nothing-frozen"));
    }
    Snapshot snapshot = report.get().snapshot();
    String frozen =
        words.say(
            "desk.report.state-frozen",
            "date",
            words.dateTime(snapshot.at().atZone(consultations.council().zone())),
            "seq",
            words.number(snapshot.seq()),
            "by",
            snapshot.by());
    String published =
        texts.published().isEmpty()
            ? "desk.report.state-unpublished"
            : report.get().isPublic()
                ? "desk.report.state-published"
                : "desk.report.state-older-published";
    return List.of(frozen, words.say(published));
  }

  private Consultation asked(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private static Answer back(String slug, String anchor) {
    return Answer.seeOther("/desk/c/" + slug + "/report" + anchor);
  }

  private static String cut(String text) {
    return text.length() <= ReportTexts.MAX_TEXT ? text : text.substring(0, ReportTexts.MAX_TEXT);
  }
}
