package org.folkmoot.sms.flow;

import java.util.Locale;

/// The texts that every flow can say; their words are in `texts_*.properties`.
public enum FlowText {
  CONSENT,
  /// The same to somebody whose words wait for GO already.
  CONSENT_KEPT,
  /// The offer of a language, written in it, for those who speak no other.
  LANGUAGE,
  /// The offer of several languages at once; takes `languages`.
  LANGUAGES,
  LIVE,
  /// After HELP: what it costs and what costs nothing.
  FREE,
  /// Beside CONSENT: how many closing questions there may be; takes `count`.
  CLOSING,
  /// Beside CONSENT_KEPT: what happens to the words without GO.
  UNREAD,
  KEPT,
  DECLINED,
  MORE,
  /// Answers "what do you mean?" before GO.
  PUZZLED_CONSENT,
  /// Answers "what do you mean?" at a question, which follows in other words.
  PUZZLED,
  INVALID,
  INVALID_PLACE,
  /// Takes `from` and `to`.
  INVALID_NUMBER,
  MOVED_ON,
  OR,
  HELP,
  STOPPED,
  REJOINED,
  THANKS,
  /// More words from somebody who has said GO before.
  UNSOLICITED,
  WRONG_NUMBER,
  AGAIN,
  UNKNOWN,
  PAUSED,
  /// Nobody has answered in time.
  NOBODY,
  /// Answers a text that the safeguarding words held back.
  SAFETY,
  /// Takes `said` and `did`.
  RESULT,
  NO_RESULT,
  /// Answers RESULT about what is not shown; takes `why` and `code`.
  NOT_SHOWN,
  /// Answers FORGET alone: whether all is meant; `FORGET_NOT` answers NO to it.
  FORGET_ASK,
  FORGET_NOT,
  /// Answers FORGET YES, and `FORGOTTEN_ONE` FORGET with a code.
  FORGOTTEN,
  FORGOTTEN_ONE,
  NOT_FORGOTTEN,
  /// Answers "I want to take back what I said": how that is done.
  FORGET_HOW,
  /// Answers PRIVATE alone, and `COUNTED_ONE` PRIVATE with a code: what holds from now on.
  COUNTED_ONLY,
  COUNTED_ONE,
  /// Answers CHANGE with nothing behind its code, with new words, and about what is gone or held.
  CHANGE_HOW,
  CHANGED,
  NOT_CHANGED,
  /// Stands for a picture that came without words.
  PICTURE,
  /// A picture could not be taken; the words that came with it stand.
  PICTURE_REFUSED,
  LANGUAGE_NAME,
  /// The same in letters that every telephone has and that make no text cost more.
  LANGUAGE_PLAIN,
  QUESTIONS_ONE,
  QUESTIONS_SEVERAL;

  /// The key in the properties files: `NO_RESULT` is `no.result`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }
}
