package org.folkmoot.statement;

import java.util.Locale;
import java.util.Optional;

/// An answer to a statement, with the number that the API and Polis files have for it.
public enum Vote {
  AGREE(1),
  PASS(0),
  DISAGREE(-1);

  private final int value;

  Vote(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }

  /// Its name in forms and marks: `agree`, `pass`, `disagree`.
  public String mark() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String wordKey() {
    return "statement.vote." + mark();
  }

  public static Optional<Vote> ofMark(String mark) {
    for (Vote vote : values()) {
      if (vote.mark().equals(mark)) {
        return Optional.of(vote);
      }
    }
    return Optional.empty();
  }

  /// @throws IllegalArgumentException unless it is 1, 0 or -1
  public static Vote of(int value) {
    for (Vote vote : values()) {
      if (vote.value == value) {
        return vote;
      }
    }
    throw new IllegalArgumentException("a vote is 1, 0 or -1");
  }
}
