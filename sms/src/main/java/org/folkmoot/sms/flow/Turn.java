package org.folkmoot.sms.flow;

import static org.folkmoot.sms.flow.FlowState.AWAIT_CONSENT;
import static org.folkmoot.sms.flow.FlowState.DONE;
import static org.folkmoot.sms.flow.FlowState.EXPIRED;
import static org.folkmoot.sms.flow.FlowState.NEW;
import static org.folkmoot.sms.flow.FlowState.PAUSED;
import static org.folkmoot.sms.flow.FlowState.STOPPED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.sms.words.Keywords;
import org.folkmoot.sms.words.ReservedWord;
import org.folkmoot.sms.words.ReservedWords.Command;
import org.jspecify.annotations.Nullable;

/// What one text, or one silence, means where a conversation stands. Made for one call and used by
/// one thread.
final class Turn extends Asking {
  Turn(FlowEngine engine, Flow flow, FlowState state, Instant now) {
    super(engine, flow, state, now);
  }

  void hear(String text) {
    if (heardAt != null && now.isAfter(heardAt.plus(FlowEngine.SILENT))) {
      startOver();
    }
    // Texts may be told of out of order; silence counts from the latest.
    heardAt = heardAt == null || now.isAfter(heardAt) ? now : heardAt;
    if (text.isBlank()) {
      return;
    }
    var command = engine.reserved.read(text);
    if (forgetting(text, command)) {
      return;
    }
    if (command.isPresent() && always(command.get())) {
      return;
    }
    // In the middle of a story the same words may belong to it.
    if (parts.isEmpty() && engine.reserved.isWrongNumber(text)) {
      wrongNumber();
      return;
    }
    if (parts.isEmpty() && engine.reserved.wantsBack(text)) {
      say(FlowText.FORGET_HOW);
      return;
    }
    var word = command.map(Command::word).orElse(null);
    switch (at) {
      case NEW, EXPIRED -> fresh(text, word);
      case AWAIT_CONSENT -> consent(text, word);
      case DONE -> afterwards(text, word);
      case PAUSED -> paused(text, word);
      case STOPPED -> stopped(text, word);
      default -> question(text, word);
    }
  }

  /// Everything is forgotten only for somebody who was asked whether that is meant and says so.
  private boolean forgetting(String text, Optional<Command> command) {
    boolean asked = engine.asksToForget(state, now);
    if (engine.reserved.isForgetYes(text)) {
      if (asked) {
        effects.add(new Effect.Forget(""));
        forget();
        at = at.equals(STOPPED) ? STOPPED : NEW;
      } else {
        askToForget();
      }
      return true;
    }
    if (asked && engine.isYes(text)) {
      askToForget();
      return true;
    }
    if (asked && engine.isNo(text)) {
      forgetAskedAt = null;
      aside = true;
      say(FlowText.FORGET_NOT);
      return true;
    }
    // Whoever goes on has not meant it.
    if (command.map(Command::word).filter(Turn::isAside).isEmpty()) {
      forgetAskedAt = null;
    }
    return false;
  }

  private void askToForget() {
    forgetAskedAt = now;
    effects.add(new Effect.ForgetAsked());
    say(FlowText.FORGET_ASK);
  }

  /// Words beside the questions: what is open stays open.
  private static boolean isAside(ReservedWord word) {
    return switch (word) {
      case STOP, FORGET, RESULT, PRIVATE, CHANGE, HELP -> true;
      case START, SKIP, DONE, GO -> false;
    };
  }

  /// The words that are heard in every state.
  private boolean always(Command command) {
    aside = isAside(command.word());
    return switch (command.word()) {
      case STOP -> {
        effects.add(new Effect.StopAll());
        if (!at.equals(STOPPED)) {
          resumeAt = at.equals(PAUSED) ? resumeAt : at;
          at = STOPPED;
          say(FlowText.STOPPED);
        }
        yield true;
      }
      case FORGET -> {
        if (command.argument().isEmpty()) {
          aside = false;
          askToForget();
        } else {
          effects.add(new Effect.Forget(command.argument()));
        }
        yield true;
      }
      case RESULT -> {
        effects.add(new Effect.Result(command.argument()));
        yield true;
      }
      case PRIVATE -> {
        effects.add(new Effect.AllowLess(command.argument()));
        yield true;
      }
      case CHANGE -> {
        effects.add(new Effect.Change(command.argument(), command.rest()));
        yield true;
      }
      case HELP -> {
        effects.add(new Effect.HelpAsked());
        say(FlowText.HELP);
        say(FlowText.FREE);
        yield true;
      }
      case START, SKIP, DONE, GO -> false;
    };
  }

  private void fresh(String text, @Nullable ReservedWord word) {
    var keyword = keyword(text);
    if (keyword.isPresent()) {
      hello(keyword.get().rest());
    } else if (word != null || isPuzzled(text) || !LETTERS.matcher(text).find()) {
      say(FlowText.UNKNOWN);
    } else {
      free(text);
    }
  }

  /// A sentence outside any question. Without GO, given now or once before, nobody reads it.
  private void free(String text) {
    if (consentedAt == null) {
      hello(text);
    } else {
      unsolicited(text, FlowText.UNSOLICITED);
    }
  }

  /// It was meant for somebody else, or the number was somebody else's: no more texts to it.
  private void wrongNumber() {
    if (!at.equals(STOPPED)) {
      effects.add(new Effect.StopAll());
      resumeAt = flow.question(at).isPresent() ? at : NEW;
      at = STOPPED;
      say(FlowText.WRONG_NUMBER);
    }
    if (!waiting.isEmpty()) {
      waiting = "";
      effects.add(new Effect.DropKeywordText());
    }
  }

  private void consent(String text, @Nullable ReservedWord word) {
    var chosen = languageChosen(text);
    var keyword = keyword(text);
    if (word == ReservedWord.GO || word == ReservedWord.START) {
      begin();
    } else if (isPuzzled(text)) {
      say(FlowText.PUZZLED_CONSENT);
    } else if (chosen.isPresent()) {
      language = chosen.get();
      greet("");
    } else if (engine.choices.read(text, engine.choices.yesOrNo(), false).equals(List.of("2"))
        && shortText(text)) {
      forget();
      at = NEW;
      effects.add(new Effect.DropKeywordText());
      say(FlowText.DECLINED);
    } else if (word != null
        || keyword.filter(k -> k.rest().isEmpty()).isPresent()
        || !LETTERS.matcher(text).find()) {
      if (misses++ < FlowEngine.MAX_HINTS) {
        say(FlowText.CONSENT);
      }
    } else {
      keep(keyword.map(Keywords.Match::rest).orElse(text));
      if (misses++ < FlowEngine.MAX_HINTS) {
        say(FlowText.KEPT);
      }
    }
  }

  /// GO: what waited becomes the first open answer.
  private void begin() {
    consentedAt = now;
    if (!waiting.isEmpty()) {
      var open =
          flow.questions().stream()
              .filter(q -> q.kind() == Question.Kind.OPEN)
              .map(Question::id)
              .findFirst();
      answers.add(new Answer(open.orElse(Answer.SAID), List.of(), waiting, now));
      waiting = "";
    }
    next();
  }

  private void question(String text, @Nullable ReservedWord word) {
    var question = flow.question(at);
    if (question.isEmpty()) {
      // The flow was edited and this question is gone: what was answered is kept as own words.
      if (word == null) {
        addPart(text);
        answers.add(new Answer(at, List.of(), partsSaid(), now));
      }
      next();
      return;
    }
    var other = languageNamed(text);
    if (other.isPresent()) {
      language = other.get();
      ask(question.get());
      return;
    }
    // In the middle of a story the same words may belong to it.
    if (parts.isEmpty() && isPuzzled(text)) {
      explain(question.get());
      return;
    }
    switch (question.get().kind()) {
      case OPEN -> open(question.get(), text, word);
      case CHOICE -> choice(question.get(), question.get().choices(), text, word);
      case YES_NO -> choice(question.get(), engine.choices.yesOrNo(), text, word);
      case NUMBER -> number(question.get(), text, word);
      case PLACE -> place(question.get(), text, word);
    }
  }

  private void afterwards(String text, @Nullable ReservedWord word) {
    if (isPuzzled(text)) {
      say(FlowText.HELP);
      return;
    }
    if (word != null || engine.reserved.isThanks(text) || !LETTERS.matcher(text).find()) {
      return;
    }
    var keyword = keyword(text);
    if (keyword.filter(k -> k.rest().isEmpty()).isPresent()) {
      say(FlowText.AGAIN);
    } else {
      free(keyword.map(Keywords.Match::rest).orElse(text));
    }
  }

  private void paused(String text, @Nullable ReservedWord word) {
    if (word == ReservedWord.GO || word == ReservedWord.START) {
      resume();
    } else if (consentedAt == null) {
      waitForGo(text);
      say(FlowText.PAUSED);
    } else {
      unsolicited(text, FlowText.PAUSED);
    }
  }

  /// After STOP nothing is sent but the answer to START; words are kept all the same.
  private void stopped(String text, @Nullable ReservedWord word) {
    var begins = keyword(text).isPresent() && flow.question(resumeAt).isEmpty();
    if (word == ReservedWord.START || isBareKeyword(text)) {
      effects.add(new Effect.Restart());
      resume();
    } else if (begins) {
      effects.add(new Effect.Restart());
      resumeAt = "";
      at = NEW;
      fresh(text, word);
    } else if (word == null && LETTERS.matcher(text).find()) {
      var words = keyword(text).map(Keywords.Match::rest).orElse(text).strip();
      if (consentedAt == null) {
        waitForGo(words);
      } else {
        effects.add(new Effect.Unsolicited(words));
      }
    }
  }

  private boolean isPuzzled(String text) {
    return engine.reserved.isPuzzled(text);
  }

  private void resume() {
    at = resumeAt.isEmpty() ? NEW : resumeAt;
    resumeAt = "";
    if (!waiting.isEmpty() && flow.question(at).isEmpty()) {
      at = AWAIT_CONSENT;
    }
    var question = flow.question(at);
    if (question.isPresent()) {
      ask(question.get());
    } else {
      say(at.equals(AWAIT_CONSENT) ? FlowText.CONSENT : FlowText.REJOINED);
      if (!waiting.isEmpty()) {
        say(FlowText.KEPT);
      }
    }
  }

  void silence(boolean answering) {
    if (answering) {
      flow.question(at).ifPresent(question -> answer(question, List.of(), partsSaid()));
      return;
    }
    var question = flow.question(at.equals(STOPPED) || at.equals(PAUSED) ? resumeAt : at);
    var said = partsSaid();
    if (question.isPresent() && !said.isEmpty()) {
      answers.add(new Answer(question.get().id(), List.of(), said, now));
    }
    if (!waiting.isEmpty()) {
      effects.add(new Effect.DropKeywordText());
    }
    var given = given();
    if (!given.isEmpty()) {
      effects.add(new Effect.LeftUnfinished(given, Wishes.of(answers)));
    }
    clear();
    at = at.equals(STOPPED) ? STOPPED : EXPIRED;
  }
}
