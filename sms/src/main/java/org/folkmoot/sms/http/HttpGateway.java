package org.folkmoot.sms.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import org.folkmoot.sms.DeliveryStatus;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.OutboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.SendOutcome;
import org.folkmoot.sms.SendOutcome.Reason;
import org.folkmoot.sms.SmsProvider;
import org.folkmoot.sms.Webhook;

/// A gateway of somebody's own. What it tells us: `secret`, `from`, `message`, `message_id`,
/// `sent_to`, `sent_timestamp` (milliseconds); of a text we sent: `secret`, `uuid`, `state` in the
/// words of [DeliveryStatus.State], `error`. Safe for use by many threads.
public final class HttpGateway implements SmsProvider {
  public static final String NAME = "gateway";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /// A telephone that was out of reach brings what came meanwhile; an older time is a wrong clock.
  private static final Duration OLDEST = Duration.ofHours(24);

  private final HttpGatewayAccount account;
  private final HttpClient client;

  public HttpGateway(HttpGatewayAccount account) {
    this.account = account;
    this.client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean fetches() {
    return account.sendUrl() == null;
  }

  /// The secret that goes with texts to send, so that the gateway knows us.
  public String secret() {
    return account.secrets().getFirst();
  }

  /// Whether this is one of our secrets; takes as long for a wrong one.
  public boolean knows(String secret) {
    byte[] shown = digest(secret);
    boolean known = false;
    for (String ours : account.secrets()) {
      known |= MessageDigest.isEqual(shown, digest(ours));
    }
    return known;
  }

  @Override
  public SendOutcome send(OutboundMessage message) {
    URI to = account.sendUrl();
    if (to == null) {
      throw new IllegalStateException("this gateway fetches its texts");
    }
    var fields = new TreeMap<String, String>();
    fields.put("secret", secret());
    fields.put("uuid", message.id());
    fields.put("to", message.to().e164());
    fields.put("message", message.body());
    try {
      var request =
          HttpRequest.newBuilder(to)
              .timeout(TIMEOUT)
              .header("Content-Type", "application/json; charset=UTF-8")
              .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(fields)))
              .build();
      return outcome(message.id(), client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new SendOutcome.Failed("no connection");
    } catch (IOException e) {
      return new SendOutcome.Unsure("no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SendOutcome.Unsure("interrupted");
    }
  }

  /// 2xx: taken. 4xx with `{"error": …}` that we know: never. Everything else: not this time.
  private static SendOutcome outcome(String id, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return new SendOutcome.Accepted(id);
    }
    String error = status / 100 == 4 ? error(answer.body()) : "";
    return switch (error) {
      case "opted_out" -> new SendOutcome.Refused(Reason.OPTED_OUT, error);
      case "bad_number" -> new SendOutcome.Refused(Reason.BAD_NUMBER, error);
      case "country_not_allowed" -> new SendOutcome.Refused(Reason.COUNTRY_NOT_ALLOWED, error);
      case "bad_message" -> new SendOutcome.Refused(Reason.BAD_MESSAGE, error);
      default -> new SendOutcome.Failed(String.valueOf(status));
    };
  }

  private static String error(String body) {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null ? "" : read.path("error").asText("");
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  @Override
  public Received inbound(Webhook call, Instant now) {
    if (!knows(call.field("secret"))) {
      return new Received.Forged();
    }
    var from = PhoneNumber.parse(call.field("from"));
    if (from.isEmpty()) {
      return new Received.Ignored("the sender is not a telephone number");
    }
    String said = call.field("message");
    Instant at = sentAt(call.field("sent_timestamp"), now);
    String id = call.field("message_id");
    return new Received.Text(
        new InboundMessage(
            NAME,
            id.isBlank() ? named(call, from.get(), now) : id,
            from.get(),
            PhoneNumber.parse(call.field("sent_to"))
                .map(PhoneNumber::e164)
                .orElse(account.number()),
            said,
            0,
            null,
            at));
  }

  /// A gateway without message ids: the same words of the same phone in one minute are one text.
  private static String named(Webhook call, PhoneNumber from, Instant now) {
    String sent = call.field("sent_timestamp");
    String when = sent.isEmpty() ? String.valueOf(now.getEpochSecond() / 60) : sent;
    String all = String.join("\n", from.e164(), when, call.field("message"));
    return "hash-" + HexFormat.of().formatHex(digest(all)).substring(0, 32);
  }

  private static Instant sentAt(String milliseconds, Instant now) {
    if (!milliseconds.matches("[0-9]{12,14}")) {
      return now;
    }
    Instant at = Instant.ofEpochMilli(Long.parseLong(milliseconds));
    return at.isAfter(now) || at.isBefore(now.minus(OLDEST)) ? now : at;
  }

  @Override
  public Received delivery(Webhook call, Instant now) {
    if (!knows(call.field("secret"))) {
      return new Received.Forged();
    }
    return SyncFormat.report(call.field("uuid"), call.field("state"), call.field("error"), now)
        .<Received>map(Received.Delivery::new)
        .orElseGet(() -> new Received.Ignored("no id, or a state we do not follow"));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
