package org.folkmoot.texting;

import org.folkmoot.sms.flow.Answer;
import org.folkmoot.sms.flow.Effect;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.sms.flow.Step;

/// What one text, or one silence, became; never its words.
///
/// @param question the question it answered or did not; empty for none
/// @param contribution what it brought into the record; empty for nothing
record Became(What what, String question, String contribution) {

  enum What {
    /// Asked to take part.
    BEGAN,
    WAITS_FOR_GO,
    AGREED,
    DECLINED,
    LANGUAGE,
    ANSWER,
    LEFT_OUT,
    NOT_UNDERSTOOD,
    /// In the record; which of a question's answers came before it is known by them.
    VOICE,
    /// Words that may mean danger, with the safeguarding lead.
    HELD,
    STOPPED,
    STARTED,
    /// Took everything back, or, with `TOOK_BACK`, one thing by its code.
    FORGOT,
    TOOK_BACK,
    /// Asked for everything to be erased, and has yet to say that it is meant.
    ASKED_FORGET,
    ASKED_RESULT,
    ALLOWED_LESS,
    CHANGED,
    ASKED_HELP,
    /// Written to a person.
    FOR_PERSON,
    /// The line hears nobody any more.
    CLOSED,
    /// Thanks, or nothing that changes anything.
    NOTHING
  }

  static final Became NOTHING = of(What.NOTHING);

  static Became of(What what) {
    return new Became(what, "", "");
  }

  static Became held(String contribution) {
    return new Became(What.HELD, "", contribution);
  }

  /// Whether there is something to tell of it.
  boolean isSomething() {
    return what != What.NOTHING;
  }

  /// @param contribution what the step's effects brought into the record; empty for nothing
  static Became of(FlowState before, Step step, String contribution) {
    FlowState after = step.state();
    if (!contribution.isEmpty()) {
      boolean asked = after.answers().isEmpty() && !before.at().equals(after.at());
      return new Became(What.VOICE, asked ? before.at() : "", contribution);
    }
    for (Effect effect : step.effects()) {
      Became became = of(effect);
      if (became.isSomething()) {
        return became;
      }
    }
    return byState(before, after);
  }

  private static Became of(Effect effect) {
    return switch (effect) {
      case Effect.StopAll _ -> of(What.STOPPED);
      case Effect.Restart _ -> of(What.STARTED);
      case Effect.Forget forget -> of(forget.code().isEmpty() ? What.FORGOT : What.TOOK_BACK);
      case Effect.ForgetAsked _ -> of(What.ASKED_FORGET);
      case Effect.Result _ -> of(What.ASKED_RESULT);
      case Effect.AllowLess _ -> of(What.ALLOWED_LESS);
      case Effect.Change _ -> of(What.CHANGED);
      case Effect.HelpAsked _ -> of(What.ASKED_HELP);
      case Effect.SaveKeywordText _ -> of(What.WAITS_FOR_GO);
      case Effect.DropKeywordText _ -> of(What.DECLINED);
      case Effect.PersonNeeded needed -> new Became(What.NOT_UNDERSTOOD, needed.question(), "");
      case Effect.Completed _, Effect.LeftUnfinished _, Effect.Unsolicited _ -> NOTHING;
    };
  }

  private static Became byState(FlowState before, FlowState after) {
    if (before.consentedAt() == null && after.consentedAt() != null) {
      return of(What.AGREED);
    }
    if (after.answers().size() > before.answers().size()) {
      Answer last = after.answers().getLast();
      return new Became(last.leftOut() ? What.LEFT_OUT : What.ANSWER, last.question(), "");
    }
    if (after.misses() > before.misses()) {
      boolean asked = !after.at().equals(FlowState.AWAIT_CONSENT);
      return new Became(What.NOT_UNDERSTOOD, asked ? after.at() : "", "");
    }
    if (after.parts().size() > before.parts().size()) {
      return new Became(What.ANSWER, after.at(), "");
    }
    if (!after.language().equals(before.language())) {
      return of(What.LANGUAGE);
    }
    boolean begins = after.at().equals(FlowState.AWAIT_CONSENT) && !before.at().equals(after.at());
    return begins ? of(What.BEGAN) : NOTHING;
  }
}
