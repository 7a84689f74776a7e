package org.folkmoot.forum;

import java.util.List;
import java.util.Locale;

/// A question put to everybody in a session, with one answer each; nobody sees who chose what.
public record Poll(String id, String session, String question, List<Option> options, State state) {

  public Poll {
    options = List.copyOf(options);
  }

  public record Option(String id, String text) {}

  public enum State {
    DRAFT,
    OPEN,
    CLOSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean has(String option) {
    return options.stream().anyMatch(o -> o.id().equals(option));
  }

  /// Heading of this poll's marks on a participant's slip.
  String heading() {
    return "poll:" + id;
  }
}
