package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.texting.TextingTown.code;

import java.time.Duration;
import org.folkmoot.record.Status;
import org.folkmoot.texting.TextLine.Script;
import org.junit.jupiter.api.Test;

/// What days and weeks change.
class TextingOverTimeTest {

  @Test
  void weeks_go_by() {
    try (var town = new TextingTown()) {
      assertThat(town.portal.resident().get("/c/after-six/text").text())
          .contains("cannot text about this question yet");
      assertThat(town.phone().text("Hello to all of you")).isEmpty();
      town.ask(Script.ONE_QUESTION);
      Telephone mo = town.phone();

      a_message_told_again_after_a_restart_gets_the_same_answer(town, mo);
      mo = town.phone(mo.number());
      forget_alone_takes_back_what_was_texted_in_the_last_14_days(town, mo);
      a_closed_question_keeps_nothing_but_still_stops_and_tells(town, mo);
    }
  }

  private static void a_message_told_again_after_a_restart_gets_the_same_answer(
      TextingTown town, Telephone mo) {
    mo.says("The last bus is full");
    var first = mo.text("The last bus is too early", "SM1");

    town.portal.restart();

    assertThat(town.phone(mo.number()).text("The last bus is too early", "SM1")).isEqualTo(first);
    assertThat(town.heard()).hasSize(2);
    assertThat(town.phone(mo.number()).text("FORGET " + code(first)).getFirst())
        .startsWith("Done.");
  }

  private static void forget_alone_takes_back_what_was_texted_in_the_last_14_days(
      TextingTown town, Telephone mo) {
    String early = code(mo.text("Long ago there was a late bus"));
    town.portal.time().forward(Duration.ofDays(15));
    String late = code(mo.text("Now there is none at all"));

    assertThat(mo.text("FORGET").getFirst()).contains("FORGET YES within 24 hours");
    town.portal.time().forward(Duration.ofHours(25));
    assertThat(mo.text("FORGET YES").getFirst()).as("too late").contains("within 24 hours");
    assertThat(town.byCode(late).status()).isEqualTo(Status.RECEIVED);
    assertThat(mo.text("yes forget").getFirst()).startsWith("Done.");

    assertThat(town.byCode(late).status()).isEqualTo(Status.WITHDRAWN);
    assertThat(town.byCode(early).status()).isEqualTo(Status.RECEIVED);
  }

  private static void a_closed_question_keeps_nothing_but_still_stops_and_tells(
      TextingTown town, Telephone mo) {
    int before = town.heard().size();
    mo.text("BUS");
    town.portal.time().forward(Duration.ofDays(60));

    assertThat(mo.text("GO").getFirst()).contains("has closed");
    assertThat(mo.text("Buses at nine would help me").getFirst()).contains("has closed");
    assertThat(town.heard()).hasSize(before);
    assertThat(mo.text("RESULT").getFirst()).contains("Nothing is decided yet");
    assertThat(mo.text("STOP").getFirst()).contains("no more texts");
    assertThat(mo.text("Hello?")).isEmpty();
    assertThat(town.portal.resident().get("/c/after-six/text").text())
        .contains("no more texts are counted");
  }
}
