package org.folkmoot.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One text as a gateway delivered it.
///
/// @param provider the gateway's [SmsProvider#name()]
/// @param messageId the gateway's id of this text; with `provider` it names the text for ever, and
///   a second delivery carries the same one
/// @param from who wrote
/// @param to the number or short code they wrote to, as the gateway names it
/// @param body the words, as typed
/// @param numMedia how many files came with it
/// @param optOut set when the gateway itself already understood, and answered, a STOP, START or
///   HELP: then we do what it says and stay silent
/// @param receivedAt when it reached us
public record InboundMessage(
    String provider,
    String messageId,
    PhoneNumber from,
    String to,
    String body,
    int numMedia,
    @Nullable OptOutType optOut,
    Instant receivedAt) {

  /// What a gateway with opt-out handling of its own understood.
  public enum OptOutType {
    STOP,
    START,
    HELP
  }

  /// Without the words and with the number masked, so that it may be logged.
  @Override
  public String toString() {
    return "InboundMessage[" + provider + " " + messageId + " from " + from + "]";
  }
}
