package org.folkmoot.sms.voice;

import static org.folkmoot.sms.voice.CallLines.join;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.sms.voice.CallPortal.Code;
import org.folkmoot.sms.voice.CallPortal.Found;
import org.folkmoot.sms.voice.Prompt.Next;

/// Leads a caller from step to step. Knows no clock and keeps nothing; what has to be kept it hands
/// to a [CallPortal]. Thread-safe.
public final class CallEngine {

  /// The key that leads to a person from everywhere.
  public static final String PERSON = "0";

  /// The key that leaves a question out.
  public static final String SKIP = "*";

  /// How long somebody may speak.
  public static final Duration LONGEST_STORY = Duration.ofMinutes(3);

  private static final Duration WAIT = Duration.ofSeconds(8);
  private static final Duration WAIT_FOR_DIGITS = Duration.ofSeconds(15);
  private static final int CODE_DIGITS = 15;
  private static final int NUMBER_DIGITS = 16;

  /// Keys in a row that may lead nowhere before the call goes on without an answer.
  private static final int MISSES = 2;

  /// Wrong codes in one call before it ends.
  private static final int WRONG_CODES = 3;

  /// Where a call stands now, and what the caller hears.
  public record Reply(CallState state, Prompt prompt) {}

  /// The first thing a caller hears.
  public Reply begin(CallScript script, CallPortal portal) {
    CallState state = CallState.begun(script.languages().getFirst());
    return new Turn(script, state, portal)
        .at(script.languages().size() == 1 ? Step.MENU : Step.LANGUAGE, List.of());
  }

  /// What a key, silence or a recording leads to.
  public Reply advance(CallScript script, CallState state, Pressed pressed, CallPortal portal) {
    return new Turn(script, state, portal).pressed(pressed);
  }

  /// One step of one call.
  private record Turn(CallScript script, CallState state, CallPortal portal) {

    Reply pressed(Pressed pressed) {
      String keys = pressed.keys();
      if (state.at() == Step.SPEAKING) {
        return spoke(pressed);
      }
      if (keys.equals(PERSON) && state.at() != Step.ENDED) {
        return at(Step.CALL_BACK, say("person"));
      }
      return switch (state.at()) {
        case LANGUAGE -> language(keys);
        case MENU -> menu(keys);
        case QUESTION -> question(keys);
        case STORY -> story(keys);
        case SPEAKING -> spoke(pressed);
        case UNDER18 -> closing(CallState.UNDER18, keys);
        case USE -> closing(CallState.USE, keys);
        case SHOW -> closing(CallState.SHOW, keys);
        case TOLD -> keys.equals("1") ? at(Step.TOLD, List.of()) : end();
        case CODE -> code(keys);
        case BECAME -> became(keys);
        case TAKE_BACK -> takeBack(keys);
        case CALL_BACK -> callBack(keys);
        case CALL_BACK_NUMBER -> number(keys);
        case ENDED -> end();
      };
    }

    private Reply language(String keys) {
      for (int i = 0; i < script.languages().size(); i++) {
        if (keys.equals(String.valueOf(i + 1))) {
          return with(state.in(script.languages().get(i))).at(Step.MENU, List.of());
        }
      }
      return missed(keys);
    }

    private Reply menu(String keys) {
      if (keys.equals("1") && script.isHearing()) {
        return onwards(List.of());
      }
      return keys.equals("2") ? at(Step.CODE, List.of()) : missed(keys);
    }

    private Reply question(String keys) {
      CallQuestion asked = script.next(state).orElseThrow();
      if (asked.has(keys) || keys.equals(SKIP)) {
        return with(state.answered(asked.id(), keys.equals(SKIP) ? "" : keys)).onwards(List.of());
      }
      return state.misses() < MISSES
          ? missed(keys)
          : with(state.answered(asked.id(), "")).onwards(say("moved.on"));
    }

    private Reply story(String keys) {
      if (keys.equals("1")) {
        return at(Step.SPEAKING, List.of());
      }
      if (keys.equals(SKIP)) {
        return closing(List.of());
      }
      return state.misses() < MISSES ? missed(keys) : closing(say("moved.on"));
    }

    private Reply spoke(Pressed pressed) {
      if (pressed.seconds() == 0) {
        return state.misses() < MISSES
            ? with(state.missed()).again(say("story.empty"))
            : closing(say("moved.on"));
      }
      Turn heard = with(state.told());
      List<Line> kept = say("story.kept");
      return pressed.keys().equals(PERSON) ? heard.at(Step.CALL_BACK, kept) : heard.closing(kept);
    }

    /// The question after those that have an answer, or what comes after the last.
    private Reply onwards(List<Line> before) {
      return at(script.next(state).isPresent() ? Step.QUESTION : Step.STORY, before);
    }

    private Reply closing(String question, String keys) {
      boolean isAnswer = keys.equals("1") || keys.equals("2") || keys.equals(SKIP);
      if (!isAnswer && state.misses() < MISSES) {
        return missed(keys);
      }
      String answer = isAnswer && !keys.equals(SKIP) ? keys : "";
      return with(state.answered(question, answer)).closing(List.of());
    }

    /// The next of the questions every way in ends with, or the code.
    private Reply closing(List<Line> before) {
      if (!state.hasSaid()) {
        return at(Step.ENDED, join(before, say("nothing")));
      }
      Map<String, String> answers = state.answers();
      if (!answers.containsKey(CallState.UNDER18)) {
        return at(Step.UNDER18, before);
      }
      boolean mayBeAsked = state.story() && !state.under18();
      if (mayBeAsked && !answers.containsKey(CallState.USE)) {
        return at(Step.USE, before);
      }
      if (mayBeAsked && state.mayQuote() && !answers.containsKey(CallState.SHOW)) {
        return at(Step.SHOW, before);
      }
      List<Line> said = join(before, say("thanks"));
      String use = state.mayShow() ? "use.shown" : state.mayQuote() ? "use.quoted" : "use.counted";
      Code code = portal.keep(state);
      return with(state.withCode(code.letters()))
          .at(Step.TOLD, state.story() ? join(said, say(use)) : said);
    }

    private Reply code(String keys) {
      if (keys.isEmpty()) {
        return missed(keys);
      }
      return switch (portal.find(keys, state.language())) {
        case Found.Known _ -> with(state.asking(keys)).at(Step.BECAME, List.of());
        case Found.Unknown _ ->
            state.wrongCodes() + 1 < WRONG_CODES
                ? with(state.wrongCode())
                    .at(Step.CODE, join(List.of(new Line.Silence(3)), say("code.unknown")))
                : at(Step.ENDED, say("code.blocked"));
        case Found.Blocked _ -> at(Step.ENDED, say("code.blocked"));
      };
    }

    private Reply became(String keys) {
      return switch (keys) {
        case "1" -> at(Step.BECAME, List.of());
        case "2" -> at(Step.TAKE_BACK, List.of());
        default -> end();
      };
    }

    private Reply takeBack(String keys) {
      return switch (keys) {
        case "1" ->
            at(
                Step.ENDED,
                say(
                    switch (portal.takeBack(state.asked())) {
                      case FOR_GOOD -> "back.done";
                      case FOR_NOW -> "back.for.now";
                      case WAITS -> "back.waits";
                    }));
        case "2", SKIP -> at(Step.ENDED, say("back.not"));
        default -> missed(keys);
      };
    }

    private Reply callBack(String keys) {
      if (keys.equals("1") && portal.knowsNumber()) {
        portal.callBack("", state.language());
        return leaving(say("call.back.done"));
      }
      return keys.equals("2") && portal.knowsNumber()
          ? at(Step.CALL_BACK_NUMBER, List.of())
          : missed(keys);
    }

    private Reply number(String keys) {
      if (keys.isEmpty() || !portal.callBack(keys, state.language())) {
        return state.misses() < MISSES
            ? with(state.missed()).again(say("call.back.wrong"))
            : leaving(List.of());
      }
      return leaving(
          join(
              say("call.back.number"),
              join(
                  new CallLines(script, state, portal).digits(digits(keys)),
                  say("call.back.done"))));
    }

    /// Who leaves with answers given gets their code first.
    private Reply leaving(List<Line> before) {
      if (!state.hasSaid() || !state.code().isEmpty()) {
        return at(Step.ENDED, before);
      }
      Code code = portal.keep(state);
      return with(state.withCode(code.letters())).at(Step.TOLD, join(before, say("answers.kept")));
    }

    /// A key that leads nowhere, or none: told twice, then who pressed one is offered a person.
    private Reply missed(String keys) {
      if (state.misses() < MISSES) {
        return with(state.missed()).again(say(keys.isEmpty() ? "silent" : "no.such.key"));
      }
      boolean offer = !keys.isEmpty() && state.at() != Step.CALL_BACK;
      return offer ? at(Step.CALL_BACK, say("person")) : end();
    }

    private Reply end() {
      return at(Step.ENDED, List.of());
    }

    private Turn with(CallState changed) {
      return new Turn(script, changed, portal);
    }

    Reply at(Step step, List<Line> before) {
      boolean asksNumber = step == Step.CALL_BACK && !portal.knowsNumber();
      return with(state.at(asksNumber ? Step.CALL_BACK_NUMBER : step)).again(before);
    }

    /// The step as it stands, after some words.
    private Reply again(List<Line> before) {
      return new Reply(state, new Prompt(join(before, said()), next()));
    }

    private Next next() {
      return switch (state.at()) {
        case SPEAKING -> new Next.Words(LONGEST_STORY);
        case CODE -> new Next.Digits(CODE_DIGITS, WAIT_FOR_DIGITS);
        case CALL_BACK_NUMBER -> new Next.Digits(NUMBER_DIGITS, WAIT_FOR_DIGITS);
        case ENDED -> new Next.HangUp();
        case LANGUAGE,
            MENU,
            QUESTION,
            STORY,
            UNDER18,
            USE,
            SHOW,
            TOLD,
            BECAME,
            TAKE_BACK,
            CALL_BACK ->
            new Next.Key(WAIT);
      };
    }

    private List<Line> said() {
      return new CallLines(script, state, portal).said();
    }

    private List<Line> say(String key) {
      return new CallLines(script, state, portal).say(key);
    }

    private static String digits(String keys) {
      return keys.replaceAll("[^0-9]", "");
    }
  }
}
