package org.folkmoot.sms.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.sms.voice.CallPortal.Became;
import org.folkmoot.sms.voice.CallPortal.Code;
import org.folkmoot.sms.voice.CallPortal.Found;
import org.folkmoot.sms.voice.CallPortal.Standing;
import org.folkmoot.sms.voice.CallPortal.TakenBack;
import org.junit.jupiter.api.Test;

/// Which keys lead where.
class CallEngineTest {

  private static final String DIGITS = "951204887310426";

  private final CallEngine engine = new CallEngine();
  private final Notes portal = new Notes();
  private final CallScript script =
      new CallScript(
          List.of("en", "pl"),
          Map.of(
              "en", Map.of("council", "Wrenmouth Council", "danger", "999"),
              "pl", Map.of("council", "Rada Wrenmouth", "danger", "999")),
          CallQuestions.afterSix(),
          Map.of("en", "What happened the last time?", "pl", "Co się stało ostatnim razem?"),
          true);

  private CallState state = engine.begin(script, portal).state();
  private String heard = "";

  @Test
  void the_language_is_chosen_by_a_key_and_spoken_from_then_on() {
    assertThat(said(engine.begin(script, portal).prompt()))
        .contains("For English, press one.", "Po polsku: naciśnij dwa.");

    press("2");

    assertThat(heard).contains("Tu Rada Wrenmouth.", "Twojego numeru nie zobaczy nikt.");
    assertThat(press("1")).contains("Jak najczęściej poruszasz się", "Autobus: naciśnij jeden.");
  }

  @Test
  void words_that_are_recorded_are_played_and_others_are_read_aloud() {
    var recorded =
        new CallScript(
            List.of("en"),
            script.names(),
            script.questions(),
            script.openQuestion(),
            Map.of("en", Map.of("To answer, press 1.", "r1", "one", "r2")),
            true);

    assertThat(said(engine.begin(recorded, portal).prompt()))
        .contains("Hello.", "[r1]", "To be called back by a person, press 0.")
        .doesNotContain("To answer, press 1.");
  }

  @Test
  void a_language_that_no_machine_speaks_is_played_throughout_and_the_rest_is_in_english() {
    Map<String, String> all = new HashMap<>();
    SpokenLines.of("bn", 2, Map.of("council", "W", "danger", "9"), script.questions(), "কী?")
        .forEach(line -> all.put(line.words(), line.id()));
    var bangla =
        new CallScript(
            List.of("en", "bn"),
            Map.of("bn", Map.of("council", "W", "danger", "9")),
            script.questions(),
            Map.of("en", "What?", "bn", "কী?"),
            Map.of("bn", all),
            true);
    List<Line> heard = new ArrayList<>();
    CallState at = engine.begin(bangla, portal).state();
    for (String keys : List.of("2", "1", "9", "", "1", "1", "1", "*", "2", "1", "")) {
      var reply = engine.advance(bangla, at, Pressed.keys(keys), portal);
      at = reply.state();
      heard.addAll(reply.prompt().said());
    }
    at =
        engine
            .advance(bangla, engine.begin(bangla, portal).state(), Pressed.keys("2"), portal)
            .state();
    for (String keys : List.of("2", DIGITS)) {
      var reply = engine.advance(bangla, at, Pressed.keys(keys), portal);
      at = reply.state();
      heard.addAll(reply.prompt().said());
    }

    assertThat(heard)
        .filteredOn(line -> line instanceof Line.Say)
        .extracting(line -> ((Line.Say) line).language())
        .containsOnly("en");
    assertThat(said(new Prompt(heard, new Prompt.Next.HangUp())))
        .contains("[sign.9] [sign.5] [sign.1] …", "M for Mike.")
        .contains("[became.said] [in.english] Buses. [became.did] [in.english] Later ones.");
  }

  @Test
  void answers_and_a_story_are_kept_with_what_was_allowed_and_nothing_more() {
    press("1", "1", "5", "1", "*", "1");
    assertThat(state.at()).isEqualTo(Step.SPEAKING);

    assertThat(speak(90)).contains("A person will listen to it", "Are you under 18?");
    assertThat(press("2")).contains("May we use your words in our report");
    assertThat(press("1")).contains("on our website too");
    assertThat(press("2"))
        .contains("Your words may stand in our report, without your name.")
        .contains("nine, five, one.", "Once more.", "M for Mike.");

    assertThat(portal.kept).hasSize(1);
    CallState kept = portal.kept.getFirst();
    assertThat(kept.answers()).containsEntry("Q1", "5").containsEntry("Q2", "1");
    assertThat(kept.answers()).containsEntry("Q4", "");
    assertThat(kept.story()).isTrue();
    assertThat(kept.mayQuote()).isTrue();
    assertThat(kept.mayShow()).isFalse();
    assertThat(kept.under18()).isFalse();
  }

  @Test
  void who_is_under_18_is_not_asked_for_more() {
    press("1", "1", "1", "1", "1", "1");
    speak(20);

    assertThat(press("1")).contains("read and counted, and nothing more");

    assertThat(portal.kept.getFirst().mayQuote()).isFalse();
    assertThat(state.at()).isEqualTo(Step.TOLD);
  }

  @Test
  void zero_leads_to_a_person_from_everywhere_and_what_was_answered_stays() {
    press("1", "1", "5");

    assertThat(press("0")).contains("To be called on the telephone you hold, press 1.");
    assertThat(press("1")).contains("A person will call you back.", "What you answered is kept");

    assertThat(portal.callBacks).containsExactly("");
    assertThat(portal.kept).hasSize(1);
  }

  @Test
  void another_number_can_be_pressed_and_is_read_back() {
    press("1", "0", "2");

    assertThat(press("12")).contains("That is not a full number.");
    assertThat(press("01632960555")).contains("You pressed this number.", "zero, one, six.");

    assertThat(portal.callBacks).containsExactly("01632960555");
    assertThat(state.at()).isEqualTo(Step.ENDED);
  }

  @Test
  void who_withholds_their_number_is_asked_for_one() {
    portal.knowsNumber = false;
    press("1");

    assertThat(press("0")).contains("Please press the number to call, then hash.");
  }

  @Test
  void the_digits_open_what_became_of_it_and_take_it_back_after_asking() {
    press("1", "2");

    assertThat(press(DIGITS)).contains("A person has read what you said.", "People said: Buses.");
    assertThat(press("2")).contains("Shall we take back everything");
    assertThat(portal.takenBack).isEmpty();

    assertThat(press("1")).contains("In seven days it is erased for good.");
    assertThat(portal.takenBack).containsExactly(DIGITS);
  }

  @Test
  void three_wrong_codes_end_the_call() {
    press("1", "2");

    assertThat(press("111111111111111")).contains("We do not know that number.");
    press("222222222222222");
    assertThat(press("333333333333333")).contains("That was wrong too often.");

    assertThat(state.at()).isEqualTo(Step.ENDED);
  }

  @Test
  void a_key_that_leads_nowhere_is_told_twice_and_the_call_goes_on() {
    press("1", "1");

    assertThat(press("9")).contains("that key leads nowhere", "how do you mostly get around");
    assertThat(press("")).contains("we heard no key");
    assertThat(press("9")).contains("Never mind, we go on.", "Think of the last month.");
  }

  @Test
  void who_presses_nothing_at_all_is_let_go_and_nothing_is_kept() {
    press("", "");

    assertThat(press("")).contains("Goodbye.");
    assertThat(portal.kept).isEmpty();
  }

  @Test
  void a_story_of_nothing_is_none() {
    press("1", "1", "*", "*", "*", "1");

    assertThat(speak(0)).contains("We heard nothing.");
    speak(0);
    assertThat(speak(0)).contains("You have answered nothing, so nothing was kept.");
  }

  @Test
  void a_closed_line_takes_no_answers_but_still_knows_codes() {
    var closed =
        new CallScript(
            List.of("en"), script.names(), script.questions(), script.openQuestion(), false);
    CallState at = engine.begin(closed, portal).state();

    assertThat(at.at()).isEqualTo(Step.MENU);
    assertThat(engine.advance(closed, at, Pressed.keys("1"), portal).state().at())
        .isEqualTo(Step.MENU);
    assertThat(engine.advance(closed, at, Pressed.keys("2"), portal).state().at())
        .isEqualTo(Step.CODE);
  }

  private String press(String... keys) {
    for (String key : keys) {
      step(Pressed.keys(key));
    }
    return heard;
  }

  private String speak(int seconds) {
    return step(new Pressed("#", seconds));
  }

  private String step(Pressed pressed) {
    var reply = engine.advance(script, state, pressed, portal);
    state = reply.state();
    heard = said(reply.prompt());
    return heard;
  }

  private static String said(Prompt prompt) {
    return prompt.said().stream()
        .map(line ->
            switch (line) {
              case Line.Say say -> say.words();
              case Line.Play play -> "[" + play.recording() + "]";
              case Line.Silence _ -> "…";
            })
        .collect(Collectors.joining(" "));
  }

  /// A portal that notes what it is told.
  private static final class Notes implements CallPortal {
    private final List<CallState> kept = new ArrayList<>();
    private final List<String> callBacks = new ArrayList<>();
    private final List<String> takenBack = new ArrayList<>();
    private boolean knowsNumber = true;

    @Override
    public Code keep(CallState state) {
      kept.add(state);
      return new Code("9MY1MV2K4T", DIGITS);
    }

    @Override
    public Code told(CallState state) {
      return new Code("9MY1MV2K4T", DIGITS);
    }

    @Override
    public Found find(String digits, String language) {
      return digits.equals(DIGITS)
          ? new Found.Known(
              new Became(Standing.CHECKED, "", Optional.of(new Decided("Buses.", "Later ones."))))
          : new Found.Unknown();
    }

    @Override
    public TakenBack takeBack(String digits) {
      takenBack.add(digits);
      return TakenBack.FOR_NOW;
    }

    @Override
    public boolean knowsNumber() {
      return knowsNumber;
    }

    @Override
    public boolean callBack(String number, String language) {
      boolean isNumber = number.isEmpty() || number.length() > 9;
      if (isNumber) {
        callBacks.add(number);
      }
      return isNumber;
    }
  }
}
