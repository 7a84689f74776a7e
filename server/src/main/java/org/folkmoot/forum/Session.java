package org.folkmoot.forum;

import java.time.Instant;
import java.util.Locale;

/// One live session of a consultation.
///
/// @param id its name in addresses and of its event log; never changes
/// @param question what is talked about
/// @param agenda the line that says where the session is; may be empty
/// @param joinCode lets a phone in without a cookie; may stand in an address
/// @param replays id of a session that is over and is played back here until somebody joins; empty
///   for none
public record Session(
    String id,
    String consultation,
    String title,
    String question,
    State state,
    Instant startsAt,
    String agenda,
    String joinCode,
    String replays) {

  public enum State {
    PLANNED,
    OPEN,
    PAUSED,
    CLOSED,
    ARCHIVED;

    /// As the API and the socket name it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// True once it is over: only what was allowed on the website stays to be read.
    public boolean isOver() {
      return this == CLOSED || this == ARCHIVED;
    }

    /// Where it can go from here.
    public boolean canBecome(State next) {
      return switch (this) {
        case PLANNED -> next == OPEN;
        case OPEN -> next == PAUSED || next == CLOSED;
        case PAUSED -> next == OPEN || next == CLOSED;
        case CLOSED -> next == OPEN || next == ARCHIVED;
        case ARCHIVED -> false;
      };
    }
  }
}
