package org.folkmoot.sms.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.sms.words.Choices;
import org.folkmoot.sms.words.ReservedWords;

/// Leads one person through a flow: a function of flow, state, text and time, nothing else. Which
/// flow a first text belongs to is found with [org.folkmoot.sms.words.Keywords] before; whether it
/// holds a safeguarding word is looked at before, too. Immutable, safe for use by many threads.
public final class FlowEngine {
  /// Silence after which an answer of several texts is taken as complete.
  public static final Duration ANSWER_PAUSE = Duration.ofMinutes(10);

  /// Silence after which a conversation under way has ended.
  public static final Duration PATIENCE = Duration.ofDays(3);

  /// How long words wait for GO, and answers for FORGET after STOP.
  public static final Duration WAITING = Duration.ofDays(14);

  /// How long FORGET YES is understood after FORGET.
  public static final Duration FORGET_WAITS = Duration.ofDays(1);

  /// Silence after which a number may have become somebody else's: it is asked again.
  public static final Duration SILENT = Duration.ofDays(365);

  /// How often a question is put again with a hint.
  static final int MAX_HINTS = 2;

  final ReservedWords reserved = new ReservedWords();
  final Choices choices = new Choices();

  /// What a text leads to.
  ///
  /// @param now when the text was sent, as far as the gateway tells, else when it came; texts of
  ///   one answer are put in this order
  public Step advance(Flow flow, FlowState state, String text, Instant now) {
    var turn = new Turn(this, flow, state, now);
    turn.hear(text);
    return turn.step();
  }

  /// When silence will change this state next; empty if never.
  public Optional<Instant> due(Flow flow, FlowState state) {
    var heardAt = state.heardAt();
    if (heardAt == null) {
      return Optional.empty();
    }
    return switch (state.at()) {
      case FlowState.NEW, FlowState.DONE, FlowState.EXPIRED -> Optional.empty();
      case FlowState.AWAIT_CONSENT -> Optional.of(heardAt.plus(WAITING));
      case FlowState.STOPPED ->
          state.answers().isEmpty() && state.parts().isEmpty() && state.waiting().isEmpty()
              ? Optional.empty()
              : Optional.of(heardAt.plus(WAITING));
      case FlowState.PAUSED -> Optional.of(heardAt.plus(PATIENCE));
      default -> Optional.of(heardAt.plus(answering(flow, state) ? ANSWER_PAUSE : PATIENCE));
    };
  }

  /// What silence until `now` leads to: the next question after an answer of several texts, or the
  /// end of a conversation. Nothing if [#due] is later.
  public Step silence(Flow flow, FlowState state, Instant now) {
    var turn = new Turn(this, flow, state, now);
    if (due(flow, state).filter(due -> !now.isBefore(due)).isPresent()) {
      turn.silence(answering(flow, state));
    }
    return turn.step();
  }

  /// Holds the questions back while a person writes with this number; GO goes on.
  public FlowState pause(FlowState state) {
    return switch (state.at()) {
      case FlowState.PAUSED, FlowState.STOPPED -> state;
      default -> state.at(FlowState.PAUSED, state.at());
    };
  }

  /// Whether a text answers our question whether all is to be forgotten.
  public boolean answersForget(FlowState state, String text, Instant now) {
    return asksToForget(state, now) && (isYes(text) || isNo(text));
  }

  boolean asksToForget(FlowState state, Instant now) {
    var askedAt = state.forgetAskedAt();
    return askedAt != null && !now.isAfter(askedAt.plus(FORGET_WAITS));
  }

  /// "yes" as a word: a figure answers a question of the flow.
  boolean isYes(String text) {
    return isWord(text, "1");
  }

  boolean isNo(String text) {
    return isWord(text, "2");
  }

  private boolean isWord(String text, String key) {
    return Draft.shortText(text)
        && text.codePoints().anyMatch(Character::isLetter)
        && choices.read(text, choices.yesOrNo(), false).equals(List.of(key));
  }

  private static boolean answering(Flow flow, FlowState state) {
    var kind = flow.question(state.at()).map(Question::kind);
    return kind.equals(Optional.of(Question.Kind.OPEN)) && !state.parts().isEmpty();
  }
}
