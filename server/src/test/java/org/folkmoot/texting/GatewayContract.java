package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.folkmoot.Portal;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.texting.OutText.State;
import org.folkmoot.texting.TextingService.Standing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What every gateway must do, tried against each with a whole portal behind it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayContract {

  private static int next;

  TextingTown town;

  /// Settings of a portal with this gateway.
  abstract Map<String, String> settings();

  /// A person texts; what comes back with the same call.
  abstract List<String> text(PhoneNumber from, String words, String messageId);

  /// The status of the answer to a text that the gateway did not vouch for.
  abstract int forged(PhoneNumber from, String words);

  /// What has reached a telephone through [SendingService], in order.
  abstract List<String> arrived(PhoneNumber phone);

  /// The gateway says that the last text to this telephone was delivered, then, late, that it was
  /// sent.
  abstract void deliveredThenSent(PhoneNumber phone, String textId) throws InterruptedException;

  /// A telephone whose owner said STOP to the gateway.
  abstract PhoneNumber optedOut();

  /// A number that is none.
  abstract PhoneNumber noSuchNumber();

  @BeforeAll
  void open() {
    town = new TextingTown(settings());
    town.ask(TextLine.Script.AFTER_SIX);
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void a_text_arrives_once_however_often_it_is_sent() {
    PhoneNumber mo = phone();

    sending().sendCode("once", mo, "Your code is 123456");
    OutText again = sending().sendCode("once", mo, "Your code is 123456");

    assertThat(again.state()).isIn(State.SENT, State.DELIVERED);
    assertThat(arrived(mo)).containsExactly("Your code is 123456");
  }

  @Test
  void a_text_that_comes_in_is_answered_and_told_again_gets_the_same() {
    PhoneNumber mo = phone();
    int before = conversations();

    List<String> first = text(mo, "BUS", "in-1-" + mo.e164());
    List<String> again = text(mo, "BUS", "in-1-" + mo.e164());

    assertThat(first.getFirst()).contains("Reply GO");
    assertThat(again).isEqualTo(first);
    assertThat(conversations()).isEqualTo(before + 1);
  }

  @Test
  void news_of_a_text_only_moves_it_forward() throws InterruptedException {
    PhoneNumber mo = phone();
    sending().sendCode("news", mo, "Your code is 654321");

    deliveredThenSent(mo, "news");

    assertThat(sending().sent("news").map(OutText::state)).contains(State.DELIVERED);
  }

  @Test
  void an_opt_out_at_the_gateway_is_one_here_and_nothing_is_tried_again() {
    OutText refused = sending().sendCode("stopped", optedOut(), "Your code is 1");
    sending().sendDue();

    assertThat(refused.state()).isEqualTo(State.FAILED);
    assertThat(refused.reason()).isEqualTo(OutText.OPTED_OUT);
    assertThat(refused.tries()).isEqualTo(1);
    assertThat(texting().standing(optedOut(), Portal.AFTER_SIX)).isEqualTo(Standing.STOPPED);
    assertThat(arrived(optedOut())).isEmpty();
  }

  @Test
  void a_number_that_is_none_is_refused_for_good() {
    OutText refused = sending().sendCode("none", noSuchNumber(), "Your code is 2");

    assertThat(refused.state()).isEqualTo(State.FAILED);
    assertThat(refused.reason()).isEqualTo(OutText.BAD_NUMBER);
  }

  @Test
  void who_said_stop_still_gets_the_code_they_ask_for() {
    PhoneNumber mo = phone();
    text(mo, "BUS", "s1-" + mo.e164());
    assertThat(text(mo, "STOP", "s2-" + mo.e164()).getFirst()).contains("no more texts");

    sending().sendCode("asked-for", mo, "Your code is 77");

    assertThat(arrived(mo)).contains("Your code is 77");
    assertThat(texting().standing(mo, Portal.AFTER_SIX)).isEqualTo(Standing.STOPPED);
  }

  @Test
  void what_the_gateway_did_not_vouch_for_is_refused_and_kept_nowhere() {
    int before = conversations();

    assertThat(forged(phone(), "BUS")).isEqualTo(403);

    assertThat(conversations()).isEqualTo(before);
  }

  TextingService texting() {
    return town.portal.texting();
  }

  SendingService sending() {
    return town.portal.sending();
  }

  /// A telephone that nobody has used yet.
  static synchronized PhoneNumber phone() {
    return new PhoneNumber("+4477009" + (20_000 + next++));
  }

  private int conversations() {
    return texting().conversations(Portal.AFTER_SIX);
  }
}
