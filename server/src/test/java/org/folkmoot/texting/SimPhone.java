package org.folkmoot.texting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A telephone with the council's SIM and SMSSync on it: hands on what is texted to it, fetches
/// what is to be sent, reports. For one thread.
public final class SimPhone {

  public static final String SECRET = "a-village-secret-of-its-own";

  /// Settings of a portal that is texted through it.
  public static final Map<String, String> LINE =
      Map.of("sms", "gateway", "gateway_secret", SECRET, "gateway_number", Telephone.PORTAL);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  public SimPhone(URI portal) {
    this.address = portal.resolve("/sms/gateway");
  }

  /// Hands on a text.
  ///
  /// @return what the portal wants sent back, in order
  public List<String> text(String from, String words, String messageId, long sentAt) {
    HttpResponse<String> answer = handOn(SECRET, from, words, messageId, sentAt);
    JsonNode payload = read(answer).path("payload");
    if (answer.statusCode() != 200 || !payload.path("success").asBoolean(false)) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    var replies = new ArrayList<String>();
    for (JsonNode message : payload.path("messages")) {
      if (!message.path("to").asText("").equals(from)) {
        throw new AssertionError("to somebody else: " + message);
      }
      replies.add(message.path("message").asText(""));
    }
    return replies;
  }

  HttpResponse<String> handOn(
      String secret, String from, String words, String messageId, long sentAt) {
    Map<String, String> form = new TreeMap<>();
    form.put("secret", secret);
    form.put("from", from);
    form.put("message", words);
    form.put("message_id", messageId);
    form.put("sent_to", Telephone.PORTAL);
    form.put("device_id", "village hall");
    form.put("sent_timestamp", String.valueOf(sentAt));
    return post("", form(form), "application/x-www-form-urlencoded");
  }

  /// Reports what became of a text: 0 for well, -1 for not known.
  HttpResponse<String> report(String uuid, int sent, int delivered) {
    String body =
        "{\"message_result\":[{\"uuid\":\"%s\",\"sent_result_code\":%d,\"sent_result_message\":\"\","
            + "\"delivered_result_code\":%d,\"delivered_result_message\":\"\"}]}";
    return post("?task=result", body.formatted(uuid, sent, delivered), "application/json");
  }

  HttpResponse<String> post(String query, String body, String type) {
    return send(
        HttpRequest.newBuilder(URI.create(address + query))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String query) {
    return send(HttpRequest.newBuilder(URI.create(address + query)).GET());
  }

  static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
