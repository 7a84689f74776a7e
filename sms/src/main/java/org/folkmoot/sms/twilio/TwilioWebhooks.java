package org.folkmoot.sms.twilio;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.folkmoot.sms.DeliveryStatus;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.InboundMessage.OptOutType;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.Webhook;
import org.jspecify.annotations.Nullable;

/// Reads calls in Twilio's form: `MessageSid` (older: `SmsSid`, `SmsMessageSid`), `From`, `To`,
/// `Body`, `NumMedia`, `MediaUrl0` and so on, `OptOutType`; for deliveries `MessageStatus` (older:
/// `SmsStatus`) and `ErrorCode`. Fields may be added by Twilio at any time and are ignored.
///
/// @param provider the name under which what is read is kept
/// @param tokens tokens that may have signed a call
public record TwilioWebhooks(String provider, List<String> tokens) {

  /// https://www.twilio.com/docs/messaging/api/media-resource
  private static final int MOST_MEDIA = 10;

  public TwilioWebhooks {
    tokens = List.copyOf(tokens);
  }

  public Received inbound(Webhook call, Instant now) {
    if (!TwilioSignature.valid(call, tokens)) {
      return new Received.Forged();
    }
    var id = messageId(call);
    var from = PhoneNumber.parse(call.field("From"));
    if (id.isEmpty()) {
      return new Received.Ignored("no message id");
    }
    if (from.isEmpty()) {
      return new Received.Ignored("the sender is not a telephone number");
    }
    return new Received.Text(
        new InboundMessage(
            provider,
            id,
            from.get(),
            call.field("To"),
            call.field("Body"),
            count(call.field("NumMedia")),
            media(call),
            optOut(call.field("OptOutType")),
            now));
  }

  public Received delivery(Webhook call, Instant now) {
    if (!TwilioSignature.valid(call, tokens)) {
      return new Received.Forged();
    }
    var id = messageId(call);
    var status = call.field("MessageStatus");
    var state = TwilioCodes.state(status.isEmpty() ? call.field("SmsStatus") : status);
    if (id.isEmpty() || state.isEmpty()) {
      return new Received.Ignored("no message id, or a status we do not follow");
    }
    var code = call.field("ErrorCode");
    var failure = TwilioCodes.failure(state.get(), code);
    return new Received.Delivery(new DeliveryStatus(provider, id, state.get(), failure, code, now));
  }

  private static String messageId(Webhook call) {
    for (var name : List.of("MessageSid", "SmsMessageSid", "SmsSid")) {
      if (!call.field(name).isBlank()) {
        return call.field(name);
      }
    }
    return "";
  }

  /// What stands here is only an address; nobody follows it but a [TwilioMedia].
  private static List<String> media(Webhook call) {
    return IntStream.range(0, Math.min(MOST_MEDIA, count(call.field("NumMedia"))))
        .mapToObj(i -> call.field("MediaUrl" + i))
        .filter(url -> !url.isBlank())
        .toList();
  }

  private static int count(String digits) {
    return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
  }

  private static @Nullable OptOutType optOut(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "STOP" -> OptOutType.STOP;
      case "START" -> OptOutType.START;
      case "HELP" -> OptOutType.HELP;
      default -> null;
    };
  }
}
