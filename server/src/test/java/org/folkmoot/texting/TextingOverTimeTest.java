package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.texting.TextingTown.code;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Status;
import org.folkmoot.sms.PhoneNumber;
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

  @Test
  void a_number_that_is_silent_for_twelve_months_is_not_texted_until_it_answers_again() {
    try (var town = new TextingTown()) {
      town.portal
          .officer()
          .get("/desk/c/after-six/edit")
          .form("/edit")
          .set("closes-on", "2031-11-01")
          .set("decides-on", "2031-12-01")
          .submit();
      town.ask(Script.AFTER_SIX);
      Telephone mo = town.phone();
      Contribution said = town.byCode(mo.answersAll("The last bus is full", false));
      assertThat(said.tell()).isEqualTo(Contribution.Tell.PHONE);

      town.portal.time().forward(Duration.ofDays(200));
      mo.text("HELP");
      town.portal.time().forward(Duration.ofDays(200));
      assertThat(decision(town, "one", said).reason())
          .as("heard half a year ago")
          .isNotEqualTo(OutText.SILENT);

      town.portal.time().forward(Duration.ofDays(170));
      OutText silent = decision(town, "two", said);
      assertThat(silent.state()).isEqualTo(OutText.State.FAILED);
      assertThat(silent.reason()).isEqualTo(OutText.SILENT);
      assertThat(silent.tries()).isZero();
      Screen news = draft(town);
      assertThat(news.text()).contains("One has not texted for 12 months and does not.");

      mo.text("Hello, who is this?");
      assertThat(decision(town, "three", said).reason())
          .as("it may be in other hands")
          .isEqualTo(OutText.SILENT);
      mo.text("no");
      Contribution again = town.byCode(mo.answersAll("The first bus is full", false));
      assertThat(decision(town, "four", again).reason()).isNotEqualTo(OutText.SILENT);
    }
  }

  @Test
  void who_waits_for_a_person_in_vain_is_told_and_an_officer_sees_until_when() {
    FakeApi twilio = FakeApi.twilio();
    Map<String, String> settings = new TreeMap<>(Telephone.LINE);
    settings.put("twilio_api_url", twilio.url());
    try (var town = new TextingTown(settings)) {
      town.ask(Script.AFTER_SIX);
      Telephone mo = town.phone();
      mo.text("please call me back");
      assertThat(town.portal.officer().get("/desk").text())
          .contains("One text waits for a person; the first can be answered until");

      town.portal.time().forward(Duration.ofDays(14).plusHours(1));
      town.portal.texting().goOn();

      assertThat(twilio.takenFor(new PhoneNumber(mo.number())))
          .singleElement()
          .satisfies(text ->
              assertThat(text.body())
                  .startsWith("Sorry, nobody could answer you within 14 days.")
                  .contains("01632 960 555"));
      assertThat(town.portal.officer().get("/desk").text()).doesNotContain("waits for a person");
      town.portal.texting().goOn();
      assertThat(twilio.takenFor(new PhoneNumber(mo.number()))).as("once").hasSize(1);
    } finally {
      twilio.close();
    }
  }

  private static OutText decision(TextingTown town, String id, Contribution to) {
    return town.portal
        .sending()
        .send(id, Portal.AFTER_SIX, Purpose.DECISION, to.contact(), "It is decided.");
  }

  private static Screen draft(TextingTown town) {
    return town.portal
        .officer()
        .get("/desk/c/after-six/texting/news")
        .form("/news")
        .set("audience", Purpose.DECISION.name())
        .set("text-en", "It is decided.")
        .submit();
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
