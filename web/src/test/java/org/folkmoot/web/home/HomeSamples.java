package org.folkmoot.web.home;

import java.util.List;
import org.folkmoot.web.Frame;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Figure;

/// The front page with one question, and with none.
public final class HomeSamples implements Samples {
  @Override
  public List<Page> pages() {
    HomePage.Asked asked =
        new HomePage.Asked(
            "after-six",
            "How should people get home after six?",
            "/c/after-six",
            Words.english().say("common.closes-in", "days", 12, "date", "30 November 2027"),
            "The full council decides on 14 December 2027.",
            List.of(
                way("panel", "Answer this month’s questions", "Five minutes, five questions"),
                way("statement", "Agree, not sure, disagree", "What others said, one at a time"),
                way("forum", "Come to the live evening", "Thursday 18:30, from wherever you are"),
                way("story", "Tell what happened to you", "In words, or with a recording"),
                way("text", "Text BUS to 07700 900123", "Costs your normal rate")),
            List.of(
                way("meeting", "Come to Saltmarsh Hall", "Monday 22 November, 18:00, step-free"),
                way("kit", "Host a table yourself", "Everything to print, for six people"),
                way("jury", "The citizens’ jury", "24 people drawn by lottery"),
                way("letter", "Write us a letter", "Town Hall, Quay Street")),
            List.of(
                new Figure("412", "people", "/f/1", null),
                new Figure("1,067", "things said", "/f/2", "2 may not be shown"),
                new Figure("96", "marks, not people", "/f/3", null)),
            "As of today, 14:05");
    return List.of(
        new HomePage(
            "What the council asks",
            List.of(asked),
            null,
            List.of(new Frame.Link("Where should the market stand?", "/c/market")),
            new Frame.Link("Why we ask: Wrenmouth After Six", "/i/wrenmouth")),
        new HomePage(
            "What the council asks",
            List.of(),
            new EmptyState("Nothing is being asked just now."),
            List.of(),
            null));
  }

  private static HomePage.Way way(String drawing, String name, String what) {
    return new HomePage.Way(new Drawing(drawing), name, what, "/c/after-six/" + drawing);
  }
}
