package org.folkmoot.sms.flow;

import java.util.List;

/// What the portal has to do because of a text. Do it, then keep the new state, then send the
/// replies. FORGET, RESULT, PRIVATE and CHANGE have no reply of the engine's: only the portal knows
/// what to answer, and puts what is open still behind it ([Step#withOpen]).
public sealed interface Effect {

  /// Words that came before GO: keep them aside, unread by anybody, until [Completed] or
  /// [LeftUnfinished] brings them as an answer or [DropKeywordText] ends them. They are in the
  /// state too.
  record SaveKeywordText(String text) implements Effect {}

  /// The person said no, or nothing for 14 days: erase what was kept before GO.
  record DropKeywordText() implements Effect {}

  /// All questions are through: one contribution. Its receipt goes into the replies.
  record Completed(List<Answer> answers, Wishes wishes) implements Effect {}

  /// The person began, consented and fell silent or stopped: one contribution with what there is.
  record LeftUnfinished(List<Answer> answers, Wishes wishes) implements Effect {}

  /// Words outside any question from somebody who has said GO before: one contribution, to be used
  /// as they allowed then. Its receipt goes into the replies.
  record Unsolicited(String text) implements Effect {}

  /// No more texts to this number from any of ours.
  record StopAll() implements Effect {}

  /// Texts to this number again.
  record Restart() implements Effect {}

  /// Everything is to be taken back; whether that is meant is asked first.
  record ForgetAsked() implements Effect {}

  /// Take back: the contribution behind the code, or, if it is empty, everything from this number
  /// that it had sent when that was asked.
  record Forget(String code) implements Effect {}

  /// Tell what was decided, for the contribution behind the code, or, if it is empty, at all.
  record Result(String code) implements Effect {}

  /// Read and count only what is behind the code, or, if it is empty, all from this number.
  record AllowLess(String code) implements Effect {}

  /// Put these words in the place of those behind the code, or, if they are empty, say how.
  record Change(String code, String words) implements Effect {}

  /// A question was not understood again and again: a person is to look at it.
  record PersonNeeded(String question) implements Effect {}

  record HelpAsked() implements Effect {}
}
