package org.folkmoot.texting;

import java.time.Instant;

/// A picture that came with a text, on its way to the contribution the text becomes.
///
/// @param id the text it came with, and its place in it
/// @param where the gateway's name for it; nobody follows it but the gateway's own reader
/// @param phone reference of the telephone
/// @param conversation whose words it waits with
/// @param contribution what it belongs to; empty while its words wait
/// @param contact where the number is kept while somebody may have to be told; empty for nobody
/// @param media the file here; empty while it was not fetched
/// @param why what was wrong the last time; empty if nothing was
/// @param tries how often it was tried in vain
/// @param due when it is gone on with
record Picture(
    String id,
    String where,
    String phone,
    String conversation,
    String consultation,
    String contribution,
    String language,
    String contact,
    State state,
    String media,
    String why,
    int tries,
    Instant due,
    Instant at) {

  enum State {
    /// At the gateway.
    THERE,
    /// Here too, and with no contribution yet.
    FETCHED,
    /// With its contribution, and still at the gateway.
    ADDED,
    /// It could not be had or is no picture, and its sender is to be told; still at the gateway.
    REFUSED,
    /// Nobody's any more; still at the gateway, and perhaps here.
    DROPPED,
    /// Gone at the gateway.
    DONE
  }

  /// Whether its words still wait, and it with them.
  boolean waits() {
    return contribution.isEmpty() && (state == State.THERE || state == State.FETCHED);
  }

  Picture to(State next, Instant now) {
    return with(next, media, "", 0, now);
  }

  Picture fetched(String file, Instant now) {
    return with(State.FETCHED, file, "", 0, now);
  }

  Picture refused(String reason, Instant now) {
    return with(State.REFUSED, "", reason, 0, now);
  }

  Picture failed(String reason, Instant next) {
    return with(state, media, reason, tries + 1, next);
  }

  Picture looksAgain(Instant next) {
    return with(state, media, why, tries, next);
  }

  /// Nothing is to be done for it any more: only that it came is kept.
  Picture done(Instant now) {
    return new Picture(
        id,
        "",
        phone,
        "",
        consultation,
        contribution,
        language,
        "",
        State.DONE,
        media,
        why,
        0,
        now,
        at);
  }

  Picture of(String voice, Instant now) {
    return new Picture(
        id,
        where,
        phone,
        conversation,
        consultation,
        voice,
        language,
        contact,
        state,
        media,
        why,
        0,
        now,
        at);
  }

  private Picture with(State next, String file, String reason, int failures, Instant when) {
    return new Picture(
        id,
        where,
        phone,
        conversation,
        consultation,
        contribution,
        language,
        contact,
        next,
        file,
        reason,
        failures,
        when,
        at);
  }

  @Override
  public String toString() {
    return "Picture[" + state + "]";
  }
}
