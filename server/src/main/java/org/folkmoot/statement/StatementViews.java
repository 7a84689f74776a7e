package org.folkmoot.statement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.statement.ProposePage;
import org.folkmoot.web.statement.ResultsPage;
import org.folkmoot.web.statement.StatementNotePage;
import org.folkmoot.web.statement.VotePage;

/// From statements to the pages residents see.
final class StatementViews {

  /// Statements on one page.
  static final int PAGE = 10;

  private StatementViews() {}

  /// An order that is one participant's own and stays as it is when statements are added.
  static Comparator<Statement> shuffledFor(String participant) {
    return Comparator.comparingLong((Statement s) -> rank(s.id() + "|" + participant))
        .thenComparing(Statement::id);
  }

  private static long rank(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    // Spread, since check sums of two texts of one length differ in the same bits for everybody.
    return (crc.getValue() * 0x9E3779B97F4A7C15L) >>> 16;
  }

  static VotePage vote(
      Consultation c,
      List<Statement> cards,
      FormState form,
      boolean change,
      boolean voted,
      boolean preview,
      Words words) {
    List<Choices.Option> answers =
        Stream.of(Vote.values())
            .map(vote -> new Choices.Option(vote.mark(), words.say(vote.wordKey())))
            .toList();
    String lead = voted && !change ? "statement.lead-more" : "statement.lead";
    List<Link> on = new ArrayList<>(List.of(ownLink(c, words)));
    if (voted) {
      on.add(resultsLink(c, words));
    }
    if (voted && !change) {
      on.add(changeLink(c, words));
    }
    on.add(back(c, words));
    return new VotePage(
        words.say("statement.title"),
        preview ? words.say("statement.preview") : words.say(lead, "count", cards.size()),
        form.summary(),
        home(c) + (change ? "?change=1" : ""),
        cards.stream().map(s -> form.radios(s.id(), s.text(), answers)).toList(),
        voted ? null : ClosingQuestions.of(form, words, c.areas()),
        Button.main(words.say("statement.send")),
        on);
  }

  static ProposePage propose(Consultation c, FormState form, String act, Words words) {
    return new ProposePage(
        words.say("statement.own"),
        form.summary(),
        home(c) + "/own",
        act,
        form.area("words", words.say("statement.own-words"), 3)
            .hint(words.say("statement.own-hint"))
            .atMost(Statement.LONGEST),
        ClosingQuestions.of(form, words, c.areas()),
        Button.main(words.say("common.send")));
  }

  static StatementNotePage closed(Consultation c, Words words) {
    return new StatementNotePage(
        words.say("statement.title"),
        words.say("statement.closed"),
        List.of(resultsLink(c, words), back(c, words)));
  }

  /// There is nothing to answer: none yet, or all answered.
  static StatementNotePage nothing(Consultation c, boolean voted, Words words) {
    List<Link> on = new ArrayList<>();
    if (voted) {
      on.add(resultsLink(c, words));
      on.add(changeLink(c, words));
    }
    on.add(ownLink(c, words));
    on.add(back(c, words));
    return new StatementNotePage(
        words.say("statement.title"),
        words.say(voted ? "statement.all-done" : "statement.none"),
        on);
  }

  /// @param staff sees every number; the public none of fewer than [SmallNumbers#FEWEST] marks
  static ResultsPage results(
      Consultation c,
      List<Statement> statements,
      Map<String, Tally> tallies,
      boolean staff,
      boolean hearing,
      Words words) {
    List<ResultsPage.Standing> standings =
        statements.stream()
            .filter(s -> !s.text().isEmpty())
            .filter(s -> s.live() || tallies.containsKey(s.id()))
            .map(s -> standing(s, tallies.getOrDefault(s.id(), Tally.none()), staff, words))
            .toList();
    List<Link> on =
        hearing
            ? List.of(
                new Link(words.say("statement.answer"), home(c)), ownLink(c, words), back(c, words))
            : List.of(back(c, words));
    return new ResultsPage(
        words.say("statement.results"),
        words.say("statement.unit"),
        standings.isEmpty() ? words.say("statement.none") : null,
        standings,
        words.say("statement.caption"),
        on);
  }

  private static ResultsPage.Standing standing(
      Statement statement, Tally tally, boolean staff, Words words) {
    boolean few = tally.total() < SmallNumbers.FEWEST;
    if (tally.total() == 0 || (few && !staff)) {
      return new ResultsPage.Standing(statement.text(), null, words.say("statement.few"));
    }
    String agree = words.number(tally.agree());
    String pass = words.number(tally.pass());
    String disagree = words.number(tally.disagree());
    int agreeLong = Math.round((float) ResultsPage.Bar.LENGTH * tally.agree() / tally.total());
    int untilDisagree =
        Math.round((float) ResultsPage.Bar.LENGTH * (tally.agree() + tally.pass()) / tally.total());
    return new ResultsPage.Standing(
        statement.text(),
        new ResultsPage.Numbers(
            agree,
            pass,
            disagree,
            words.say("statement.said", "agree", agree, "pass", pass, "disagree", disagree),
            new ResultsPage.Bar(
                agreeLong,
                agreeLong,
                untilDisagree - agreeLong,
                untilDisagree,
                ResultsPage.Bar.LENGTH - untilDisagree)),
        null);
  }

  private static Link ownLink(Consultation c, Words words) {
    return new Link(words.say("statement.own"), home(c) + "/own");
  }

  private static Link resultsLink(Consultation c, Words words) {
    return new Link(words.say("statement.results"), home(c) + "/results");
  }

  private static Link changeLink(Consultation c, Words words) {
    return new Link(words.say("statement.change"), home(c) + "?change=1");
  }

  private static Link back(Consultation c, Words words) {
    return new Link(words.say("statement.back"), "/c/" + c.slug());
  }

  private static String home(Consultation c) {
    return "/c/" + c.slug() + "/statements";
  }
}
