package org.folkmoot.sms.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.sms.words.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conversations with "Wrenmouth After Six", text by text.
class FlowEngineTest {
  private static final Flow FLOW = Flows.afterSix();
  private static final Flow NUMBERS =
      Flows.read(
          """
          {"id": "days", "keyword": "DAYS", "languages": ["en"], "questions": [
            {"id": "Q1", "kind": "NUMBER", "range": {"from": 0, "to": 7},
             "text": {"en": "How many evenings a week do you go out?"}}]}
          """);

  private final FlowEngine engine = new FlowEngine();
  private Instant now = Instant.parse("2026-03-02T20:00:00Z");
  private FlowState state = FlowState.start(FLOW);

  @Test
  void ten_minutes_with_a_feature_phone() {
    var hello = text("BUS");
    assertThat(hello.replies())
        .containsExactly(
            FLOW.text("en", FlowText.CONSENT),
            "Not watched live. In danger call 999. After the questions come up to 4 short ones"
                + " about you, if you like. Reply 1 English, 2 Polski, 3 Bangla");
    assertThat(hello.effects()).isEmpty();
    assertThat(state.at()).isEqualTo(FlowState.AWAIT_CONSENT);

    assertThat(text("go").replies()).containsExactly(ask("Q1"));
    assertThat(text("“2.”").replies()).containsExactly(ask("Q2"));
    assertThat(text("Yes").replies()).containsExactly(ask("Q3"));
    assertThat(text("My last bus was cut.").replies())
        .containsExactly(FLOW.text("en", FlowText.MORE));
    assertThat(text("I walked home in the rain").replies()).isEmpty();
    assertThat(text("done").replies()).containsExactly(ask("Q4"));
    assertThat(text("b please").replies()).containsExactly(ask("Q5"));
    assertThat(text("wm3 4ab").replies()).containsExactly(ask("UNDER18"));
    assertThat(text("no").replies()).containsExactly(ask("USE"));
    assertThat(text("1").replies()).containsExactly(ask("SHOW"));
    assertThat(text("2").replies()).containsExactly(ask("TELL"));
    var end = text("1");

    assertThat(end.replies("MQ6-PGWK").getFirst()).endsWith("Your code MQ6-PGWK");
    assertThat(state.at()).isEqualTo(FlowState.DONE);
    assertThat(state.answers()).as("handed over, so no longer kept here").isEmpty();
    var completed = (Effect.Completed) end.effects().getFirst();
    assertThat(completed.wishes()).isEqualTo(new Wishes(true, false, true, false));
    assertThat(completed.answers())
        .extracting(Answer::question, Answer::keys, Answer::said)
        .containsExactly(
            tuple("Q1", List.of("2"), "“2.”"),
            tuple("Q2", List.of("1"), "Yes"),
            tuple("Q3", List.of(), "My last bus was cut.\nI walked home in the rain"),
            tuple("Q4", List.of("B"), "b please"),
            tuple("Q5", List.of("WM3"), "WM3"));
  }

  @Test
  void a_sentence_with_the_keyword_waits_for_go_and_is_not_asked_for_again() {
    var hello = text("BUS no way home after 6");

    assertThat(hello.effects()).containsExactly(new Effect.SaveKeywordText("no way home after 6"));
    assertThat(hello.replies()).contains(FLOW.text("en", FlowText.CONSENT_KEPT));
    text("GO");
    text("1");
    assertThat(text("1").replies()).as("straight to question four").containsExactly(ask("Q4"));
    text("A");
    text("skip");
    text("skip");
    text("2");
    var end = text("2");

    var completed = (Effect.Completed) end.effects().getFirst();
    assertThat(completed.answers())
        .extracting(Answer::question, Answer::said)
        .contains(tuple("Q3", "no way home after 6"))
        .doesNotContain(tuple("Q5", ""));
    assertThat(completed.wishes()).isEqualTo(new Wishes(false, false, false, false));
  }

  @Test
  void words_sent_before_go_are_kept_too_and_dropped_at_no_or_after_14_days() {
    text("BUS no way home");
    assertThat(text("and it is dark at the stop").effects())
        .containsExactly(new Effect.SaveKeywordText("and it is dark at the stop"));
    assertThat(state.waiting()).isEqualTo("no way home\nand it is dark at the stop");

    assertThat(engine.silence(FLOW, state, now.plus(Duration.ofDays(13))).effects()).isEmpty();
    var late = engine.silence(FLOW, state, now.plus(Duration.ofDays(14)));
    assertThat(late.effects()).containsExactly(new Effect.DropKeywordText());
    assertThat(late.state().waiting()).isEmpty();
    assertThat(late.state().at()).isEqualTo(FlowState.EXPIRED);

    assertThat(text("no").effects()).containsExactly(new Effect.DropKeywordText());
    assertThat(state.at()).isEqualTo(FlowState.NEW);
  }

  @Test
  void a_story_in_three_texts_that_arrive_2_1_3_reads_in_order() {
    upTo("Q3");
    var first = now.plusSeconds(60);
    at(first.plusSeconds(20), "and then I waited an hour");
    at(first, "I missed the 18:40");
    at(first.plusSeconds(40), "and walked");

    var step = engine.silence(FLOW, state, first.plusSeconds(40).plus(FlowEngine.ANSWER_PAUSE));

    assertThat(step.replies())
        .as("ten minutes of silence do as well as DONE")
        .containsExactly(ask("Q4"));
    assertThat(step.state().answers().getLast().said())
        .isEqualTo("I missed the 18:40\nand then I waited an hour\nand walked");
  }

  @Test
  void stop_please_stops_everything_and_start_rejoins_at_the_same_question() {
    upTo("Q2");

    var stop = text("stop please");

    assertThat(stop.effects()).containsExactly(new Effect.StopAll());
    assertThat(stop.replies()).containsExactly(FLOW.text("en", FlowText.STOPPED));
    assertThat(state.at()).isEqualTo(FlowState.STOPPED);
    assertThat(text("STOP").replies()).as("one confirmation is enough").isEmpty();
    var angry = text("leave me alone you lot");
    assertThat(angry.replies()).isEmpty();
    assertThat(angry.effects()).containsExactly(new Effect.Unsolicited("leave me alone you lot"));
    var start = text("START");
    assertThat(start.effects()).containsExactly(new Effect.Restart());
    assertThat(start.replies()).containsExactly(ask("Q2"));
    assertThat(text("2").replies()).containsExactly(ask("Q3"));
  }

  @Test
  void end_typed_as_an_answer_is_an_opt_out_because_the_network_takes_it_for_one() {
    upTo("Q3");

    assertThat(text("end").effects()).containsExactly(new Effect.StopAll());
  }

  @Test
  void forget_within_14_days_erases_and_after_them_the_answers_stand() {
    upTo("Q3");
    text("no bus, so I stayed at home");
    text("stop");
    var stopped = state;

    assertThat(text("forget my answers").effects()).containsExactly(new Effect.ForgetAsked());
    assertThat(state.answers()).as("nothing is lost before YES").isNotEmpty();
    assertThat(text("forget yes").effects()).containsExactly(new Effect.Forget(""));
    assertThat(state.answers()).isEmpty();
    assertThat(state.parts()).isEmpty();
    assertThat(state.at()).isEqualTo(FlowState.STOPPED);
    assertThat(engine.due(FLOW, state)).isEmpty();

    var stands = engine.silence(FLOW, stopped, now.plus(FlowEngine.WAITING));
    assertThat(stands.replies()).isEmpty();
    assertThat(stands.state().at()).isEqualTo(FlowState.STOPPED);
    assertThat(((Effect.LeftUnfinished) stands.effects().getFirst()).answers())
        .extracting(Answer::question)
        .containsExactly("Q1", "Q2", "Q3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FORGET YES",
        "forget yes please",
        "\"Forget, yes.\"",
        "yes forget everything",
        "FORGETYES",
        "delete y",
        "USUŃ TAK",
        "usun tak",
        "মুছুন হ্যাঁ"
      })
  void forget_alone_asks_first_and_yes_to_it_erases(String yes) {
    upTo("Q3");
    assertThat(text(yes).effects())
        .as("nobody was asked yet")
        .containsExactly(new Effect.ForgetAsked());
    state = FlowState.start(FLOW);
    upTo("Q3");

    var asked = text("FORGET");

    assertThat(asked.effects()).containsExactly(new Effect.ForgetAsked());
    assertThat(asked.replies()).containsExactly(FLOW.text("en", FlowText.FORGET_ASK));
    assertThat(asked.replies().getFirst()).contains("FORGET YES", "24 hours", "all stays");
    assertThat(state.answers()).hasSize(2);
    assertThat(text("yes").replies())
        .as("half of it")
        .containsExactly(FLOW.text("en", FlowText.FORGET_ASK));
    assertThat(text(yes).effects()).containsExactly(new Effect.Forget(""));
    assertThat(state.answers()).isEmpty();
    assertThat(state.at()).isEqualTo(FlowState.NEW);
  }

  @Test
  void nothing_is_forgotten_where_no_yes_comes_in_time() {
    upTo("Q2");
    text("FORGET");
    var no = text("no");
    assertThat(no.withOpen(no.replies()))
        .as("and the question that is open is put again")
        .containsExactly(FLOW.text("en", FlowText.FORGET_NOT), ask("Q2"));

    text("FORGET");
    text("HELP");
    assertThat(text("1").replies()).as("goes on").containsExactly(ask("Q3"));
    assertThat(text("FORGET YES").effects())
        .as("so it is asked anew")
        .containsExactly(new Effect.ForgetAsked());

    now = now.plus(FlowEngine.FORGET_WAITS);
    assertThat(text("FORGET YES").effects()).containsExactly(new Effect.ForgetAsked());
    assertThat(state.answers()).hasSize(2);
    assertThat(text("stop").effects()).as("at once").containsExactly(new Effect.StopAll());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESULT", "help", "CHANGE", "PRIVATE", "FORGET 9MY-1MV2-K4T"})
  void whoever_asks_something_in_between_is_put_the_open_question_again(String word) {
    upTo("Q3");
    var step = text(word);
    assertThat(step.withOpen(List.of("Nothing is decided yet.")))
        .as("in one text where it fits")
        .containsExactly("Nothing is decided yet. " + ask("Q3"));
    assertThat(step.withOpen(List.of("x".repeat(60)))).containsExactly("x".repeat(60), ask("Q3"));
    text("I waited");
    assertThat(text(word).withOpen(List.of("So.")))
        .as("in the middle of a story its rest is open")
        .containsExactly("So. " + FLOW.text("en", FlowText.MORE));

    state = FlowState.start(FLOW);
    assertThat(text(word).withOpen(List.of("So."))).as("nothing is open").containsExactly("So.");
  }

  @Test
  void skip_leaves_every_kind_of_question_out() {
    upTo("Q1");
    for (var id : List.of("Q1", "Q2", "Q3", "Q4", "Q5", "UNDER18", "USE", "TELL")) {
      assertThat(state.at()).isEqualTo(id);
      text("skip it please");
    }

    assertThat(state.at()).isEqualTo(FlowState.DONE);
    assertThat(engine.advance(NUMBERS, begun(NUMBERS), "SKIP", now).state().answers()).hasSize(1);
  }

  @Test
  void words_of_somebody_who_does_not_say_their_age_are_never_shown() {
    upTo("Q1");
    for (var answer : List.of("1", "2", "skip", "D", "skip", "skip")) {
      text(answer);
    }

    assertThat(text("1").replies()).as("not whether to show them").containsExactly(ask("TELL"));
    var end = text("2");
    assertThat(((Effect.Completed) end.effects().getFirst()).wishes())
        .isEqualTo(new Wishes(true, false, false, false));
  }

  @ParameterizedTest
  @CsvSource({
    "wm3, WM3",
    "WM 3, WM3",
    "wm34ab, WM3",
    "'my postcode is WM3 4AB.', WM3",
    "saltmarsh, Saltmarsh",
    "'I live in Castle  Hill, near the church', Castle Hill",
    "Lakowa, Łąkowa"
  })
  void a_place_is_a_postcode_or_one_of_the_places_that_are_known(String said, String place) {
    var flow = FLOW.among(List.of("Saltmarsh", "Castle Hill", "Łąkowa"));

    var step = engine.advance(flow, atPlace(flow), said, now);

    assertThat(step.state().answers().getLast().keys()).containsExactly(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Harbour", "the north", "bus", "12 High Street", "castle on the hill", "5"})
  void what_is_no_place_that_is_known_gets_a_hint(String said) {
    var flow = FLOW.among(List.of("Saltmarsh", "Castle Hill"));

    var step = engine.advance(flow, atPlace(flow), said, now);

    assertThat(step.state().at()).isEqualTo("Q5");
    assertThat(step.replies().getFirst())
        .isIn(FLOW.text("en", FlowText.INVALID_PLACE), ask("Q5"))
        .contains("SKIP");
    assertThat(engine.advance(flow, step.state(), "SKIP", now).state().at()).isEqualTo("UNDER18");
  }

  @Test
  void forget_and_result_with_a_code_are_left_to_the_portal_in_any_state() {
    assertThat(text("FORGET 9MY-1MV2-K4T"))
        .isEqualTo(new Step(state, List.of(), List.of(new Effect.Forget("9MY1MV2K4T"))));
    upTo("Q3");
    assertThat(text("result 9MY-1MV2-K4T").effects())
        .containsExactly(new Effect.Result("9MY1MV2K4T"));
    assertThat(state.at()).isEqualTo("Q3");
  }

  @Test
  void help_answers_and_says_that_nobody_watches() {
    upTo("Q2");

    var help = text("Help!");

    assertThat(help.effects()).containsExactly(new Effect.HelpAsked());
    assertThat(help.replies())
        .containsExactly(FLOW.text("en", FlowText.HELP), FLOW.text("en", FlowText.FREE));
    assertThat(help.replies().getLast())
        .startsWith("Not watched live. In danger call 999.")
        .contains("Free for you", "call you back", "library");
    assertThat(state.at()).isEqualTo("Q2");
  }

  @Test
  void polish_is_chosen_before_consent_or_in_the_middle() {
    text("bus");
    assertThat(text("2").replies())
        .containsExactly(
            FLOW.text("pl", FlowText.CONSENT),
            FLOW.text("pl", FlowText.LIVE)
                + " "
                + FLOW.text("pl", FlowText.CLOSING, Map.of("count", "4")));
    assertThat(text("tak").replies()).containsExactly(polish("Q1"));
    assertThat(text("English").replies()).containsExactly(ask("Q1"));
    assertThat(text("po prostu autobus").replies()).containsExactly(ask("Q2"));
    assertThat(text("Polski.").replies()).containsExactly(polish("Q2"));
    assertThat(text("nie").replies()).containsExactly(polish("Q3"));
    text("Autobus nie przyjechał");
    assertThat(text("GOTOWE").replies()).containsExactly(polish("Q4"));
  }

  @Test
  void an_answer_that_is_not_understood_gets_two_hints_and_then_the_next_question() {
    upTo("Q1");

    assertThat(text("9").replies().getFirst()).contains("1, 2, 3, 4, 5, 6 or 7");
    assertThat(text("it depends on the weather").replies()).hasSize(1);
    assertThat(text("??? no idea").replies())
        .containsExactly(FLOW.text("en", FlowText.MOVED_ON), ask("Q2"));
    assertThat(state.answers().getFirst().keys()).isEmpty();
    assertThat(state.answers().getFirst().said()).contains("it depends on the weather");
  }

  @Test
  void a_person_is_asked_for_when_two_hints_did_not_help() {
    upTo("Q1");
    text("9");
    text("10");

    assertThat(text("11").effects()).containsExactly(new Effect.PersonNeeded("Q1"));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "three, 3",
    "'about 3, I think', 3",
    "'3.', 3",
    "৩, 3",
    "trzy, 3",
    "তিন, 3",
    "٣, 3",
    "3️⃣, 3",
    "none, 0",
    "7, 7"
  })
  void a_number_is_read_as_people_write_it(String said, String number) {
    var asked = engine.advance(NUMBERS, begun(NUMBERS), said, now).state();

    assertThat(asked.answers().getFirst().keys()).containsExactly(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "2 or 3", "2.5", "lots", "99999999999999999999", "-"})
  void what_is_no_number_of_the_range_gets_a_hint(String said) {
    var step = engine.advance(NUMBERS, begun(NUMBERS), said, now);

    assertThat(step.replies().getFirst()).contains("a number from 0 to 7");
    assertThat(step.state().answers()).isEmpty();
    assertThat(engine.advance(NUMBERS, step.state(), "SKIP", now).state().answers()).hasSize(1);
  }

  @Test
  void words_typed_before_a_choice_is_understood_are_not_lost() {
    upTo("Q1");
    text("it depends on the weather");
    text("9");
    text("3");

    assertThat(state.answers().getFirst().keys()).containsExactly("3");
    assertThat(state.answers().getFirst().said()).isEqualTo("it depends on the weather\n3");
  }

  @Test
  void in_the_middle_the_keyword_is_an_answer_or_asks_again() {
    upTo("Q1");
    assertThat(text("bus").replies()).containsExactly(ask("Q2"));
    assertThat(text("BUS").replies()).containsExactly(ask("Q2"));
    text("1");
    text("Bus never came");
    assertThat(state.parts()).extracting(FlowState.Part::text).containsExactly("Bus never came");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"what do you mean", "Sorry?", "huh", "?", "???", "what", "pardon please", "co?"})
  void who_did_not_understand_is_told_in_other_words_and_whom_to_call(String puzzled) {
    text("BUS");
    assertThat(text(puzzled).replies())
        .containsExactly(FLOW.text("en", FlowText.PUZZLED_CONSENT))
        .allSatisfy(reply -> assertThat(reply).contains("reply GO", "01632 960 555"));
    assertThat(state.waiting()).as("not an answer").isEmpty();
    text("GO");
    for (var answer : List.of("1", "2", "skip")) {
      var asked = FLOW.question(state.at()).orElseThrow();
      for (int times = 0; times < 4; times++) {
        assertThat(text(puzzled).replies())
            .containsExactly(FLOW.text("en", FlowText.PUZZLED), FLOW.askAgain(asked, "en"));
      }
      assertThat(state.at()).as("the question stays").isEqualTo(asked.id());
      text(answer);
    }
    assertThat(state.at()).isEqualTo("Q4");
    assertThat(state.answers()).extracting(Answer::said).noneMatch(puzzled::equals);
  }

  @Test
  void a_question_mark_out_of_the_blue_is_no_contribution_and_in_a_story_it_is() {
    assertThat(text("who is this?"))
        .isEqualTo(new Step(state, List.of(FLOW.text("en", FlowText.UNKNOWN)), List.of()));
    upTo("Q3");
    text("the driver said");
    text("what");
    assertThat(state.parts()).extracting(FlowState.Part::text).contains("what");
  }

  @Test
  void a_sentence_without_keyword_waits_for_go_and_is_the_answer_to_the_open_question() {
    var hello = text("The 18:40 was cut and nobody asked us");

    assertThat(hello.effects())
        .containsExactly(new Effect.SaveKeywordText("The 18:40 was cut and nobody asked us"));
    assertThat(hello.replies())
        .containsExactly(
            FLOW.text("en", FlowText.CONSENT_KEPT),
            "Not watched live. In danger call 999. Without GO nobody reads them, unless they tell"
                + " of danger; erased after 14 days. Reply 1 English, 2 Polski, 3 Bangla");
    assertThat(hello.replies().getFirst()).contains("Reply GO and they count");
    assertThat(hello.replies())
        .as("one part each")
        .allSatisfy(reply -> assertThat(Segments.of(reply).parts()).isEqualTo(1));
    assertThat(text("And it is dark at the stop").replies())
        .containsExactly(FLOW.text("en", FlowText.KEPT));
    state = hello.state();
    text("GO");
    text("1");
    assertThat(text("1").replies()).as("the open question is not asked").containsExactly(ask("Q4"));
    assertThat(state.answers().getFirst().said())
        .isEqualTo("The 18:40 was cut and nobody asked us");
  }

  @Test
  void without_go_a_sentence_is_gone_after_14_days_and_the_next_one_waits_again() {
    text("The 18:40 was cut and nobody asked us");
    now = now.plus(FlowEngine.WAITING);

    var late = engine.silence(FLOW, state, now);
    state = late.state();

    assertThat(late.effects()).containsExactly(new Effect.DropKeywordText());
    assertThat(text("And now it is dark too").effects())
        .containsExactly(new Effect.SaveKeywordText("And now it is dark too"));
    assertThat(state.waiting()).isEqualTo("And now it is dark too");
  }

  @Test
  void a_first_text_is_answered_in_the_language_its_letters_belong_to() {
    assertThat(text("Ostatni autobus mi uciekł, proszę coś zrobić").replies())
        .contains(FLOW.text("pl", FlowText.CONSENT_KEPT))
        .allSatisfy(reply -> assertThat(Segments.of(reply).parts()).as(reply).isEqualTo(1));
    state = FlowState.start(FLOW);
    assertThat(text("রাতে বাড়ি ফেরার বাস নেই").replies())
        .contains(FLOW.text("bn", FlowText.CONSENT_KEPT));
    assertThat(text("হ্যাঁ").replies()).containsExactly(bangla("Q1"));
    assertThat(text("২").replies()).containsExactly(bangla("Q2"));
    assertThat(text("না").replies()).containsExactly(bangla("Q4"));
    assertThat(text("English").replies()).containsExactly(ask("Q4"));
    assertThat(text("Bangla").replies()).containsExactly(bangla("Q4"));
    assertThat(text("বন্ধ করুন").effects()).containsExactly(new Effect.StopAll());
  }

  @Test
  void wrong_number_ends_it_kindly_and_keeps_nothing_that_waited() {
    text("Are you picking Ann up or shall I");

    var wrong = text("oh sorry, wrong number");

    assertThat(wrong.effects()).containsExactly(new Effect.StopAll(), new Effect.DropKeywordText());
    assertThat(wrong.replies()).containsExactly(FLOW.text("en", FlowText.WRONG_NUMBER));
    assertThat(state.waiting()).isEmpty();
    assertThat(text("bye").replies()).isEmpty();
    assertThat(text("BUS").replies()).as("and can begin any day").isNotEmpty();
  }

  @Test
  void who_wants_to_take_it_back_in_other_words_is_told_how_and_adds_nothing() {
    var told = text("I want to take back what I said");

    assertThat(told.effects()).isEmpty();
    assertThat(told.replies()).containsExactly(FLOW.text("en", FlowText.FORGET_HOW));
    assertThat(text("They should take back the old timetable").replies())
        .doesNotContain(FLOW.text("en", FlowText.FORGET_HOW));
  }

  @Test
  void words_after_stop_wait_in_silence_for_whoever_has_never_said_go() {
    text("stop");
    var angry = text("and another thing about your buses");
    assertThat(angry.replies()).isEmpty();
    assertThat(angry.effects())
        .containsExactly(new Effect.SaveKeywordText("and another thing about your buses"));

    assertThat(text("START").replies())
        .containsExactly(FLOW.text("en", FlowText.CONSENT), FLOW.text("en", FlowText.KEPT));
    text("GO");
    assertThat(state.answers().getFirst().said()).isEqualTo("and another thing about your buses");
  }

  @Test
  void a_number_silent_for_twelve_months_is_asked_again() {
    upTo("Q1");
    for (var answer : List.of("1", "2", "skip", "D", "skip", "no", "2", "2")) {
      text(answer);
    }
    text("Polski");
    assertThat(state.consentedAt()).isNotNull();
    now = now.plus(FlowEngine.SILENT).plusSeconds(60);

    var hello = text("hello who is this bus thing for then");

    assertThat(hello.effects()).hasOnlyElementsOfType(Effect.SaveKeywordText.class);
    assertThat(hello.replies()).contains(FLOW.text("en", FlowText.CONSENT_KEPT));
    assertThat(state.consentedAt()).isNull();
  }

  @Test
  void change_and_a_code_hand_the_new_words_over() {
    assertThat(text("CHANGE 9MY-1MV2-K4T: It was 9pm, not 10.").effects())
        .containsExactly(new Effect.Change("9MY1MV2K4T", "It was 9pm, not 10."));
    assertThat(text("change my code 9my 1mv2 k4t").effects())
        .containsExactly(new Effect.Change("9MY1MV2K4T", ""));
    assertThat(text("CHANGE").effects()).containsExactly(new Effect.Change("", ""));
    assertThat(text("Change the bus times please").effects())
        .as("a sentence")
        .hasOnlyElementsOfType(Effect.SaveKeywordText.class);
  }

  @Test
  void after_the_end_thanks_are_taken_as_thanks_and_more_words_are_kept() {
    upTo("Q1");
    for (var answer : List.of("1", "2", "skip", "D", "skip", "no", "2", "2")) {
      text(answer);
    }
    assertThat(state.at()).isEqualTo(FlowState.DONE);

    assertThat(text("thank you!")).isEqualTo(new Step(state, List.of(), List.of()));
    assertThat(text("BUS").replies()).containsExactly(FLOW.text("en", FlowText.AGAIN));
    assertThat(text("and the shelter has no light").effects())
        .containsExactly(new Effect.Unsolicited("and the shelter has no light"));
    assertThat(text("BUS on Sundays too").effects())
        .containsExactly(new Effect.Unsolicited("on Sundays too"));
  }

  @Test
  void under_18_is_never_asked_to_be_quoted_or_shown() {
    upTo("Q1");
    for (var answer : List.of("1", "2", "skip", "D", "skip")) {
      text(answer);
    }
    assertThat(text("yes").replies()).containsExactly(ask("TELL"));

    var end = text("look it up");
    assertThat(((Effect.Completed) end.effects().getFirst()).wishes())
        .isEqualTo(new Wishes(false, false, false, true));
  }

  @Test
  void three_days_of_silence_end_a_conversation_with_what_there_is() {
    upTo("Q3");

    var step = engine.silence(FLOW, state, now.plus(FlowEngine.PATIENCE));

    assertThat(step.state().at()).isEqualTo(FlowState.EXPIRED);
    assertThat(((Effect.LeftUnfinished) step.effects().getFirst()).answers())
        .extracting(Answer::question)
        .containsExactly("Q1", "Q2");
  }

  @Test
  void a_person_can_take_over_and_go_goes_on() {
    upTo("Q2");
    state = engine.pause(state);

    assertThat(text("can you call me back").effects())
        .containsExactly(new Effect.Unsolicited("can you call me back"));
    assertThat(text("GO").replies()).containsExactly(ask("Q2"));
  }

  @Test
  void nothing_is_said_to_an_empty_text() {
    assertThat(text("  ")).isEqualTo(new Step(state, List.of(), List.of()));
  }

  @Test
  void a_state_survives_being_kept_as_json() throws JsonProcessingException {
    var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    upTo("Q3");
    text("part one");

    assertThat(json.readValue(json.writeValueAsString(state), FlowState.class)).isEqualTo(state);
  }

  @Test
  void one_open_question_takes_a_plain_yes_as_an_answer() {
    var flow = Flows.withOneQuestion("f", "LATER", Map.of("en", "Later buses?"), false, Map.of());
    var asked =
        engine
            .advance(
                flow, engine.advance(flow, FlowState.start(flow), "LATER", now).state(), "GO", now)
            .state();

    assertThat(engine.advance(flow, asked, "Yes", now).state().parts()).hasSize(1);
  }

  private void upTo(String question) {
    text("BUS");
    text("GO");
    for (var answer : List.of("1", "1")) {
      if (!state.at().equals(question)) {
        text(answer);
      }
    }
    assertThat(state.at()).isEqualTo(question);
  }

  private Step text(String text) {
    now = now.plusSeconds(30);
    return at(now, text);
  }

  private Step at(Instant time, String text) {
    var step = engine.advance(FLOW, state, text, time);
    state = step.state();
    return step;
  }

  private static String ask(String id) {
    return FLOW.ask(FLOW.question(id).orElseThrow(), "en");
  }

  private FlowState atPlace(Flow flow) {
    var at = begun(flow);
    for (var answer : List.of("1", "2", "SKIP", "D")) {
      at = engine.advance(flow, at, answer, now).state();
    }
    assertThat(at.at()).isEqualTo("Q5");
    return at;
  }

  private FlowState begun(Flow flow) {
    var hello = engine.advance(flow, FlowState.start(flow), flow.keyword(), now).state();
    return engine.advance(flow, hello, "GO", now).state();
  }

  private static String bangla(String id) {
    return FLOW.ask(FLOW.question(id).orElseThrow(), "bn");
  }

  private static String polish(String id) {
    return FLOW.ask(FLOW.question(id).orElseThrow(), "pl");
  }
}
