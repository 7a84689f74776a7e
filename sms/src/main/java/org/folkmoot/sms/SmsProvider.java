package org.folkmoot.sms;

import java.time.Instant;
import java.util.Optional;

/// A gateway to telephones. Safe for use by many threads; [#send] blocks until the gateway has
/// answered and is meant for a virtual thread.
public interface SmsProvider {

  /// Short stable name, part of the key under which texts are kept: `twilio`, `simulator`,
  /// `gateway`.
  String name();

  /// True for a gateway that fetches what is to be sent; [#send] is never called then.
  default boolean fetches() {
    return false;
  }

  /// Where the files are that came with texts; empty for a gateway that carries none.
  default Optional<MessageMedia> media() {
    return Optional.empty();
  }

  /// Hands one text to the gateway. Never throws for anything the gateway or the line does.
  SendOutcome send(OutboundMessage message);

  /// Checks the signature of a call to the inbound webhook and reads it.
  Received inbound(Webhook call, Instant now);

  /// Checks the signature of a call to the delivery webhook and reads it.
  Received delivery(Webhook call, Instant now);
}
