package org.folkmoot.texting;

/// What a text is for; decides when it may go and whether STOP ends it.
public enum Purpose {
  /// The answer to somebody who has just texted: at any time, also to a phone that said STOP.
  REPLY(false, false),
  /// What a person who works here answers to somebody who wrote within the day: at any time.
  ANSWER(false, true),
  /// The same to somebody who wrote longer ago.
  LATE_ANSWER(true, true),
  /// A code that the phone's owner has just asked for: at any time, in spite of STOP, and never
  /// tried again, since it is worth nothing later.
  CODE(false, false),
  /// What silence brings.
  REMINDER(true, true),
  /// What was decided, to those who asked to be told by text.
  DECISION(true, true),
  /// News of a consultation, to those who agreed.
  NEWS(true, true);

  private final boolean waitsForDay;
  private final boolean endsAtStop;

  Purpose(boolean waitsForDay, boolean endsAtStop) {
    this.waitsForDay = waitsForDay;
    this.endsAtStop = endsAtStop;
  }

  /// Whether it is held back at night and when the money is spent.
  boolean waitsForDay() {
    return waitsForDay;
  }

  boolean endsAtStop() {
    return endsAtStop;
  }

  /// Whether somebody must still agree at the moment it goes.
  boolean needsConsent() {
    return this == DECISION || this == NEWS;
  }
}
