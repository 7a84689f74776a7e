package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.twilio.TwilioSignature;
import org.folkmoot.texting.OutText.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When texts go, what becomes of those that do not arrive, and what calls of others come to. What
/// moves the portal's clock comes last.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TextingRulesTest {

  private static final String INBOUND = "/sms/twilio/inbound";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String SENDING = "/desk/c/after-six/texting/sending";

  private static FakeApi twilio;
  private static TextingTown town;

  @BeforeAll
  static void open() {
    twilio = FakeApi.twilio();
    var settings = new TreeMap<>(Telephone.LINE);
    settings.put("twilio_api_url", twilio.url());
    town = new TextingTown(settings);
    town.ask(TextLine.Script.AFTER_SIX);
  }

  @AfterAll
  static void close() {
    town.close();
    twilio.close();
  }

  @Test
  @Order(1)
  void calls_that_are_not_twilios_or_cannot_be_read_keep_and_send_nothing() {
    Telephone mo = town.phone();
    int before = conversations();
    int asked = twilio.asked();
    String body = "Body=BUS&From=%2B447700910999&MessageSid=SMx&To=%2B447700900999";
    var form =
        new TreeMap<>(
            java.util.Map.of(
                "Body", List.of("BUS"),
                "From", List.of("+447700910999"),
                "MessageSid", List.of("SMx"),
                "To", List.of(Telephone.PORTAL)));
    String elsewhere =
        TwilioSignature.sign(town.portal.url() + "/sms/twilio/status", form, Telephone.TOKEN);
    String here = TwilioSignature.sign(town.portal.url() + INBOUND, form, Telephone.TOKEN);

    assertThat(mo.raw(INBOUND, FORM, body, elsewhere).statusCode()).isEqualTo(403);
    assertThat(mo.raw(INBOUND + "?again=1", FORM, body, here).statusCode()).isEqualTo(403);
    assertThat(mo.raw(INBOUND, FORM, body, "").statusCode()).isEqualTo(403);
    assertThat(mo.raw(INBOUND, FORM, body, "AAAA").statusCode()).isEqualTo(403);
    assertThat(mo.raw(INBOUND, FORM, body + "&New=1", here).statusCode()).isEqualTo(403);
    assertThat(mo.raw(INBOUND, FORM, "Body=%ff%fe", here).statusCode()).isEqualTo(400);
    assertThat(mo.raw(INBOUND, "text/plain; charset=utf-16", body, here).statusCode())
        .isEqualTo(415);
    assertThat(mo.raw(INBOUND, FORM, "Body=" + "x".repeat(10_000_000), here).statusCode())
        .isEqualTo(413);

    assertThat(conversations()).isEqualTo(before);
    assertThat(twilio.asked()).isEqualTo(asked);
    assertThat(mo.raw(INBOUND, FORM, body, here).statusCode()).as("the genuine one").isEqualTo(200);
  }

  @Test
  @Order(2)
  void a_telephone_that_texts_without_end_is_heard_and_not_answered() {
    Telephone mo = town.phone();
    mo.text("BUS");
    for (int i = 0; i < Floods.AN_HOUR - 1; i++) {
      assertThat(mo.text("HELP")).as("text %d", i).isNotEmpty();
    }

    assertThat(mo.text("HELP")).isEmpty();
    assertThat(mo.text("I want to die").getFirst()).contains("call 999");
    assertThat(mo.text("RESULT")).as("what she may always ask").isNotEmpty();
    assertThat(mo.text("FORGET").getFirst()).contains("FORGET YES");
    assertThat(mo.text("stop please")).isNotEmpty();
    assertThat(town.portal.officer().get(SENDING).text()).contains("texts without end");
  }

  @Test
  @Order(3)
  void new_telephones_of_one_range_are_noticed_and_others_are_not() {
    var floods = new Floods();
    Instant now = Instant.parse("2027-11-01T10:00:00Z");
    for (int i = 0; i < Floods.OF_ONE_RANGE; i++) {
      assertThat(floods.text("a" + i, new PhoneNumber("+44790012" + (3_000 + i)), true, now))
          .isEqualTo(Floods.Seen.FINE);
    }

    assertThat(floods.text("b", new PhoneNumber("+447900123999"), true, now))
        .isEqualTo(Floods.Seen.PUMPING);
    assertThat(floods.text("c", new PhoneNumber("+447900999999"), true, now))
        .isEqualTo(Floods.Seen.FINE);
    assertThat(floods.text("a1", new PhoneNumber("+447900123001"), false, now))
        .as("who has texted before")
        .isEqualTo(Floods.Seen.FINE);
  }

  @ParameterizedTest
  @Order(4)
  @CsvSource({
    "2027-11-01T10:00:00Z, 2027-11-01T10:00:00Z",
    "2027-11-01T02:00:00Z, 2027-11-01T09:00:00Z",
    "2027-11-01T20:00:00Z, 2027-11-02T09:00:00Z",
    "2027-11-06T23:10:00Z, 2027-11-07T10:00:00Z",
    "2027-11-07T09:30:00Z, 2027-11-07T10:00:00Z",
    "2027-07-01T07:30:00Z, 2027-07-01T08:00:00Z"
  })
  void texts_that_we_begin_wait_for_the_day_where_the_council_is(Instant at, Instant goes) {
    var rules = SendingRules.usual("after-six", "GB");

    assertThat(rules.next(at, ZoneId.of("Europe/London"))).isEqualTo(goes);
  }

  @Test
  @Order(5)
  void what_may_pass_is_tried_once_more_much_later_and_what_does_not_never() {
    OutText busy = send("busy", FakeApi.BUSY);
    assertThat(busy.state()).isEqualTo(State.QUEUED);
    assertThat(busy.due()).isAfter(town.portal.time().instant().plus(Duration.ofMinutes(25)));

    for (String soft : List.of("30003", "30008")) {
      Telephone off = town.phone();
      var number = new PhoneNumber(off.number());
      send("off-" + soft, number);
      off.report(twilio.takenFor(number).getFirst().id(), "undelivered", soft);
      assertThat(sent("off-" + soft)).isEqualTo(State.QUEUED);
    }
    for (String hard : List.of("30004", "30005", "30006", "30007")) {
      Telephone gone = town.phone();
      send("hard-" + hard, new PhoneNumber(gone.number()));
      String id = twilio.takenFor(new PhoneNumber(gone.number())).getFirst().id();
      gone.report(id, "undelivered", hard);
      gone.report(id, "sent", "");
      assertThat(sent("hard-" + hard)).isEqualTo(State.UNDELIVERED);
    }
    Telephone stopped = town.phone();
    var number = new PhoneNumber(stopped.number());
    send("stop-1", number);
    stopped.report(twilio.takenFor(number).getFirst().id(), "failed", "21610");
    assertThat(send("stop-2", number).reason()).isEqualTo(OutText.OPTED_OUT);
    assertThat(twilio.takenFor(number)).hasSize(1);

    town.portal.time().forward(Duration.ofMinutes(31));
    town.portal.sending().sendDue();
    OutText never = town.portal.sending().sent("busy").orElseThrow();
    assertThat(never.state()).isEqualTo(State.FAILED);
    assertThat(never.reason()).isEqualTo(OutText.NOT_TAKEN);
    assertThat(sent("off-30003")).as("tried again").isEqualTo(State.SENT);
  }

  @Test
  @Order(6)
  void other_countries_are_not_texted_first_and_are_answered() {
    assertThat(send("abroad", new PhoneNumber("+48600100200")).reason()).isEqualTo(OutText.COUNTRY);
    assertThat(town.phone("+48600100200").text("BUS").getFirst()).contains("Reply GO");
  }

  @Test
  @Order(7)
  void at_night_a_reminder_waits_and_an_answer_does_not() {
    town.portal.time().forward(Duration.ofHours(16));
    Telephone mo = town.phone();
    var number = new PhoneNumber(mo.number());

    assertThat(mo.text("BUS").getFirst()).contains("Reply GO");
    OutText waits = send("night", number);
    assertThat(waits.state()).isEqualTo(State.QUEUED);
    assertThat(waits.reason()).isEqualTo(OutText.NIGHT);

    town.portal.time().forward(Duration.ofHours(8));
    town.portal.sending().sendDue();
    assertThat(sent("night")).isEqualTo(State.SENT);
  }

  @Test
  @Order(8)
  void when_the_money_is_spent_only_words_like_stop_are_answered() {
    Screen saved =
        town.portal.officer().get(SENDING).form().set("cost", "0.5").set("budget", "1").submit();
    assertThat(saved.notice()).contains("Saved");
    Telephone mo = town.phone();
    mo.text("BUS");
    town.portal.time().forward(Duration.ofSeconds(10));
    town.portal.sending().sendDue();

    assertThat(mo.text("GO")).isEmpty();
    assertThat(mo.text("HELP").getFirst()).contains("STOP");
    assertThat(town.portal.officer().get("/desk").text())
        .contains("100 % of the money for texts is spent");
    assertThat(town.portal.officer().get("/desk/c/after-six/texting").text())
        .contains("100 % of the money for texts is spent.", "Only words like STOP");
    assertThat(town.portal.officer().get(SENDING).page().select(".crumbs a").eachText())
        .last()
        .isEqualTo("Texts");
    assertThat(mo.text("STOP").getFirst()).contains("no more texts");
    assertThat(send("poor", new PhoneNumber(town.phone().number())).reason())
        .isEqualTo(OutText.BUDGET);
    Screen wrong = town.portal.officer().get(SENDING).form().set("opens", "late").submit();
    assertThat(wrong.status()).isEqualTo(422);
  }

  private static OutText send(String id, PhoneNumber to) {
    return town.portal
        .sending()
        .send(id, Portal.AFTER_SIX, Purpose.REMINDER, to, "A word from the council");
  }

  private static State sent(String id) {
    return town.portal.sending().sent(id).orElseThrow().state();
  }

  private static int conversations() {
    return town.portal.texting().conversations(Portal.AFTER_SIX);
  }
}
