package org.folkmoot;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.sms.twilio.TwilioSignature;

/// Eight people who write without pause by different doors until the portal is gone, and remember
/// what they were told had arrived.
final class Writers {

  /// Something the portal acknowledged.
  ///
  /// @param id under which it can be sent again; empty where only the form knows
  /// @param takenBack whether the portal said that it was taken back
  record Acknowledged(String door, String id, String text, String receipt, boolean takenBack) {}

  private static final Pattern CODE =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI portal;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

  Writers(URI portal) {
    this.portal = portal;
  }

  Queue<Acknowledged> acknowledged() {
    return acknowledged;
  }

  /// One act of the writer with this number, 0 to 7.
  ///
  /// @throws UncheckedIOException when the portal is gone
  void write(int writer) {
    String id = UUID.randomUUID().toString();
    switch (writer) {
      case 0 -> api("PANEL", id);
      case 1 -> api("COMMENT_CARD", id);
      case 2 -> api("STORY", id);
      case 3 -> text(id);
      case 4 -> form("/c/after-six/stories/new", "words", id);
      case 5 -> form("/c/after-six/forum/topics/a-bus-you-book", "text", id);
      case 6 -> say(id);
      default -> takeBack(id);
    }
  }

  /// Sends the same id once more and answers the receipt it is given.
  String sendAgain(Acknowledged before) {
    return receipt(post("/contributions", body(before.door(), before.id(), before.text())));
  }

  private void api(String channel, String id) {
    String text = "words " + id;
    String receipt = receipt(post("/contributions", body(channel, id, text)));
    acknowledged.add(new Acknowledged(channel, id, text, receipt, false));
  }

  private void takeBack(String id) {
    String text = "words " + id;
    String receipt = receipt(post("/contributions", body("PANEL", id, text)));
    acknowledged.add(new Acknowledged("PANEL", id, text, receipt, false));
    HttpResponse<String> answer =
        send("POST", "/api/v1/receipts/" + receipt + "/withdrawal", "application/json", "{}");
    if (answer.statusCode() / 100 == 2) {
      acknowledged.add(new Acknowledged("PANEL", "", text, receipt, true));
    }
  }

  private void say(String id) {
    String text = "words " + id;
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/v1/sessions/after-six-live/say",
            "application/json",
            "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}");
    if (answer.statusCode() / 100 == 2) {
      acknowledged.add(
          new Acknowledged("LIVE", "", text, json(answer).path("receipt").asText(), false));
    }
  }

  private void text(String id) {
    String text = "words " + id;
    Map<String, List<String>> form = new TreeMap<>();
    int phone = 10_000 + Math.floorMod(id.hashCode(), 80_000);
    form.put("MessageSid", List.of("SM" + id));
    form.put("AccountSid", List.of("ACtest"));
    form.put("From", List.of("+4477009" + phone));
    form.put("To", List.of(PortalProcess.TEXT_NUMBER));
    form.put("Body", List.of(text));
    form.put("NumMedia", List.of("0"));
    form.put("SmsStatus", List.of("received"));
    URI address = portal.resolve("/sms/twilio/inbound");
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue().getFirst()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header(
                    TwilioSignature.HEADER,
                    TwilioSignature.sign(address.toString(), form, PortalProcess.TEXT_TOKEN))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    Matcher code = CODE.matcher(answer.body());
    if (answer.statusCode() == 200 && code.find()) {
      acknowledged.add(new Acknowledged("SMS", "", text, code.group(), false));
    }
  }

  private void form(String page, String field, String id) {
    String text = "words " + id;
    Screen thanks =
        new Browser(client, portal).get(page).form(page).set(field, text).closing().submit();
    if (thanks.status() == 200 && thanks.path().contains("/thanks/")) {
      acknowledged.add(new Acknowledged("FORM", "", text, thanks.code(), false));
    }
  }

  private HttpResponse<String> post(String path, String body) {
    return send("POST", "/api/v1/consultations/after-six" + path, "application/json", body);
  }

  JsonNode get(String path) {
    return json(send("GET", "/api/v1" + path, "application/json", ""));
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(portal.resolve(path))
            .header("Authorization", "Bearer every-right")
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String receipt(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return json(answer).path("receipt").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String body(String channel, String id, String text) {
    return "{\"id\":\"%s\",\"channel\":\"%s\",\"text\":\"%s\",\"consent\":{\"scopes\":{\"quoted\":true}}}"
        .formatted(id, channel, text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
