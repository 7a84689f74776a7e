package org.folkmoot.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.PanelVoices;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.record.ReceiptCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people do with their code.
class ReceiptRoutesTest {

  private static Portal portal;
  private static PanelVoices voices;

  @BeforeAll
  static void start() {
    portal = Portal.start(Map.of("trusted_proxy", "127.0.0.1"), false).setUp();
    voices = PanelVoices.open(portal);
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @Test
  void a_typed_code_opens_the_receipt_however_it_is_typed() {
    String code = voices.say("I walked home along the quay.").code();

    Screen receipt =
        type(portal.resident(), " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));

    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.text()).contains(code, "Waiting to be checked", "We have it.", "in the log");
    assertThat(receipt.html()).contains("noindex");
  }

  @Test
  void a_code_nobody_has_is_asked_for_again() {
    Screen again = type(portal.resident(), "9MY-1MV2-K4T");

    assertThat(again.status()).isEqualTo(404);
    assertThat(again.errors()).singleElement().asString().startsWith("We know no such code");
    assertThat(again.form().value("code")).isEqualTo("9MY-1MV2-K4T");
    assertThat(type(portal.resident(), "").status()).isEqualTo(422);
  }

  @Test
  void the_code_alone_does_not_show_the_words() {
    Browser sender = portal.resident();
    String code = voices.say(sender, "The lamp at the harbour is broken.").code();

    assertThat(portal.resident().get("/r/" + code).text()).doesNotContain("harbour");
    assertThat(sender.get("/r/" + code).text()).contains("The lamp at the harbour is broken.");
  }

  @Test
  void the_long_link_is_given_to_the_sender_alone_and_opens_the_words() {
    Screen thanks = voices.say("My daughter waits in the rain.");
    String link = thanks.link("/r/");

    assertThat(portal.resident().get(link).text()).contains("My daughter waits in the rain.");
    assertThat(portal.resident().get(thanks.path()).html()).doesNotContain(link);
    assertThat(portal.resident().get(link.substring(0, link.length() - 1) + "_").status())
        .isEqualTo(404);
  }

  @Test
  void two_words_that_were_in_the_text_open_the_words() {
    String code = voices.say("The café closes before the ferry comes.").code();
    Screen closed = portal.resident().get("/r/" + code);

    Screen wrong = words(closed, "ferry", "tunnel");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).doesNotContain("closes before");
    assertThat(words(closed, "ferry", "Ferry").errors()).singleElement().asString().contains("two");
    assertThat(words(closed, "ferry", "the").status()).isEqualTo(422);

    assertThat(words(closed, "FERRY", "cafe").text()).contains("The café closes before the ferry");
  }

  @Test
  void the_code_alone_allows_less_and_never_more() {
    Screen thanks = voices.say("Quote me about the stairs.");
    Screen use = portal.resident().get("/r/" + thanks.code() + "/use");

    assertThat(use.form().choices("use")).containsExactly("unnamed", "count");
    Screen lowered = use.form().set("use", "count").untick("website", "yes").submit();

    assertThat(lowered.notice()).isNotEmpty();
    assertThat(lowered.text())
        .contains(
            "We do not quote it.",
            "It does not stand on this website: what is only read and counted is never shown"
                + " there.");
    Screen locked = portal.resident().get("/r/" + thanks.code() + "/use");
    assertThat(locked.form().choices("use")).containsExactly("count");
    assertThat(locked.form().has("website")).isFalse();

    Screen raised =
        portal
            .resident()
            .get(thanks.link("/r/"))
            .press("Change how it is used")
            .form()
            .set("use", "named")
            .set("use-name", "Rosa")
            .tick("website")
            .submit();
    assertThat(raised.text()).contains("We may quote it with the name you gave.", "Rosa");
  }

  @Test
  void a_sender_forging_more_with_the_code_alone_is_refused() {
    String code = voices.sayQuietly("Count me only, about the bridge.", null).code();
    Browser other = portal.resident();
    String token = other.get("/r/" + code + "/use").form().value("csrf");

    Screen forged =
        other.post(
            "/r/" + code + "/use",
            Map.of("csrf", token, "use", "unnamed", "website", "yes", "tell", "code"));

    assertThat(forged.status()).isEqualTo(422);
    Screen sly =
        other.post(
            "/r/" + code + "/use",
            Map.of("csrf", token, "use", "count", "website", "yes", "tell", "code"));
    assertThat(sly.text())
        .contains(
            "It does not stand on this website: what is only read and counted is never shown"
                + " there.");
  }

  @Test
  void what_is_taken_back_is_gone_with_its_words() {
    Browser sender = portal.resident();
    Screen thanks = voices.say(sender, "Forget what I said about the tunnel.");
    String link = thanks.link("/r/");

    Screen gone =
        portal
            .resident()
            .get("/r/" + thanks.code())
            .press("Take it back")
            .form()
            .press("Take it back now");

    assertThat(gone.text()).contains("Taken back on", "It was taken back.");
    assertThat(gone.links()).noneMatch(href -> href.endsWith("/use"));
    assertThat(sender.get(link).text()).doesNotContain("tunnel");
    assertThat(sender.get("/r/" + thanks.code() + "/take-back").status()).isEqualTo(410);
  }

  @Test
  void a_sender_who_may_be_in_danger_is_answered_kindly() {
    Screen thanks = voices.say("He hits me when I come home late.");

    assertThat(thanks.heading()).isEqualTo("We have your words");
    assertThat(thanks.text()).contains("Samaritans", "Nobody watches this page live");
    assertThat(portal.resident().get("/r/" + thanks.code()).text())
        .contains("A person is reading it")
        .doesNotContain("hits");
  }

  @Test
  void guessing_codes_ends_soon_and_stops_nobody_elsewhere() {
    String code = voices.say("A code that nobody guesses.").code();
    Browser guesser = portal.browser().header("X-Forwarded-For", "203.0.113.7");
    guesser.get("/r");
    int tries = 0;
    var random = new java.util.Random(6);
    while (guesser.get("/r/" + ReceiptCode.random(random).value()).status() == 404) {
      tries++;
    }

    assertThat(tries).isLessThanOrEqualTo(20);
    assertThat(guesser.get("/r/" + code).status()).isEqualTo(429);
    assertThat(
            portal.browser().header("X-Forwarded-For", "198.51.100.9").get("/r/" + code).status())
        .isEqualTo(200);
  }

  @Test
  void an_empty_record_invites() {
    try (Portal fresh = Portal.start().setUp()) {
      Screen record = fresh.resident().get("/c/after-six/record");

      assertThat(record.text()).contains("Be the first to say something", "Nothing has been said");
    }
  }

  private static Screen type(Browser who, String code) {
    return who.get("/r").form().set("code", code).submit();
  }

  private static Screen words(Screen receipt, String first, String second) {
    return receipt.form("/words").set("first", first).set("second", second).submit();
  }
}
