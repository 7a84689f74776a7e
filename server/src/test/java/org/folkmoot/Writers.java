package org.folkmoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.folkmoot.texting.Telephone;

/// Eight people who write without pause, by every door in turn, until the portal is gone, and
/// remember what they were told had arrived.
final class Writers {

  /// Something the portal acknowledged.
  ///
  /// @param id under which a program can send it again; empty where only the form knows
  /// @param text found nowhere else; empty for marks
  /// @param receipt empty where none is told
  /// @param takenBack whether the portal said that it was taken back
  record Acknowledged(String door, String id, String text, String receipt, boolean takenBack) {}

  /// What every text of theirs looks like.
  static final Pattern WORDS = Pattern.compile("words [0-9a-f-]{36}");

  static final Pattern CODE =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI portal;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WritersForms forms;
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

  /// Which door each writer comes to next; anywhere at first, so that short lives reach them all.
  private final List<AtomicInteger> turns =
      new Random().ints(8, 0, 12).mapToObj(AtomicInteger::new).toList();

  /// @param cards codes of printed cards that nobody has entered yet
  Writers(URI portal, Queue<WritersForms.Card> cards) {
    this.portal = portal;
    this.forms = new WritersForms(client, portal, cards, acknowledged);
  }

  Queue<Acknowledged> acknowledged() {
    return acknowledged;
  }

  WritersForms forms() {
    return forms;
  }

  /// The next act of the writer with this number, 0 to 7.
  ///
  /// @throws UncheckedIOException when the portal is gone
  void write(int writer) {
    String id = UUID.randomUUID().toString();
    String words = "words " + id;
    int turn = turns.get(writer).getAndIncrement();
    List<Runnable> doors =
        switch (writer) {
          case 0 -> List.of(() -> api("PANEL", id), () -> forms.panel(words));
          case 1 -> List.of(() -> api("COMMENT_CARD", id), () -> forms.card(words));
          case 2 -> List.of(() -> api("STORY", id), () -> forms.story(words));
          case 3 -> List.of(() -> text(words), () -> conversation(words));
          case 4 -> List.of(forms::votes, () -> forms.statement(words));
          case 5 -> List.of(() -> say(id), () -> forms.post(words), () -> takeBack(id));
          case 6 -> List.of(() -> forms.notes(words), forms::dots);
          default ->
              List.of(
                  forms::sift,
                  () -> forms.recommendation(words),
                  forms::sift,
                  () -> forms.letter(words));
        };
    doors.get(turn % doors.size()).run();
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
    acknowledged.add(new Acknowledged("PANEL", "", text, receipt, false));
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

  /// A sentence without the keyword, and every question answered until a code comes.
  private void text(String words) {
    conversation("", words);
  }

  /// The keyword with a sentence, and every question answered until a code comes.
  private void conversation(String words) {
    conversation("BUS ", words);
  }

  private void conversation(String before, String words) {
    Telephone telephone = telephone(words);
    telephone.text(before + words);
    for (String reply : List.of("GO", "2", "1", "1", "C", "1", "1", "SKIP", "SKIP", "SKIP")) {
      if (texted(words, telephone.text(reply))) {
        return;
      }
    }
  }

  private Telephone telephone(String words) {
    int number = 10_000 + Math.floorMod(words.hashCode(), 80_000);
    return new Telephone(portal, "+4477009" + number);
  }

  private boolean texted(String words, List<String> answers) {
    var code = CODE.matcher(String.join("\n", answers));
    boolean told = code.find();
    if (told) {
      acknowledged.add(new Acknowledged("SMS", "", words, code.group(), false));
    }
    return told;
  }

  private HttpResponse<String> post(String path, String body) {
    return send("POST", "/api/v1/consultations/after-six" + path, "application/json", body);
  }

  JsonNode get(String path) {
    return json(send("GET", "/api/v1" + path, "application/json", ""));
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(portal.resolve(path))
            .header("Authorization", "Bearer every-right")
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
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
}
