package org.folkmoot.texting;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.SendOutcome;
import org.folkmoot.sms.SmsProvider;
import org.folkmoot.sms.words.Segments;

/// Hands texts to the gateway, each at most once. Knows no opt-out: whoever calls has looked.
/// Thread-safe.
final class Outgoing {

  private static final System.Logger LOG = System.getLogger("texting");

  private final TextingRepository repository;
  private final SmsProvider provider;
  private final InstantSource time;

  Outgoing(TextingRepository repository, SmsProvider provider, InstantSource time) {
    this.repository = repository;
    this.provider = provider;
    this.time = time;
  }

  /// Sends a text. The same id again sends nothing.
  SendOutcome send(String id, String phone, PhoneNumber to, String text) {
    String body = plain(text);
    if (body.isBlank() || body.length() > OutboundMessage.MAX_CHARACTERS) {
      return new SendOutcome.Refused(SendOutcome.Reason.BAD_MESSAGE, "length");
    }
    if (!repository.beginSending(id, phone, time.instant())) {
      return repository
          .gatewayId(id)
          .<SendOutcome>map(SendOutcome.Accepted::new)
          .orElseGet(() -> new SendOutcome.Failed("tried before"));
    }
    SendOutcome outcome = provider.send(new OutboundMessage(id, to, null, body));
    switch (outcome) {
      case SendOutcome.Accepted accepted -> repository.ended(id, accepted.providerId(), "ACCEPTED");
      case SendOutcome.Refused refused -> {
        repository.ended(id, "", refused.reason().name());
        LOG.log(Level.INFO, "event=text.refused reason=" + refused.reason());
      }
      case SendOutcome.Unsure unsure -> {
        repository.ended(id, "", "UNSURE");
        LOG.log(Level.WARNING, "event=text.unsure code=" + unsure.code());
      }
      case SendOutcome.Failed failed -> {
        repository.ended(id, "", "FAILED");
        LOG.log(Level.WARNING, "event=text.failed code=" + failed.code());
      }
    }
    return outcome;
  }

  /// Typography that would make a text cost two parts or three is written plainly.
  static String plain(String text) {
    return Segments.swapTypography(text).strip();
  }
}
