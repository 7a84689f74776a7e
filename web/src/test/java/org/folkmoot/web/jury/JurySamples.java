package org.folkmoot.web.jury;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FormState;

/// A jury that has recommended, one that has not, and its desk.
public final class JurySamples implements Samples {
  private static final Words WORDS = Words.english();

  @Override
  public List<Page> pages() {
    FormState form = FormState.empty();
    List<JuryPage.SeatRow> seats = List.of(new JuryPage.SeatRow("age", "16-24", "1–1", "4", "1"));
    var r1 =
        new RecommendationView(
            "R1",
            "en",
            "Run the 14 until 22:30.",
            "Most of us had met somebody who lost work over it.",
            "6 of 6 who voted can at least live with it",
            List.of(new RecommendationView.Ballot("For it", "6")));
    return List.of(
        new JuryPage(
            "The jury",
            WORDS.say("jury.lead", "seats", 6),
            "What comes first?",
            List.of("Drawn on 3 November from 40 people."),
            seats,
            List.of(r1),
            List.of(r1),
            null),
        new JuryPage(
            "The jury",
            "Six people",
            "What comes first?",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new EmptyState(WORDS.say("jury.recommendations-none"), null, null)),
        new JuryDeskPage(
            "The jury",
            null,
            new JuryDeskPage.SetUp(
                "/desk/c/after-six/jury",
                form.text("name", "Name"),
                form.area("remit", "Question", 3),
                form.text("seats", "Seats"),
                form.text("threshold", "Per cent"),
                form.area("about", "About", 3),
                Button.main("Save")),
            new JuryDeskPage.Lottery(
                "/draw",
                form.file("pool", "People", ".csv"),
                form.file("quotas", "How many", ".csv"),
                Button.main("Draw")),
            new JuryDeskPage.Result(
                List.of("Drawn."), seats, List.of("R001"), List.of("R001 Ada"), "/forget"),
            new JuryDeskPage.Ballot(
                "/recommendations",
                form.text("number", "Number"),
                form.area("words", "Words", 3),
                form.area("reasons", "Reasons", 3),
                List.of(form.text("for", "For it")),
                Button.main("Enter")),
            List.of(r1)));
  }
}
