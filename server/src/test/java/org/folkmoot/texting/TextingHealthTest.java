package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.Screen;
import org.folkmoot.texting.TextLine.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How texting does, at the desk, and a line tried with nothing kept.
class TextingHealthTest {

  private static final String DESK = "/desk/c/after-six/texting";

  private static TextingTown town;

  @BeforeAll
  static void open() {
    town = new TextingTown();
    town.ask(Script.AFTER_SIX);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void what_comes_and_goes_is_counted_by_day_with_its_cost_and_who_stopped() {
    Telephone mo = town.phone();
    mo.answersAll("The last bus is full", false);
    mo.text("STOP");

    Screen health = town.portal.officer().get(DESK + "/health");

    assertThat(health.page().select("tbody tr").first().select("td").eachText().getFirst())
        .as("texts that came today")
        .isEqualTo("13");
    assertThat(health.text())
        .contains(
            "One telephone said STOP.",
            "To be told what was decided: one asked, one said STOP since.",
            "It last brought a text",
            "It has not said yet whether a text arrived.");
  }

  @Test
  void an_officer_tries_the_line_and_nothing_is_kept() {
    int before = town.heard().size();
    Screen screen = town.portal.officer().get(DESK + "/try");
    assertThat(screen.text()).contains("Nothing is kept.");
    for (String text : new String[] {"BUS", "GO", "2", "yes", "The last bus leaves too early"}) {
      screen = screen.form("/try").set("text", text).submit();
    }
    screen = screen.form("/try").press("Let time pass");

    assertThat(screen.page().select("#newest").text()).contains("4/5");
    assertThat(screen.text()).contains("Answered question 1.", "Time passes");
    for (String text : new String[] {"I want to hurt myself", "call me", "STOP"}) {
      screen = screen.form("/try").set("text", text).submit();
    }
    assertThat(screen.text())
        .contains("Set apart for the safeguarding lead.", "Written to a person.", "Said STOP.");
    assertThat(town.heard()).hasSize(before);
    assertThat(town.held()).isEmpty();
  }
}
