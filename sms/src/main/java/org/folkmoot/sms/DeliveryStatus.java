package org.folkmoot.sms;

import java.time.Instant;

/// News about a text we sent. Reports can arrive late and out of order; see [State#mayBecome].
///
/// @param providerId the id the gateway gave when it accepted the text
/// @param code the gateway's own reason code, empty if none; for staff
public record DeliveryStatus(
    String provider, String providerId, State state, Failure failure, String code, Instant at) {

  /// How far a text has come.
  public enum State {
    QUEUED(0),
    SENDING(1),
    SENT(2),
    DELIVERED(3),
    UNDELIVERED(3),
    FAILED(3);

    private final int stage;

    State(int stage) {
      this.stage = stage;
    }

    /// Whether a report may move a text from this state to `next`: only forward, and an end is an
    /// end.
    public boolean mayBecome(State next) {
      return next.stage > stage;
    }
  }

  /// What to do about a text that did not arrive.
  public enum Failure {
    NONE,
    /// One more try later can help (phone off, unknown reason).
    SOFT,
    /// This number will not take texts: end the conversation with it.
    HARD,
    /// The person opted out at the gateway.
    OPTED_OUT
  }
}
