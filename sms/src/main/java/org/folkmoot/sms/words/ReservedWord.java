package org.folkmoot.sms.words;

/// What a word that is understood before anything else asks for.
public enum ReservedWord {
  /// No more texts, from any of our numbers.
  STOP,
  /// Erase what I said: all from this telephone, or the one behind a code.
  FORGET,
  /// What was decided.
  RESULT,
  /// Count what I said and show it to nobody: all from this telephone, or the one behind a code.
  PRIVATE,
  /// Other words in place of those behind a code.
  CHANGE,
  HELP,
  /// Texts again, after STOP.
  START,
  /// Leave this question out.
  SKIP,
  /// My answer of several texts is complete.
  DONE,
  /// Yes, begin.
  GO
}
