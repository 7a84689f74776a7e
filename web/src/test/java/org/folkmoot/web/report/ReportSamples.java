package org.folkmoot.web.report;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.report.ReportPage.Cells;

/// A report with everything in it, a figure opened and one too small, a decision, and their desk.
public final class ReportSamples implements Samples {

  private static final String QUOTE =
      "I finish at ten past six. The bus has gone at ten past six. So I walk along the bypass with"
          + " my phone as a lamp.";

  @Override
  public List<Page> pages() {
    return List.of(
        report(), figure(), tooFew(), notYet(), edit(), decision(), editDecision(), outbox());
  }

  private static Page report() {
    return new ReportPage(
        "What people told us",
        "en",
        "As the record stood on Monday 29 November 2027, 09:00, entry 1,204 of the log.",
        "Only people who work here and councillors can see this. It is not out yet.",
        "/desk/c/after-six/report",
        "We work with you, so that what worries you and what you wish for shows in what we choose.",
        "Times, routes, fares and lights at the stops.",
        "The money there is for this year.",
        "The full council decides, planned for 14 December 2027.",
        List.of(count("214 people"), count("412 things said"), count("1,067 marks")),
        List.of(
            finding("The last bus leaves before most shifts end.", "96 people", "131 things said"),
            finding("Waiting in the dark frightens people.", "71 people", "88 things said"),
            finding("A taxi home costs an hour’s wage or more.", "44 people", "52 things said"),
            finding("Timetables cannot be read at the stop.", "19 people", "23 things said"),
            finding("Drivers are kind, and matter.", "9 people", "9 things said")),
        List.of(
            new ReportPage.Quote("For", QUOTE, "en", "Text message"),
            new ReportPage.Quote(
                "Against", "Two people on a late bus is not a bus, it is a taxi.", "en", "Letter")),
        new ReportPage.Disagreement(
            "“The council should pay for shared taxis rather than later buses.”",
            List.of(
                count("Agree: 61 marks"),
                count("Not sure: 30 marks"),
                count("Disagree: 58 marks"))),
        List.of(
            "Fewer than five people told us that they live in: Hill Top.",
            "Nothing came in by: Letter."),
        List.of(
            "We came once to each hall, always on a weekday.",
            "People chose for themselves to answer. They are not a sample of everyone here."),
        List.of(
            new ReportPage.Recommendation(
                "Run the 41 until 23:00 on workdays for a year, and count.",
                "21 of 24 jurors can live with it or better")),
        List.of(new ReportPage.Recommendation("No fares under 19.", "3 of 5 jurors.")),
        "As it stood on 29 November 2027.",
        List.of(
            new ReportPage.Side(
                "From home",
                new Cells(count("160 people"), count("290 things said"), count("667 marks")),
                List.of(
                    new ReportPage.DoorRow(
                        new Drawing("panel"),
                        "Question of the month",
                        new Cells(count("96 people"), count("96 things said"), null)),
                    new ReportPage.DoorRow(
                        new Drawing("panel"),
                        "Text message",
                        new Cells(
                            count("64 people"),
                            new Count("194 things said", "/f", "(2 taken back since)"),
                            null)))),
            new ReportPage.Side(
                "In person",
                new Cells(count("54 people"), count("122 things said"), count("400 marks")),
                List.of(
                    new ReportPage.DoorRow(
                        new Drawing("panel"),
                        "Card",
                        new Cells(
                            new Count("fewer than 5 people", null, null),
                            count("60 things said"),
                            null))))),
        List.of(
            new ReportPage.ThemeRow(
                "Too early",
                "The last bus leaves before people can take it.",
                new Cells(count("96 people"), count("131 things said"), null))),
        List.of(
            new ReportPage.MarkTable(
                "What people agree and disagree on",
                List.of("Agree", "Not sure", "Disagree"),
                List.of(
                    new ReportPage.MarkRow(
                        "Later buses matter more than cheaper ones.",
                        List.of(
                            new ReportPage.MarkCell(count("90 marks")),
                            new ReportPage.MarkCell(null),
                            new ReportPage.MarkCell(count("22 marks"))))))),
        List.of(
            new ReportPage.ChoiceTable(
                "How did you get home last week?",
                List.of(new ReportPage.ChoiceRow("On foot", count("41 people"))))),
        new ReportPage.Stories(count("12 things said"), "/c/after-six/stories"),
        List.of("Counted is everything that was sent and not taken back."),
        "Since this was counted, 2 things people sent were taken back.",
        "Fingerprint of all figures: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f0",
        "/c/after-six/decision");
  }

  private static Page figure() {
    return new FigurePage(
        "Waiting in the dark",
        "Waiting in the dark",
        "12 people: 7 you can read here, 3 counted but not shown, 2 taken back since.",
        "Each person is counted once, however much they said.",
        null,
        List.of(
            new FigurePage.Voice(
                Drawing.ofDoor("SMS"),
                "Text message",
                "3 November 2027",
                null,
                List.of(QUOTE),
                List.of(new FigurePage.Answer("How do you get around?", "By bus")),
                "en",
                null,
                null,
                null),
            new FigurePage.Voice(
                Drawing.ofDoor("STORY"),
                "Story",
                "4 November 2027",
                "The lamp at Quay Street",
                List.of("It has been out since spring."),
                List.of(),
                "en",
                null,
                "Anna",
                "/desk/c/after-six/record/c1"),
            new FigurePage.Voice(
                Drawing.ofDoor("DOT_VOTE"),
                "Dots on a sheet",
                "5 November 2027",
                null,
                List.of(),
                List.of(),
                "en",
                "40 marks",
                null,
                null)),
        new Pagination(null, "?page=2", "1 to 50 of 74"),
        "/c/after-six/report");
  }

  private static Page tooFew() {
    return new FigurePage(
        "Letter",
        "Letter",
        null,
        null,
        "fewer than 5 people. Numbers smaller than 5 are not opened here.",
        List.of(),
        null,
        "/c/after-six/report");
  }

  private static Page notYet() {
    return new NotYetPage(
        "What people told us",
        new EmptyState("The report is not out yet.", "Read what was said", "/c/after-six/record"));
  }

  private static Page edit() {
    FormState form = FormState.empty();
    return new EditReportPage(
        "The report",
        new ErrorSummary(List.of(new FieldError("limits", "Write what the report cannot tell"))),
        List.of("Counted on Monday 29 November 2027, 09:00 by Amina."),
        "a1",
        true,
        "/c/after-six/report",
        "/f",
        "/p",
        "/s",
        List.of(
            new EditReportPage.FindingField(
                List.of(count("96 people")), form.area("finding-1", "Too early", 2))),
        List.of(form.area("limits", "What this cannot tell you", 3)),
        List.of(new EditReportPage.QuoteRow("c1", "For", QUOTE, "Text message")),
        "/q",
        "/d",
        form.select("stance", "Where it stands", List.of(new Choices.Option("FOR", "For"))),
        List.of(new EditReportPage.Quotable("c2", QUOTE, "en", "Text message")));
  }

  private static Page decision() {
    return new DecisionPage(
        "What was decided",
        "en",
        List.of("The 41 runs until 23:00 on workdays for a year from April."),
        "The full council, 14 December 2027.",
        "31 for, 12 against.",
        List.of(
            new DecisionPage.Line(
                "theme-early",
                "Too early",
                true,
                "The last bus leaves before shifts end.",
                "The 41 runs until 23:00.",
                null,
                "Transport team",
                "April 2028",
                "Planned"),
            new DecisionPage.Line(
                "theme-dark", "In the dark", false, null, null, null, null, null, null)),
        List.of(
            new DecisionPage.Line(
                "recommendation-1",
                "Run the 41 until 23:00.",
                true,
                null,
                null,
                "Sundays would cost more than there is.",
                null,
                null,
                null)),
        "/c/after-six/report");
  }

  private static Page editDecision() {
    FormState form = FormState.empty();
    return new EditDecisionPage(
        "The decision",
        null,
        "People are still being heard.",
        "/d",
        form.area("text", "What was decided", 4),
        form.text("by", "Who decided"),
        form.text("on", "On which day").of("date"),
        form.text("vote", "How they voted"),
        "/a",
        List.of(
            new EditDecisionPage.AnswerForm(
                "theme-early",
                "theme:early",
                "Too early",
                "The last bus leaves before people can take it.",
                true,
                List.of(
                    new EditDecisionPage.AnswerField("theme-early-said", "said", "You said", "")),
                "",
                "",
                List.of(new EditDecisionPage.ProgressOption("NONE", "No plan yet", true)))),
        "/c/after-six/decision",
        "/desk/c/after-six/outbox");
  }

  private static Page outbox() {
    return new OutboxPage(
        "Messages to those who asked to be told",
        List.of(
            new OutboxPage.Row("By text", "41", "0", "1"),
            new OutboxPage.Row("By e-mail", "12", "0", "0")),
        List.of("Wrenmouth Council: Too early: the 41 runs until 23:00. More: https://…"),
        "/o",
        "/desk/c/after-six/texting/health#told");
  }

  private static ReportPage.Finding finding(String sentence, String... counts) {
    return new ReportPage.Finding(
        sentence, List.of(counts).stream().map(ReportSamples::count).toList());
  }

  private static Count count(String text) {
    return new Count(text, "/c/after-six/report/figures/all:people", null);
  }
}
