package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.Portal;
import org.folkmoot.sms.PhoneNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A village texts through a telephone with a SIM of its own.
class OwnGatewayTest {

  private static TextingTown town;
  private static SimPhone sim;

  @BeforeAll
  static void open() {
    town = new TextingTown(SimPhone.LINE);
    town.ask(TextLine.Script.AFTER_SIX);
    sim = new SimPhone(town.portal.url());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void a_text_is_answered_with_the_same_call() {
    long now = town.portal.time().instant().toEpochMilli();

    assertThat(sim.text("+447700910901", "BUS", "m1", now).getFirst()).contains("Reply GO");
    assertThat(sim.text("+447700910901", "GO", "m2", now).getFirst()).startsWith("1/5");
    assertThat(sim.text("+447700910901", "GO", "m2", now).getFirst()).startsWith("1/5");
    assertThat(sim.text("+447700910901", "2", "m3", now).getFirst()).startsWith("2/5");
  }

  @Test
  void json_is_read_as_well_and_numbers_as_they_are_written_at_home() {
    var answer =
        sim.post(
            "",
            "{\"secret\":\"%s\",\"from\":\"07700 910902\",\"message\":\"BUS\",\"message_id\":\"j1\"}"
                .formatted(SimPhone.SECRET),
            "application/json");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("+447700910902", "Reply GO");
  }

  @Test
  void a_wrong_secret_an_unknown_encoding_and_no_object_are_refused_and_keep_nothing() {
    int before = conversations();

    assertThat(sim.handOn("wrong", "+447700910903", "BUS", "w1", 0).statusCode()).isEqualTo(403);
    assertThat(sim.handOn("", "+447700910903", "BUS", "w2", 0).statusCode()).isEqualTo(403);
    assertThat(sim.post("", "[1]", "application/json").statusCode()).isEqualTo(400);
    assertThat(sim.post("", "message=%ff", "application/x-www-form-urlencoded").statusCode())
        .isEqualTo(400);
    assertThat(sim.post("", "secret=x", "text/csv").statusCode()).isEqualTo(415);

    assertThat(conversations()).isEqualTo(before);
  }

  @Test
  void what_is_to_be_sent_is_given_out_once_and_its_reports_are_taken() {
    SendingService sending = town.portal.sending();
    sending.sendCode("fetched", new PhoneNumber("+447700910905"), "Your code is 5");
    assertThat(sim.get("?task=send").statusCode()).isEqualTo(403);

    var given = SimPhone.read(sim.get("?task=send&secret=" + SimPhone.SECRET)).path("payload");
    var again = SimPhone.read(sim.get("?task=send&secret=" + SimPhone.SECRET)).path("payload");
    assertThat(given.path("secret").asText()).isEqualTo(SimPhone.SECRET);
    assertThat(given.path("messages").size()).isEqualTo(1);
    assertThat(again.path("messages").size()).isZero();
    String uuid = given.path("messages").path(0).path("uuid").asText();

    String queued = "{\"queued_messages\":[\"%s\"]}";
    assertThat(sim.post("?task=sent", queued.formatted("guess"), "application/json").statusCode())
        .isEqualTo(403);
    assertThat(sim.post("?task=sent", queued.formatted(uuid), "application/json").body())
        .contains(uuid);
    assertThat(sending.sent("fetched").map(OutText::state)).contains(OutText.State.SENT);
    assertThat(sim.report("guess", 0, 0).statusCode()).isEqualTo(403);
    sim.report(uuid, 0, 0);
    assertThat(sending.sent("fetched").map(OutText::state)).contains(OutText.State.DELIVERED);
  }

  @Test
  void a_sender_without_a_number_is_taken_and_left() {
    assertThat(sim.handOn(SimPhone.SECRET, "Vodafone", "Win a car", "v1", 0).statusCode())
        .isEqualTo(200);
  }

  @Test
  void what_twilio_would_call_is_not_there() {
    assertThat(new Telephone(town.portal.url(), "+447700910904").send("BUS", "t1", "x", "y"))
        .extracting(r -> r.statusCode())
        .isEqualTo(404);
  }

  private static int conversations() {
    return town.portal.texting().conversations(Portal.AFTER_SIX);
  }
}
