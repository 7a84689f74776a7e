package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.texting.TextingTown.code;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Status;
import org.folkmoot.texting.TextLine.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// People text, over signed webhooks, and an officer sets it up, over pages. Every test has its own
/// telephones.
class TextingTest {

  private static final String SAFETY =
      "This number is not watched live. In danger call 999 (text 999 if registered).";

  private static TextingTown town;

  private Telephone mo;
  private int heardBefore;
  private int heldBefore;

  @BeforeAll
  static void open() {
    town = new TextingTown();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @BeforeEach
  void begin() {
    town.ask(Script.ONE_QUESTION);
    mo = town.phone();
    heardBefore = town.heard().size();
    heldBefore = town.held().size();
  }

  @Test
  void a_text_is_led_from_keyword_to_code_and_its_words_are_in_the_record() {
    town.ask(Script.AFTER_SIX);

    List<String> hello = mo.text("BUS no way home after 6");
    assertThat(hello.getFirst()).contains("Wrenmouth Council").contains("Reply GO");
    assertThat(hello.getLast()).startsWith("Not watched live. In danger call 999.");
    assertThat(heard()).as("nothing before GO").isZero();
    assertThat(mo.text("GO").getFirst()).startsWith("1/5");
    mo.text("2");
    assertThat(mo.text("yes").getFirst()).as("the open question is answered").startsWith("4/5");
    mo.text("B");
    mo.text("WM3 4AB");
    mo.text("2");
    mo.text("1");
    mo.text("1");
    Contribution said = town.byCode(code(mo.text("1")));

    assertThat(said.channel()).isEqualTo(Channel.SMS);
    assertThat(said.text()).isEqualTo("no way home after 6");
    assertThat(said.place()).isEqualTo("WM3");
    assertThat(said.consent().scopes().quoted()).isTrue();
    assertThat(said.consent().scopes().published()).isTrue();
    assertThat(said.tell()).isEqualTo(Contribution.Tell.PHONE);
    assertThat(said.contact()).isNotEmpty();
    assertThat(said.answers())
        .extracting(a -> a.question() + a.chosen())
        .contains("Q1[car]", "Q2[Yes]", "Q4[minibus]", "Q5[WM3]");
    assertThat(said.answers().getFirst().prompt()).startsWith("1/5 After 6pm");
    assertThat(heard()).isEqualTo(1);
  }

  @Test
  void the_same_message_told_again_gets_the_same_answer_and_is_one_contribution() {
    mo.says("The last bus is too early");
    List<String> first = mo.text("And it is always full", "SM1");
    List<String> again = mo.text("And it is always full", "SM1");

    assertThat(code(first)).isNotEmpty();
    assertThat(again).isEqualTo(first);
    assertThat(heard()).isEqualTo(2);
  }

  @Test
  void a_message_told_again_after_many_others_still_gets_its_first_answer() {
    mo.says("I wait at the stop by the school");
    List<String> first = mo.text("The stop has no light", "old");
    for (int i = 0; i < 22; i++) {
      mo.text("It is dark there on evening " + i, "later" + i);
    }

    assertThat(mo.text("The stop has no light", "old")).isEqualTo(first);
    assertThat(heard()).isEqualTo(24);
  }

  @Test
  void a_bad_signature_is_refused_and_keeps_nothing() {
    var refused = mo.send("The last bus is too early", "SM2", "another token", Telephone.PORTAL);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(heard()).isZero();
  }

  @Test
  void a_number_that_is_not_ours_is_answered_with_nothing() {
    var answer = mo.send("Hello there everybody", "SM3", Telephone.TOKEN, "+447700900555");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("Message>");
    assertThat(heard()).isZero();
  }

  @Test
  void a_bare_sentence_waits_for_go_and_is_not_asked_for_again() {
    List<String> hello = mo.text("My shift ends at nine and there is no bus");

    assertThat(hello.getFirst())
        .contains("Wrenmouth Council", "kept your words", "Reply GO and they count");
    assertThat(hello.get(1)).contains("Without GO nobody", "14 days");
    assertThat(hello).as("no more texts than that before GO").hasSize(2);
    assertThat(heard()).as("read by nobody before GO").isZero();
    assertThat(mo.text("GO").getFirst()).as("the question is answered").contains("under 18");
    mo.text("2");
    mo.text("2");
    Contribution said = town.byCode(code(mo.text("2")));
    assertThat(said.text()).isEqualTo("My shift ends at nine and there is no bus");
    assertThat(said.consent().scopes().quoted()).isFalse();
    assertThat(said.status()).isEqualTo(Status.RECEIVED);
    assertThat(heard()).isEqualTo(1);
  }

  @Test
  void more_words_after_the_end_are_added_as_was_allowed_before() {
    mo.text("My shift ends at nine and there is no bus");
    mo.text("GO");
    mo.text("2");
    mo.text("1");
    mo.text("2");
    String first = code(mo.text("2"));

    List<String> more = mo.text("And on Sundays there is none at all");

    assertThat(more.getFirst()).contains("as you allowed before", "FORGET");
    Contribution added = town.byCode(code(more));
    assertThat(added.receipt().printed()).isNotEqualTo(first);
    assertThat(added.text()).isEqualTo("And on Sundays there is none at all");
    assertThat(added.consent().scopes().quoted()).isTrue();
    assertThat(added.consent().scopes().published()).isFalse();
    assertThat(added.participant()).isEqualTo(town.byCode(first).participant());
  }

  @Test
  void whoever_took_everything_back_is_asked_before_anything_is_kept_again() {
    mo.text("FORGET " + mo.says("My shift ends at nine and there is no bus"));

    assertThat(mo.text("And on Sundays there is none at all").getFirst()).contains("Reply GO");
    assertThat(heard()).isZero();
  }

  @Test
  void change_puts_new_words_in_the_place_of_the_old_from_this_phone_only() {
    String code = mo.says("My shift ends at ten and there is no bus");

    assertThat(town.phone().text("CHANGE " + code + " I love the bus").getFirst())
        .contains("do not know that code");
    assertThat(mo.text("CHANGE " + code).getFirst()).contains("your code and the new words");
    assertThat(mo.text("CHANGE " + code + ": It ends at nine, not ten").getFirst())
        .startsWith("Done.")
        .doesNotContain("ten and there");

    Contribution changed = town.byCode(code);
    assertThat(changed.text()).as("as it was said first").contains("ends at ten");
    assertThat(changed.derived()).anyMatch(text -> text.text().equals("It ends at nine, not ten"));
    assertThat(changed.status()).isEqualTo(Status.RECEIVED);
    mo.text("FORGET " + code);
    assertThat(mo.text("CHANGE " + code + " nothing").getFirst()).contains("could not change");
  }

  @Test
  void stop_ends_all_texts_and_start_goes_on_where_it_was() {
    mo.text("BUS");
    mo.text("GO");

    assertThat(mo.text("stop please").getFirst()).contains("no more texts");
    assertThat(mo.text("stop")).as("said once").isEmpty();
    assertThat(mo.text("but I still think the bus is late")).isEmpty();
    assertThat(heard()).as("words are kept all the same: GO was said").isEqualTo(1);
    assertThat(town.portal.officer().get("/desk/c/after-six/texting").text()).contains("Said STOP");

    assertThat(mo.text("START").getFirst()).contains("home after six");
  }

  @Test
  void forget_and_the_code_take_back_what_came_from_this_phone_only() {
    String code = mo.says("My shift ends at nine and there is no bus");

    assertThat(town.phone().text("FORGET " + code).getFirst()).contains("do not know that code");
    assertThat(town.byCode(code).status()).isEqualTo(Status.RECEIVED);
    assertThat(mo.text("forget " + code.toLowerCase(Locale.ROOT)).getFirst()).startsWith("Done.");

    assertThat(town.byCode(code).status()).isEqualTo(Status.WITHDRAWN);
    assertThat(town.byCode(code).text()).isEmpty();
  }

  @Test
  void both_ways_to_forget_say_how_far_they_reach() {
    String code = mo.says("My shift ends at nine and there is no bus");
    mo.text("And on Sundays there is none at all");

    assertThat(mo.text("FORGET " + code).getFirst()).contains("this code", "The rest stays");
    assertThat(heard()).as("the rest stays").isEqualTo(1);
    assertThat(mo.text("FORGET").getFirst()).contains("this phone", "14 days", "FORGET YES");
    assertThat(heard()).as("nothing is lost where no answer comes").isEqualTo(1);
    assertThat(mo.text("FORGET YES").getFirst()).contains("this phone", "14 days");
    assertThat(heard()).isZero();

    String page = town.portal.resident().get("/c/after-six/text").text();
    assertThat(page).contains("last 14 days", "only what has that code");
  }

  @Test
  void forget_reaches_what_was_told_another_question_and_is_not_in_the_record_yet() {
    mo.text("BUS");
    mo.text("GO");
    mo.text("I waited at the stop by zqschool");
    mo.text("FORGET");
    assertThat(mo.text("no").getLast()).as("and the question goes on").contains("DONE");
    mo.text("FORGET");
    assertThat(mo.text("yes, forget it all").getFirst()).startsWith("Done.");

    town.portal.time().forward(Duration.ofDays(4));
    town.portal.texting().goOn();
    assertThat(town.heard()).noneMatch(c -> c.text().contains("zqschool"));
  }

  @Test
  void whoever_said_stop_and_asks_herself_is_answered() {
    String code = mo.says("My shift ends at nine and there is no bus");
    mo.text("STOP");

    assertThat(mo.text("RESULT").getFirst()).contains("Nothing is decided yet");
    assertThat(mo.text("result " + code).getFirst()).contains("Nothing is decided yet");
    assertThat(mo.text("HELP").getFirst()).contains("01632 960 555");
    assertThat(mo.text("hello?")).isEmpty();
  }

  @Test
  void whoever_asks_something_in_between_is_put_the_open_question_again() {
    town.ask(Script.AFTER_SIX);
    mo.text("BUS");
    mo.text("GO");

    assertThat(mo.text("RESULT"))
        .satisfiesExactly(
            told -> assertThat(told).startsWith("Nothing is decided yet"),
            asked -> assertThat(asked).startsWith("1/5"));
    assertThat(mo.text("HELP").getLast()).startsWith("1/5");
    mo.text("1");
    mo.text("1");
    mo.text("I waited");
    assertThat(mo.text("RESULT"))
        .as("in one text where it fits")
        .singleElement()
        .asString()
        .startsWith("Nothing is decided yet")
        .endsWith("Reply DONE when finished.");
  }

  @Test
  void a_place_that_nobody_knows_gets_a_hint() {
    town.ask(Script.AFTER_SIX);
    for (String text : List.of("BUS", "GO", "1", "2", "skip", "D")) {
      mo.text(text);
    }

    assertThat(mo.text("Harbour").getFirst()).contains("do not know that place", "SKIP");
    assertThat(mo.text("quayside").getFirst()).contains("under 18");
    mo.text("2");
    mo.text("2");
    assertThat(town.byCode(code(mo.text("2"))).place()).isEqualTo("Quayside");
  }

  @Test
  void what_waits_for_go_is_said_alike_on_page_and_phone() {
    String page = town.portal.resident().get("/c/after-six/text").text();
    assertThat(page)
        .contains("Without GO nobody reads it", "after 14 days it is erased")
        .contains("You need not know the word BUS")
        .doesNotContain("needs no GO");

    assertThat(mo.text("BUS no way home")).anyMatch(reply -> reply.contains("Without GO nobody"));
    assertThat(town.phone().text("My last bus leaves before I do"))
        .anyMatch(reply -> reply.contains("Without GO nobody"));
    assertThat(heard()).isZero();
  }

  @Test
  void result_says_that_nothing_is_decided_yet() {
    String code = mo.says("My shift ends at nine and there is no bus");

    assertThat(mo.text("RESULT").getFirst())
        .contains("Nothing is decided yet")
        .contains("14 Dec 2027");
    assertThat(mo.text("RESULT " + code).getFirst()).contains("Nothing is decided yet");
    assertThat(mo.text("RESULT 000-0000-001").getFirst()).contains("do not know that code");
  }

  @Test
  void worrying_words_are_held_and_answered_at_once_wherever_they_come() {
    assertThat(mo.text("BUS I want to die").getFirst()).startsWith(SAFETY);
    assertThat(mo.text("BUS").getFirst()).contains("Reply GO");
    mo.text("GO");
    assertThat(mo.text("my brother hits me at the stop"))
        .singleElement()
        .asString()
        .startsWith(SAFETY);
    assertThat(mo.text("I missed the bus").getFirst()).contains("DONE");

    assertThat(held()).isEqualTo(2);
    assertThat(town.held())
        .allSatisfy(c -> assertThat(c.contact()).as("so that the lead can call").isNotEmpty());
    assertThat(heard()).isZero();
  }

  @Test
  void a_polish_conversation_is_answered_in_polish_also_about_danger() {
    mo.text("BUS");
    assertThat(mo.text("2").getFirst()).contains("Odpisz GO");

    assertThat(mo.text("on bije mnie"))
        .singleElement()
        .asString()
        .startsWith("Nikt tu nie czyta na biezaco. W razie zagrozenia: tel. 999");
    assertThat(town.phone().text("bije mnie")).as("before a language is known, in all").hasSize(2);
    assertThat(held()).isEqualTo(2);
  }

  @Test
  void words_that_are_worrying_only_together_are_held_at_the_end() {
    mo.text("BUS");
    mo.text("GO");
    mo.text("some nights I want to");
    mo.text("die");
    mo.text("DONE");
    mo.text("2");
    mo.text("2");

    assertThat(mo.text("2").getFirst()).startsWith(SAFETY);
    assertThat(held()).isEqualTo(1);
    assertThat(town.held()).allSatisfy(c -> assertThat(c.contact()).isNotEmpty());
    assertThat(heard()).isZero();
  }

  @Test
  void eight_phones_at_once_each_told_of_twice_are_eight_voices() throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    IntStream.range(0, 8)
        .forEach(n -> {
          Telephone phone = town.phone();
          calls.add(() -> conversation(phone, n));
          calls.add(() -> conversation(phone, n));
        });
    var codes = new ArrayList<String>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> done : threads.invokeAll(calls)) {
        codes.add(done.get());
      }
    }

    assertThat(codes).hasSize(16);
    assertThat(codes.stream().distinct()).hasSize(8);
    assertThat(heard()).isEqualTo(8);
  }

  @Test
  void the_officer_sees_every_text_with_its_size_and_conversations_without_numbers() {
    Screen saved = town.ask(Script.ONE_QUESTION);
    assertThat(saved.notice()).startsWith("Saved");
    assertThat(saved.text()).contains("1 part").contains("At the start");
    mo.text("BUS");

    Screen desk = town.portal.officer().get("/desk/c/after-six/texting");
    assertThat(desk.text()).contains("SMS-0001").contains("Has not replied GO yet");
    assertThat(desk.html()).doesNotContain(mo.number().substring(4));
    assertThat(town.portal.invite(Role.COUNCILLOR).get("/desk/c/after-six/texting").status())
        .isEqualTo(403);
  }

  @Test
  void a_wrong_line_is_not_saved_and_everything_is_kept() {
    Screen wrong =
        town.portal
            .officer()
            .get("/desk/c/after-six/texting")
            .form()
            .set("keyword", "stop")
            .set("number", "12 34 x")
            .set("question-en", "What would help?")
            .submit();

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.errors()).hasSize(2);
    assertThat(wrong.form().value("question-en")).isEqualTo("What would help?");
    assertThat(town.portal.officer().get("/desk/c/after-six/texting").form().value("keyword"))
        .isEqualTo("BUS");
  }

  @Test
  void residents_read_how_to_text() {
    Screen page = town.portal.resident().get("/c/after-six/text");

    assertThat(page.text()).contains("BUS").contains("07700 900 999").contains("STOP");
    assertThat(page.links()).contains("sms:+447700900999?body=BUS");
    assertThat(page.html()).contains("01632 960 555");
    assertThat(town.portal.browser().get("/c/after-six/text?lang=pl").text()).contains("WYNIK");
  }

  /// A whole conversation whose messages are those of every other run with the same phone.
  private static String conversation(Telephone phone, int n) {
    String id = "SMeight-" + n + "-";
    phone.text("BUS No bus for " + n, id + 1);
    phone.text("GO", id + 2);
    phone.text("2", id + 3);
    phone.text("1", id + 4);
    phone.text("2", id + 5);
    return code(phone.text("2", id + 6));
  }

  private int heard() {
    return town.heard().size() - heardBefore;
  }

  private int held() {
    return town.held().size() - heldBefore;
  }
}
