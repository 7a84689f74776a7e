package org.folkmoot.calling;

import java.time.Instant;

/// What a caller said, on its way to its contribution.
///
/// @param id as the company names it
/// @param media the file here; empty while it was not fetched
/// @param why what was wrong the last time; empty if nothing was
/// @param tries how often it was tried in vain
/// @param due when it is tried next
record Recording(
    String id,
    String call,
    String consultation,
    String contribution,
    int seconds,
    State state,
    String media,
    String why,
    int tries,
    Instant due,
    Instant at) {

  enum State {
    /// At the company that carries calls.
    THERE,
    /// Here too, and with no contribution yet.
    FETCHED,
    /// With its contribution, and still at the company.
    ADDED,
    /// Gone at the company.
    DONE,
    /// It could not be had, or was no sound.
    LOST
  }

  Recording to(State next) {
    return new Recording(
        id, call, consultation, contribution, seconds, next, media, "", 0, due, at);
  }

  Recording fetched(String file) {
    return new Recording(
        id, call, consultation, contribution, seconds, State.FETCHED, file, "", 0, due, at);
  }

  Recording lost(String reason) {
    return new Recording(
        id, call, consultation, contribution, seconds, State.LOST, media, reason, tries, due, at);
  }

  Recording failed(String reason, Instant next) {
    return new Recording(
        id, call, consultation, contribution, seconds, state, media, reason, tries + 1, next, at);
  }
}
