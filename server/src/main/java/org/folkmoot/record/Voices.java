package org.folkmoot.record;

/// Whose voices a contribution carries; stops a table's note from being counted as a person.
public sealed interface Voices {

  record One() implements Voices {}

  record Group(int people) implements Voices {
    public Group {
      if (people < 2) {
        throw new IllegalArgumentException("a group has two people or more");
      }
    }
  }

  record GroupOfUnknownSize() implements Voices {}

  /// Marks only: dots, votes, ticks. They are counted as marks and never as people.
  record Tally(int marks) implements Voices {
    public Tally {
      if (marks < 0) {
        throw new IllegalArgumentException("marks are counted from 0");
      }
    }
  }
}
