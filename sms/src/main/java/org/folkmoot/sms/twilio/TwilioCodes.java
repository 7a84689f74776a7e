package org.folkmoot.sms.twilio;

import java.util.Map;
import java.util.Optional;
import org.folkmoot.sms.DeliveryStatus.Failure;
import org.folkmoot.sms.DeliveryStatus.State;
import org.folkmoot.sms.SendOutcome;
import org.folkmoot.sms.SendOutcome.Failed;
import org.folkmoot.sms.SendOutcome.Reason;
import org.folkmoot.sms.SendOutcome.Refused;

/// Twilio's message states and error codes in our words. Source: Twilio's Message resource and
/// error dictionary.
final class TwilioCodes {

  private static final Map<String, State> STATES =
      Map.ofEntries(
          Map.entry("accepted", State.QUEUED),
          Map.entry("scheduled", State.QUEUED),
          Map.entry("queued", State.QUEUED),
          Map.entry("sending", State.SENDING),
          Map.entry("sent", State.SENT),
          Map.entry("delivered", State.DELIVERED),
          Map.entry("read", State.DELIVERED),
          Map.entry("undelivered", State.UNDELIVERED),
          Map.entry("failed", State.FAILED),
          Map.entry("canceled", State.FAILED));

  private static final Map<Integer, Reason> REFUSALS =
      Map.ofEntries(
          Map.entry(21610, Reason.OPTED_OUT),
          Map.entry(21211, Reason.BAD_NUMBER), // not a valid number
          Map.entry(21217, Reason.BAD_NUMBER),
          Map.entry(21614, Reason.BAD_NUMBER), // cannot take texts
          Map.entry(21612, Reason.BAD_NUMBER), // no route from our number to it
          Map.entry(21408, Reason.COUNTRY_NOT_ALLOWED),
          Map.entry(21602, Reason.BAD_MESSAGE), // empty
          Map.entry(21605, Reason.BAD_MESSAGE),
          Map.entry(21617, Reason.BAD_MESSAGE)); // longer than 1,600

  private static final Map<String, Failure> FAILURES =
      Map.of(
          "30003", Failure.SOFT, // unreachable: switched off, out of range
          "30004", Failure.HARD, // blocked by the network
          "30005", Failure.HARD, // unknown destination
          "30006", Failure.HARD, // landline or unreachable carrier
          "30007", Failure.HARD, // filtered
          "30008", Failure.SOFT, // unknown reason
          "21610", Failure.OPTED_OUT,
          "21211", Failure.HARD,
          "21614", Failure.HARD);

  private TwilioCodes() {}

  static Optional<State> state(String twilioStatus) {
    return Optional.ofNullable(STATES.get(twilioStatus));
  }

  static Failure failure(State state, String code) {
    return switch (state) {
      case QUEUED, SENDING, SENT, DELIVERED -> Failure.NONE;
      case UNDELIVERED, FAILED -> FAILURES.getOrDefault(code, Failure.SOFT);
    };
  }

  /// What an error answer to a send means. What is not in the table may pass: an account out of
  /// credit, a wrong token, too many requests, a fault of theirs are no fault of the number.
  static SendOutcome refusal(int code) {
    var reason = REFUSALS.get(code);
    return reason == null
        ? new Failed(String.valueOf(code))
        : new Refused(reason, String.valueOf(code));
  }
}
