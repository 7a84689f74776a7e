package org.folkmoot.texting;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.sms.flow.Effect;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.sms.flow.Step;
import org.folkmoot.sms.words.ReservedWord;
import org.folkmoot.sms.words.ReservedWords;
import org.folkmoot.texting.Phone.Conversation;
import org.folkmoot.texting.Phone.Waiting;
import org.folkmoot.texting.Phone.Why;
import org.folkmoot.texting.Switchboard.Connected;
import org.jspecify.annotations.Nullable;

/// When a conversation waits for a person: somebody asks for one, a question was not understood
/// again and again, or what came after the end asks something. It waits for 14 days from the last
/// text at most; after that nothing is kept with which it could be answered. Immutable.
final class HandingOver {

  /// What is no more than this answers a person rather than the question of the consultation.
  private static final int FEW_WORDS = 3;

  /// Where a person writes with somebody, "yes" and "ok" are for that person.
  private static final Pattern GO =
      Pattern.compile("\\P{L}*(go|গো)\\P{L}*", Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKS = Pattern.compile(".*[?\\u061f]\\s*", Pattern.DOTALL);

  private final FlowEngine engine;
  private final ReservedWords reserved;

  HandingOver(FlowEngine engine, ReservedWords reserved) {
    this.engine = engine;
    this.reserved = reserved;
  }

  static HandingOver usual() {
    return new HandingOver(new FlowEngine(), new ReservedWords());
  }

  /// Whether these words are for a person rather than for the questions.
  boolean isForPerson(Flow flow, Phone phone, FlowState state, String words) {
    if (phone.isStopped() || words.isBlank()) {
      return false;
    }
    Optional<ReservedWord> word = reserved.read(words).map(ReservedWords.Command::word);
    if (state.at().equals(FlowState.PAUSED)) {
      return word.isEmpty() || isOnlyOfQuestions(word.get(), words);
    }
    return word.isEmpty() && !isTelling(flow, state) && reserved.asksForPerson(words);
  }

  /// Whether words to a person are something for the record too: more than a few, from somebody who
  /// has said GO. Nothing that may be kept as it was allowed is lost in between.
  boolean isMore(FlowState state, String words) {
    return state.at().equals(FlowState.PAUSED)
        && state.consentedAt() != null
        && reserved.read(words).isEmpty()
        && words.strip().split("\\s+", -1).length > FEW_WORDS;
  }

  /// In the middle of a story the same words may belong to it.
  private static boolean isTelling(Flow flow, FlowState state) {
    return !state.parts().isEmpty()
        && flow.question(state.at()).filter(q -> q.kind() == Question.Kind.OPEN).isPresent();
  }

  private static boolean isOnlyOfQuestions(ReservedWord word, String words) {
    return switch (word) {
      case GO -> !GO.matcher(words).matches();
      case SKIP, DONE -> true;
      case STOP, START, HELP, FORGET, RESULT, PRIVATE, CHANGE -> false;
    };
  }

  /// Why a person is to see what has just been heard by the questions; empty if none need.
  Optional<Why> waits(FlowState before, Step step, String words) {
    boolean more = step.effects().stream().anyMatch(Effect.Unsolicited.class::isInstance);
    return switch (before.at()) {
      case FlowState.PAUSED -> more ? Optional.of(Why.ASKED) : Optional.empty();
      case FlowState.DONE ->
          reserved.isPuzzled(words) || (more && ASKS.matcher(words).matches())
              ? Optional.of(Why.AFTER_THE_END)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// The same, waiting since then unless it waits already.
  Phone waiting(Connected line, Phone phone, Why why, Instant now) {
    Conversation c = phone.conversation(line.slug()).orElseThrow();
    Instant since = c.personNeeded() == null ? now : c.personNeeded();
    return phone.with(
        line.slug(),
        new Conversation(
            c.number(),
            c.state(),
            due(line.flow(), c.state(), since).orElse(null),
            new Waiting(since, why)));
  }

  /// The questions wait, as of a text heard now.
  FlowState paused(FlowState state, @Nullable Instant heardAt) {
    return engine.pause(state).heardAt(heardAt);
  }

  /// A person is through with it. What had ended before has ended again; at a question it goes on
  /// waiting for GO.
  FlowState closed(Flow flow, FlowState s) {
    boolean asked =
        flow.question(s.resumeAt()).isPresent() || s.resumeAt().equals(FlowState.AWAIT_CONSENT);
    if (!s.at().equals(FlowState.PAUSED) || asked) {
      return s;
    }
    return s.at(s.resumeAt().isEmpty() ? FlowState.NEW : s.resumeAt(), "");
  }

  /// When silence changes a conversation next.
  Optional<Instant> due(Flow flow, FlowState state, @Nullable Instant personNeeded) {
    Optional<Instant> due = engine.due(flow, state);
    Instant heardAt = state.heardAt();
    if (personNeeded == null || heardAt == null) {
      return due;
    }
    Instant tooLate = heardAt.plus(FlowEngine.WAITING);
    return state.at().equals(FlowState.PAUSED) || due.isEmpty() ? Optional.of(tooLate) : due;
  }

  /// Whether nobody has answered for so long that nobody can any more.
  boolean isTooLate(Conversation c, Instant now) {
    Instant heardAt = c.state().heardAt();
    return c.personNeeded() != null
        && (heardAt == null || !now.isBefore(heardAt.plus(FlowEngine.WAITING)));
  }
}
