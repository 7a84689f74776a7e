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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Conversations with "Wrenmouth After Six", text by text.
class FlowEngineTest {
  private static final Flow FLOW = Flows.afterSix();

  private final FlowEngine engine = new FlowEngine();
  private Instant now = Instant.parse("2026-03-02T20:00:00Z");
  private FlowState state = FlowState.start(FLOW);

  @Test
  void ten_minutes_with_a_feature_phone() {
    var hello = text("BUS");
    assertThat(hello.replies())
        .containsExactly(
            FLOW.text("en", FlowText.CONSENT),
            "Not watched live. In danger call 999. Po polsku: odpisz 2.");
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

    assertThat(end.replies("MQ6-PGWK").getFirst()).endsWith("Ref MQ6-PGWK");
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
    assertThat(hello.replies()).contains(FLOW.text("en", FlowText.KEPT));
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

    assertThat(text("forget my answers").effects()).containsExactly(new Effect.Forget(""));
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
        .containsExactly(FLOW.text("en", FlowText.HELP), "Not watched live. In danger call 999.");
    assertThat(state.at()).isEqualTo("Q2");
  }

  @Test
  void polish_is_chosen_before_consent_or_in_the_middle() {
    text("bus");
    assertThat(text("2").replies())
        .containsExactly(FLOW.text("pl", FlowText.CONSENT), FLOW.text("pl", FlowText.LIVE));
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
  void a_sentence_without_keyword_is_kept_and_answered() {
    var step = text("The 18:40 was cut and nobody asked us");

    assertThat(step.effects())
        .containsExactly(new Effect.Unsolicited("The 18:40 was cut and nobody asked us"));
    assertThat(step.replies("9MY-1MV2-K4T").getFirst()).contains("BUS", "FORGET 9MY-1MV2-K4T");
    assertThat(text("2").effects()).isEmpty();
    assertThat(text("start").replies()).containsExactly(FLOW.text("en", FlowText.UNKNOWN));
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

  private static String polish(String id) {
    return FLOW.ask(FLOW.question(id).orElseThrow(), "pl");
  }
}
