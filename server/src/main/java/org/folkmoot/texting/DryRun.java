package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.SafeguardingWords;
import org.folkmoot.sms.flow.Effect;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.sms.flow.FlowText;
import org.folkmoot.sms.flow.Step;

/// A conversation with a line that nobody hears: the same questions and words, no record, no phone,
/// nothing kept. Immutable, safe for use by many threads.
final class DryRun {

  /// Stands among what was typed for time that passes.
  static final String SILENCE = "<silence>";

  /// Stands where a code would.
  static final String SOME_CODE = "9MY-1MV2-K4T";

  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final FlowEngine engine = new FlowEngine();
  private final HandingOver handing = HandingOver.usual();
  private final SafeguardingWords safeguarding = new SafeguardingWords();

  /// One text or silence, what it would become and what is answered.
  record Turn(String said, Became became, List<String> replies) {
    Turn {
      replies = List.copyOf(replies);
    }
  }

  /// The whole conversation, from its first text.
  List<Turn> of(Flow flow, List<String> said, Instant begin) {
    var turns = new ArrayList<Turn>();
    FlowState state = FlowState.start(flow);
    Instant now = begin;
    for (String text : said) {
      FlowState before = state;
      now = now.plus(BETWEEN);
      if (text.equals(SILENCE)) {
        now = engine.due(flow, before).orElse(now);
        Step step = engine.silence(flow, before, now);
        state = step.state();
        turns.add(turn(text, flow, before, step));
      } else if (safeguarding.match(text)) {
        turns.add(
            new Turn(
                text, Became.held("none"), List.of(flow.text(state.language(), FlowText.SAFETY))));
      } else if (!engine.answersForget(before, text, now)
          && handing.isForPerson(flow, Phone.unknown("none"), before, text)) {
        state = handing.paused(before, now);
        List<String> replies =
            before.at().equals(FlowState.PAUSED)
                ? List.of()
                : List.of(flow.text(state.language(), FlowText.PAUSED));
        turns.add(new Turn(text, Became.of(Became.What.FOR_PERSON), replies));
      } else {
        Step step = engine.advance(flow, before, text, now);
        state = step.state();
        turns.add(turn(text, flow, before, step));
      }
    }
    return turns;
  }

  private static Turn turn(String said, Flow flow, FlowState before, Step step) {
    boolean brings =
        step.effects().stream()
            .anyMatch(e ->
                e instanceof Effect.Completed
                    || e instanceof Effect.LeftUnfinished
                    || e instanceof Effect.Unsolicited);
    var replies = new ArrayList<>(step.replies(SOME_CODE));
    String language = step.state().language();
    for (Effect effect : step.effects()) {
      answer(effect).ifPresent(answer -> replies.add(flow.text(language, answer)));
    }
    return new Turn(said, Became.of(before, step, brings ? "none" : ""), step.withOpen(replies));
  }

  /// What the portal would answer where the questions do not: here nothing was said before, so no
  /// code is known.
  private static Optional<FlowText> answer(Effect effect) {
    return switch (effect) {
      case Effect.Forget forget -> known(forget.code().isEmpty(), FlowText.FORGOTTEN);
      case Effect.Result result -> known(result.code().isEmpty(), FlowText.NO_RESULT);
      case Effect.AllowLess less -> known(less.code().isEmpty(), FlowText.COUNTED_ONLY);
      case Effect.Change change -> known(change.words().isEmpty(), FlowText.CHANGE_HOW);
      case Effect.StopAll _,
          Effect.Restart _,
          Effect.ForgetAsked _,
          Effect.HelpAsked _,
          Effect.PersonNeeded _,
          Effect.SaveKeywordText _,
          Effect.DropKeywordText _,
          Effect.Completed _,
          Effect.LeftUnfinished _,
          Effect.Unsolicited _ ->
          Optional.empty();
    };
  }

  private static Optional<FlowText> known(boolean noCode, FlowText answer) {
    return Optional.of(noCode ? answer : FlowText.NOT_FORGOTTEN);
  }
}
