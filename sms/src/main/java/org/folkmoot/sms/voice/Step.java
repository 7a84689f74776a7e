package org.folkmoot.sms.voice;

/// Where a call can stand.
public enum Step {
  LANGUAGE,
  MENU,
  /// At the first question of the script that has no answer yet.
  QUESTION,
  /// Asked whether to speak.
  STORY,
  /// Being recorded.
  SPEAKING,
  UNDER18,
  USE,
  SHOW,
  /// The code has been told.
  TOLD,
  /// Asked for the digits of an earlier call.
  CODE,
  /// What became of it has been told.
  BECAME,
  TAKE_BACK,
  /// Asked on which number to be called back.
  CALL_BACK,
  CALL_BACK_NUMBER,
  ENDED
}
