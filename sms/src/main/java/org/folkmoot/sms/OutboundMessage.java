package org.folkmoot.sms;

import org.jspecify.annotations.Nullable;

/// One text to send.
///
/// @param id our own id; the same message is sent under the same id when it is tried again
/// @param from the number, short code or sender to send as; null: the gateway's configured one
/// @param body the words; at most 1,600 characters, the limit of the large gateways
public record OutboundMessage(String id, PhoneNumber to, @Nullable String from, String body) {
  public static final int MAX_CHARACTERS = 1_600;

  public OutboundMessage {
    if (body.isBlank() || body.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException("a text has 1 to " + MAX_CHARACTERS + " characters");
    }
  }

  /// Without the words and with the number masked, so that it may be logged.
  @Override
  public String toString() {
    return "OutboundMessage[" + id + " to " + to + "]";
  }
}
