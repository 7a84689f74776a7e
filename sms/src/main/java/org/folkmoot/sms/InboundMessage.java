package org.folkmoot.sms;

import java.time.Instant;
import java.util.List;
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
/// @param media those files as the gateway names them, for its [MessageMedia]
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
    List<String> media,
    @Nullable OptOutType optOut,
    Instant receivedAt) {

  public InboundMessage {
    media = List.copyOf(media);
  }

  /// A text that no file came with, or none that can be had.
  public InboundMessage(
      String provider,
      String messageId,
      PhoneNumber from,
      String to,
      String body,
      int numMedia,
      @Nullable OptOutType optOut,
      Instant receivedAt) {
    this(provider, messageId, from, to, body, numMedia, List.of(), optOut, receivedAt);
  }

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
