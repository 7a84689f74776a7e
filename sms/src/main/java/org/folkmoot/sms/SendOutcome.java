package org.folkmoot.sms;

/// What a gateway said to a text we handed it.
public sealed interface SendOutcome {

  /// Taken; whether it arrives is told later by a [DeliveryStatus] with this id.
  record Accepted(String providerId) implements SendOutcome {}

  /// Never to be tried again.
  ///
  /// @param code the gateway's own code, for staff
  record Refused(Reason reason, String code) implements SendOutcome {}

  /// Not taken this time; may be tried again later.
  record Failed(String code) implements SendOutcome {}

  /// Whether it was taken is not known: the connection broke after it had been handed over. Never
  /// to be sent again, or somebody might get it twice.
  record Unsure(String code) implements SendOutcome {}

  /// Why a text can never be delivered as it is.
  enum Reason {
    /// The person said STOP to the gateway: an opt-out from all our numbers.
    OPTED_OUT,
    /// No such number, or one that cannot take texts.
    BAD_NUMBER,
    /// A country we may not send to.
    COUNTRY_NOT_ALLOWED,
    /// The text itself was not acceptable.
    BAD_MESSAGE
  }
}
