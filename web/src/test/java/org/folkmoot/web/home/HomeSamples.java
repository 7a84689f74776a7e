package org.folkmoot.web.home;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.Samples;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;

/// The front page with one question, and with none.
public final class HomeSamples implements Samples {
  @Override
  public List<Page> pages() {
    HomePage.Asked asked =
        new HomePage.Asked(
            "after-six",
            "How should people get home after six?",
            "en",
            "/c/after-six",
            true,
            Words.english().say("common.closes-in", "days", 12, "date", "30 November 2027"),
            "The full council decides on 14 December 2027.",
            List.of(new Link("In plain words", "/c/after-six/plain")),
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
                heard("panel", "24", "panel members"),
                heard("text", "30", "texters"),
                heard("meeting", "3", "tables at meetings"),
                heard("card", "12", "cards"),
                heard("dots", "96", "dots on the wall"),
                heard("live", "9", "people at live evenings"),
                heard("survey", "8", "people in the open survey"),
                heard("phone", "7", "callers")),
            "As of today, 14:05",
            List.of("Nobody from Upper Wren by text"),
            new Link("What this question is part of", "/i/wrenmouth"));
    return List.of(
        new HomePage(
            "What the council asks",
            List.of(asked),
            null,
            List.of(
                new HomePage.Earlier(
                    "Where should the market stand?",
                    "en",
                    "/c/market",
                    new Link("Decided on 4 June 2027", "/c/market/decision")))),
        new HomePage(
            "What the council asks",
            List.of(),
            new EmptyState("Nothing is being asked just now."),
            List.of()));
  }

  private static HomePage.Heard heard(String drawing, String number, String unit) {
    return new HomePage.Heard(new Drawing(drawing), number, unit, "/c/after-six/record");
  }

  private static HomePage.Way way(String drawing, String name, String what) {
    return new HomePage.Way(new Drawing(drawing), name, what, "/c/after-six/" + drawing);
  }
}
