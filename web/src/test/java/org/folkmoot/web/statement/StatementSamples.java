package org.folkmoot.web.statement;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FormState;

/// Statements to answer, one of your own, how it stands, the officer's page.
public final class StatementSamples implements Samples {
  private static final Words WORDS = Words.english();
  private static final List<String> STATEMENTS =
      List.of(
          "Buses at nine matter more than one at eleven.",
          "I would book a minibus if it came within thirty minutes.",
          "I feel safe waiting at my stop after dark.");

  @Override
  public List<Page> pages() {
    FormState form = FormState.empty();
    List<Link> on =
        List.of(
            new Link(WORDS.say("statement.own"), "/own"),
            new Link(WORDS.say("statement.back"), "/c/after-six"));
    var closing = ClosingQuestions.of(form, WORDS, List.of("Saltmarsh", "Harbour"));
    return List.of(
        new VotePage(
            WORDS.say("statement.title"),
            WORDS.say("statement.lead", "count", 3),
            null,
            "/c/after-six/statements",
            IntStream.range(0, 3)
                .mapToObj(i ->
                    form.radios(
                        "s" + i,
                        STATEMENTS.get(i),
                        List.of(
                            new Choices.Option("agree", WORDS.say("statement.vote.agree")),
                            new Choices.Option("pass", WORDS.say("statement.vote.pass")),
                            new Choices.Option("disagree", WORDS.say("statement.vote.disagree")))))
                .toList(),
            closing,
            Button.main(WORDS.say("statement.send")),
            on),
        new ProposePage(
            WORDS.say("statement.own"),
            null,
            "/own",
            "a1",
            form.area("words", WORDS.say("statement.own-words"), 3),
            closing,
            Button.main(WORDS.say("common.send"))),
        new StatementNotePage(WORDS.say("statement.title"), WORDS.say("statement.all-done"), on),
        results(on),
        desk(form));
  }

  private static ResultsPage results(List<Link> on) {
    var numbers =
        new ResultsPage.Numbers(
            "31",
            "8",
            "11",
            WORDS.say("statement.said", "agree", 31, "pass", 8, "disagree", 11),
            new ResultsPage.Bar(372, 372, 96, 468, 132));
    return new ResultsPage(
        WORDS.say("statement.results"),
        WORDS.say("statement.unit"),
        null,
        List.of(
            new ResultsPage.Standing(STATEMENTS.get(0), numbers, null),
            new ResultsPage.Standing(STATEMENTS.get(1), null, WORDS.say("statement.few"))),
        WORDS.say("statement.caption"),
        on);
  }

  private static StatementDeskPage desk(FormState form) {
    return new StatementDeskPage(
        WORDS.say("desk.statement.title"),
        null,
        WORDS.say("desk.statement.lead"),
        List.of(
            new StatementDeskPage.Row(STATEMENTS.get(0), "us", "31", "8", "11", "/off"),
            new StatementDeskPage.Row(STATEMENTS.get(1), "us", "0", "0", "0", null)),
        null,
        List.of(new StatementDeskPage.Proposal(STATEMENTS.get(2), "Checked, may be shown", "/put")),
        new EmptyState(WORDS.say("desk.statement.no-proposals")),
        "/desk/c/after-six/record",
        "/desk/c/after-six/statements",
        form.area("seeds", WORDS.say("desk.statement.seeds"), 8),
        Button.main(WORDS.say("desk.statement.add")));
  }
}
