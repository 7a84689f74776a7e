package org.folkmoot.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.Status;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.simulator.PhoneCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Somebody who cannot read takes part by calling, through the webhooks of the company that carries
/// calls, signed as it signs them.
class CallerWhoCannotReadTest {

  private static final String DESK = "/desk/c/after-six/calling";
  private static final String HER_PHONE = "+447700900151";

  private static Portal portal;

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of(), false).setUp();
    Browser officer = portal.officer();
    officer
        .get("/desk/c/after-six/texting")
        .form()
        .set("keyword", "bus")
        .set("number", "07700 900999")
        .set("script", "AFTER_SIX")
        .submit();
    Screen saved =
        officer
            .get(DESK)
            .form("Save")
            .set("number", "01632 960777")
            .set("question-en", "How should people get home after six? What happened to you?")
            .set("question-pl", "Jak ludzie mają wracać do domu po szóstej? Co Cię spotkało?")
            .tick("on")
            .submit();
    assertThat(saved.text()).contains("People can call 01632 960 777 now.");
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void she_hears_the_question_presses_keys_speaks_and_hears_what_became_of_it() {
    var story = new CallStory(portal, "who-cannot-read", "I cannot read. I want to tell you.");

    story.calls(HER_PHONE, "her telephone");
    assertThat(story.heard()).contains("For English, press one.", "Po polsku: naciśnij dwa.");
    story.presses("1", "1", "1", "1", "2", "1");
    story.speaks(90);
    assertThat(story.heard()).contains("Are you under 18?");
    story.presses("2", "1", "1");
    assertThat(story.heard()).contains("Once more.");
    String digits = story.told();
    story.hangsUp();

    Contribution kept = byDigits(digits);
    assertThat(kept.channel()).isEqualTo(Channel.PHONE);
    assertThat(kept.status()).isEqualTo(Status.RECEIVED);
    assertThat(kept.consent().given()).isEqualTo(Consent.Given.SPOKEN);
    assertThat(kept.consent().scopes().allowed())
        .containsExactly(Consent.Scope.QUOTED, Consent.Scope.PUBLISHED);
    assertThat(kept.answers()).extracting(a -> a.question()).contains("Q1", "Q2", "Q4", "STORY");
    story.now("It is in the record: three answers, her voice, and that her words may be shown.");

    portal.calling().goOn();
    assertThat(byDigits(digits).media()).hasSize(1);
    assertThat(portal.exchange().recordings()).isEmpty();
    story.meanwhile("The recording was fetched, and deleted at the telephone company.");

    Screen queue = portal.officer().get("/desk/c/after-six/queue");
    assertThat(
            queue.page().select(".sift__acts a[href=/desk/c/after-six/stories/" + kept.id() + "]"))
        .as("it is listened to before it can be checked")
        .isNotEmpty();
    assertThat(queue.page().select("#v-" + kept.id() + " button[name=check]")).isEmpty();
    portal.record().service().check(kept.id(), "Amina");
    assertThat(byDigits(digits).status()).isEqualTo(Status.RECEIVED);
    assertThat(publicStories()).doesNotContain("ferry");
    story.now("Nobody has listened yet: it cannot be shown, whoever wants to.");

    story.calls("+447700900152", "the library, with her number on a slip");
    story.presses("1", "2", digits);
    assertThat(story.heard()).contains("still has to listen", "Nothing is decided yet.");
    story.hangsUp();

    Screen desk = portal.officer().get(DESK);
    assertThat(desk.text()).contains("Waits to be written down", "90 seconds");
    Screen page = portal.officer().get(desk.page().select("tbody th a").attr("href"));
    assertThat(page.text()).contains("waits to be written down; it cannot be checked before");
    String player = page.page().select("audio source, audio").attr("src");
    assertThat(portal.officer().get(player).status()).isEqualTo(200);
    Screen written =
        page.form("Save")
            .set("transcript", "I missed the last bus and walked from the ferry in the rain.")
            .tick("checked")
            .submit();
    assertThat(written.errors()).isEmpty();
    story.meanwhile("A person listens to it, with the player beside, and writes it down.");

    portal.record().service().check(kept.id(), "Amina");
    assertThat(publicStories()).contains("walked from the ferry");
    story.now("It stands among the stories, in her words, without her name and without her voice.");

    story.calls(HER_PHONE, "her telephone");
    story.presses("1", "2", digits);
    assertThat(story.heard()).contains("A person has read what you said. It counts.");
    story.presses("2", "1");
    assertThat(story.heard()).contains("Nobody can read it any more.");
    assertThat(publicStories()).doesNotContain("walked from the ferry");
    assertThat(byDigits(digits).status().isGone()).isTrue();
    story.now("She took it back, and it is nowhere.");
    story.ends();
  }

  @Test
  void he_hears_it_in_polish_and_hangs_up_while_speaking_and_nothing_is_lost() {
    var story = new CallStory(portal, "in-polish-and-cut-off", "Nie zdążyłem powiedzieć.");

    story.calls("anonymous", "a telephone that withholds its number");
    story.presses("2");
    assertThat(story.heard()).contains("Dzień dobry. Tu Wrenmouth Council.");
    story.presses("1", "3", "*", "*", "1");
    story.hangsUpSpeaking(40);

    portal.calling().goOn();
    Contribution kept = byCall(story.id());
    assertThat(kept.language()).isEqualTo("pl");
    assertThat(kept.answers().getFirst().chosen()).containsExactly("Pieszo");
    assertThat(kept.media()).hasSize(1);
    assertThat(kept.consent().scopes()).isEqualTo(Consent.Scopes.none());
    story.now("Kept: one answer and forty seconds of voice, read and counted only.");
    story.ends();
  }

  @Test
  void she_presses_zero_and_is_called_back_on_the_number_she_leaves() {
    var story = new CallStory(portal, "zero-for-a-person", "I would rather talk to somebody.");

    story.calls("anonymous", "a telephone that withholds its number");
    story.presses("1", "1", "5", "0", "07700900153");
    assertThat(story.heard()).contains("A person will call you back.");
    story.hangsUp();

    Screen desk = portal.officer().get(DESK);
    assertThat(desk.text()).contains("07700 900 153", "One person waits to be called back.");
    story.now("The desk has her number, and that one answer was given.");
    Screen done = desk.form(DESK + "/backs").press("Called 07700 900 153: take off the list");
    assertThat(done.text()).contains("Nobody waits to be called back.");
    assertThat(byCall(story.id()).answers().getFirst().chosen()).containsExactly("taxi");
    story.meanwhile("An officer calls her and takes her off the list. The number is forgotten.");
    story.ends();
  }

  @Test
  void hanging_up_between_two_questions_keeps_what_was_answered() throws IOException {
    PhoneCall call = call("+447700900154").press("1").press("1").press("2").hangUp();

    Contribution kept = byCall(call.id());

    assertThat(kept.answers())
        .singleElement()
        .satisfies(a -> assertThat(a.chosen()).containsExactly("car"));
    assertThat(kept.consent().scopes()).isEqualTo(Consent.Scopes.none());
  }

  @Test
  void who_answers_nothing_leaves_nothing() throws IOException {
    PhoneCall call = call("anonymous").press("1").hangUp();

    assertThat(portal.record().service().find(idOf(call.id()))).isEmpty();
  }

  @Test
  void digits_that_stand_for_nothing_end_soon_and_stop_nobody_else() throws IOException {
    PhoneCall honest = call("+447700900155").press("1").press("1").press("1").press("0").press("1");
    String digits = byCall(honest.id()).receipt().digits();
    honest.hangUp();
    for (int calls = 0; calls < 4; calls++) {
      PhoneCall guess = call("+447700900156").press("1").press("2");
      for (int tries = 0; tries < 3 && !guess.isOver(); tries++) {
        guess.press("00000000000000" + tries);
      }
    }

    assertThat(call("+447700900156").press("1").press("2").press(digits).heard())
        .contains("That was wrong too often.");
    assertThat(call("+447700900157").press("1").press("2").press(digits).heard())
        .contains("We have your answers.");
  }

  @Test
  void what_is_told_twice_is_done_once_and_answered_the_same() throws IOException {
    PhoneCall call = call("+447700900159");
    assertThat(call.isToldTwice()).isTrue();
    for (String key : List.of("1", "1", "1", "0")) {
      call.press(key);
      assertThat(call.isToldTwice()).as(key).isTrue();
    }
    call.press("1");
    assertThat(call.isToldTwice()).isTrue();
    call.hangUp();

    assertThat(byCall(call.id()).answers()).hasSize(1);
    Screen desk = portal.officer().get(DESK);
    assertThat(desk.page().select("tbody th:containsOwn(07700 900 159)")).hasSize(1);
    desk.form(DESK + "/backs").press("Called 07700 900 159: take off the list");
  }

  @Test
  void everything_said_from_a_number_is_found_for_who_asks_for_it_and_forgotten()
      throws IOException {
    var number = new PhoneNumber("+447700900161");
    PhoneCall call = call(number.e164()).press("1").press("1").press("4").press("0").press("1");
    call.hangUp();

    assertThat(portal.calling().saidBy(number))
        .extracting(Contribution::id)
        .containsExactly(idOf(call.id()));
    assertThat(portal.officer().get(DESK).text()).contains("07700 900 161");
    portal.calling().forget(portal.texting().reference(number));
    portal.calling().forget(portal.calling().waitsAs(number));
    assertThat(portal.officer().get(DESK).text()).doesNotContain("07700 900 161");
  }

  @Test
  void a_call_that_the_company_did_not_sign_is_refused_and_keeps_nothing() {
    for (String path : List.of("inbound", "step/1", "recording", "status")) {
      Screen answer =
          portal
              .browser()
              .header("X-Twilio-Signature", "bm90IGl0cyBvd24=")
              .send(
                  "POST",
                  "/voice/twilio/" + path,
                  "application/x-www-form-urlencoded",
                  ("CallSid=CAforged&From=%2B447700900160&CallStatus=completed&Digits=1"
                          + "&RecordingSid=RE0123456789abcdef0123456789abcdef&RecordingDuration=9")
                      .getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(path).isEqualTo(403);
    }
    assertThat(portal.record().service().find(idOf("CAforged"))).isEmpty();
  }

  @Test
  void the_page_about_texting_says_that_one_can_call_and_what_it_costs() {
    String page = portal.resident().get("/c/after-six/text").text();

    assertThat(page)
        .contains("You can also call 01632 960 777", "The call costs what your telephone company")
        .contains("Press 0 at any time and a person calls you back.");
  }

  @Test
  void a_number_that_is_none_of_ours_is_answered_and_keeps_nothing() throws IOException {
    PhoneCall call = portal.exchange().call("+447700900158", "+441632960000").dial();

    assertThat(call.heard()).contains("This line is not in use.", "Ta linia nie działa.");
    assertThat(call.isOver()).isTrue();
  }

  private static PhoneCall call(String from) throws IOException {
    return portal.exchange().call(from, CallStory.LINE).dial();
  }

  private static String publicStories() {
    return portal.resident().get("/c/after-six/stories").text();
  }

  private static Contribution byDigits(String digits) {
    ReceiptCode code = ReceiptCode.parseDigits(digits).orElseThrow();
    return portal.record().reading().byReceipt(code).orElseThrow();
  }

  private static Contribution byCall(String call) {
    return portal.record().service().find(idOf(call)).orElseThrow();
  }

  private static String idOf(String call) {
    return SpokenAnswers.idOf(Portal.AFTER_SIX, "simulator:" + call);
  }
}
