package org.folkmoot.sms.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.sms.DeliveryStatus;
import org.folkmoot.sms.DeliveryStatus.Failure;
import org.folkmoot.sms.DeliveryStatus.State;
import org.folkmoot.sms.OutboundMessage;

/// What SMSSync says and wants to be told, as plain values for JSON.
public final class SyncFormat {

  /// How many texts a telephone is given at once.
  public static final int AT_ONCE = 20;

  private static final int NOT_REPORTED = -1;

  private SyncFormat() {}

  /// The answer to a text that came in, with what is to be sent back at once.
  public static Map<String, Object> taken(String secret, List<OutboundMessage> replies) {
    var payload = new LinkedHashMap<String, Object>();
    payload.put("success", true);
    payload.put("error", null);
    if (!replies.isEmpty()) {
      payload.put("task", "send");
      payload.put("secret", secret);
      payload.put("messages", messages(replies));
    }
    return Map.of("payload", payload);
  }

  /// The answer to what could not be taken.
  public static Map<String, Object> notTaken(String why) {
    return Map.of("payload", Map.of("success", false, "error", why));
  }

  /// The answer to a gateway that asks for texts to send.
  public static Map<String, Object> task(String secret, List<OutboundMessage> texts) {
    return Map.of("payload", Map.of("task", "send", "secret", secret, "messages", messages(texts)));
  }

  public static Map<String, Object> ids(List<String> uuids) {
    return Map.of("message_uuids", uuids);
  }

  private static List<Map<String, String>> messages(List<OutboundMessage> texts) {
    return texts.stream()
        .map(text -> Map.of("to", text.to().e164(), "message", text.body(), "uuid", text.id()))
        .toList();
  }

  /// The ids in `queued_messages`.
  public static List<String> queued(JsonNode body) {
    var ids = new ArrayList<String>();
    body.path("queued_messages").forEach(id -> ids.add(id.asText("")));
    return ids;
  }

  /// The reports in `message_result`; what cannot be read is left out.
  public static List<DeliveryStatus> reports(JsonNode body, Instant now) {
    var reports = new ArrayList<DeliveryStatus>();
    for (JsonNode one : body.path("message_result")) {
      String uuid = one.path("uuid").asText("");
      int sent = one.path("sent_result_code").asInt(NOT_REPORTED);
      int delivered = one.path("delivered_result_code").asInt(NOT_REPORTED);
      if (sent > 0) {
        report(uuid, "failed", "android " + sent, now).ifPresent(reports::add);
      } else if (delivered > 0) {
        report(uuid, "undelivered", "android " + delivered, now).ifPresent(reports::add);
      } else if (delivered == 0) {
        report(uuid, "delivered", "", now).ifPresent(reports::add);
      } else if (sent == 0) {
        report(uuid, "sent", "", now).ifPresent(reports::add);
      }
    }
    return reports;
  }

  static Optional<DeliveryStatus> report(String uuid, String word, String error, Instant now) {
    Optional<State> state = state(word);
    if (uuid.isBlank() || state.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DeliveryStatus(
            HttpGateway.NAME, uuid, state.get(), failure(state.get(), error), error, now));
  }

  private static Optional<State> state(String word) {
    for (State state : State.values()) {
      if (state.name().equals(word.toUpperCase(Locale.ROOT))) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /// Android's codes for a text that did not leave (no service, radio off, no credit) may all pass.
  private static Failure failure(State state, String error) {
    return switch (state) {
      case QUEUED, SENDING, SENT, DELIVERED -> Failure.NONE;
      case UNDELIVERED, FAILED ->
          switch (error) {
            case "opted_out" -> Failure.OPTED_OUT;
            case "bad_number", "country_not_allowed", "bad_message" -> Failure.HARD;
            default -> Failure.SOFT;
          };
    };
  }
}
