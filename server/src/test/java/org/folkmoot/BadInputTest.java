package org.folkmoot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.door.Route;
import org.folkmoot.media.MediaFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What hostile or broken clients send: each gets a clear answer with its status, nothing is kept
/// or told, and the portal goes on. Files that are not what they seem are the media room's tests,
/// tables the jury's.
@Order(1)
final class BadInputTest {

  private static final Pattern JSON_CODE = Pattern.compile("\"receipt\":\"([^\"]+)\"");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TOPIC = "/c/after-six/forum/topics/a-bus-you-book";
  private static Portal portal;
  private static Map<?, Long> heard;

  @BeforeAll
  static void open() {
    portal = Portal.start(Map.of("admin_token", "every-right"), true);
    heard = portal.app().record().reading().heard("after-six");
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @AfterEach
  void nothing_was_kept_and_the_portal_is_alive() {
    assertThat(portal.app().record().reading().heard("after-six")).isEqualTo(heard);
    assertThat(portal.resident().get("/c/after-six").status()).isEqualTo(200);
  }

  @Test
  void a_field_that_is_not_text_is_refused() {
    Browser resident = portal.resident();
    String token = resident.get(TOPIC).form(TOPIC).value("csrf");

    Screen answer =
        resident.send(
            "POST",
            TOPIC,
            FORM,
            ("csrf=" + token + "&text=%ff%fe%00").getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.heading()).isEqualTo("We could not read this");
  }

  @Test
  void a_field_of_a_megabyte_is_too_large() {
    Browser resident = portal.resident();
    String token = resident.get(TOPIC).form(TOPIC).value("csrf");

    Screen answer =
        resident.send(
            "POST",
            TOPIC,
            FORM,
            ("csrf=" + token + "&text=" + "a".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.heading()).isEqualTo("This is too large");
  }

  @Test
  void an_upload_without_end_is_cut_off() {
    Browser officer = portal.resident();
    officer.get("/demo/as/officer").form("/demo/as/officer").submit();
    String desk = "/desk/c/after-six/letters";
    String token = officer.get(desk).form().value("csrf");
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"
            + token
            + "\r\n"
            + "--b\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";

    Integer status = null;
    try {
      status =
          officer
              .post(
                  desk,
                  "multipart/form-data; boundary=b",
                  HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(head)))
              .status();
    } catch (java.io.UncheckedIOException e) {
      assertThat(e).as("the line was cut").hasCauseInstanceOf(java.io.IOException.class);
    }

    assertThat(status).isIn(413, null);
  }

  @Test
  void a_form_that_was_open_too_long_keeps_what_was_written() {
    Browser resident = portal.resident();
    ScreenForm form = resident.get(TOPIC).form(TOPIC).set("text", "I wrote for a long time.");
    portal.time().forward(Duration.ofHours(25));

    Screen answer = form.closing().submit();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.heading()).isEqualTo("One more press, please");
    assertThat(answer.form().value("text")).isEqualTo("I wrote for a long time.");
  }

  @Test
  void a_form_without_its_token_changes_nothing() {
    Screen answer = portal.browser().post(TOPIC, Map.of("text", "Sent from elsewhere"));

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void a_wrong_method_says_which_are_right() {
    Screen answer = portal.browser().send("DELETE", "/c/after-six", "text/plain", new byte[0]);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("GET");
  }

  @Test
  void json_that_nests_without_end_is_refused_by_every_route() {
    String spoken =
        api("GET", "/consultations/after-six/contributions?limit=1", new byte[0]).html();
    String contribution = spoken.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    byte[] deep = ("[".repeat(20_000) + "]".repeat(20_000)).getBytes(US_ASCII);
    int asked = 0;
    for (Route route : portal.app().routes().all()) {
      if (!route.pattern().startsWith("/api/v1")
          || List.of("GET", "DELETE", "OPTIONS").contains(route.method())) {
        continue;
      }
      String path =
          route
              .pattern()
              .substring("/api/v1".length())
              .replace("{consultation}", "after-six")
              .replace("{session}", "after-six-live")
              .replace("/contributions/{id}", "/contributions/" + contribution)
              .replaceAll("\\{[^}]+}", "x1");
      Screen answer = api(route.method(), path, deep);
      assertThat(answer.status()).as(route.method() + " " + path).isIn(400, 404);
      assertThat(answer.header("Content-Type"))
          .as(route.method() + " " + path)
          .isEqualTo("application/problem+json");
      asked++;
    }
    assertThat(asked).isGreaterThan(8);
  }

  /// Two thousand guesses, with `-Dstress=50` a hundred thousand: from several addresses of one
  /// network, each under names it makes up, by every page and path that takes a code.
  @Test
  void guessing_codes_comes_to_nothing() throws Exception {
    String real = code();
    Browser elsewhere = portal.from("127.0.77.1");
    var guesses = new Guesses(portal, real);

    Guesses.Came came = guesses.make(2_000 * Integer.getInteger("stress", 1));

    assertThat(came.statuses().keySet()).isSubsetOf(403, 404, 429);
    // Twenty machines are one network, and it has four times what one address has.
    assertThat(came.lookedUp()).as("codes looked up").isLessThanOrEqualTo(4 * 60);
    assertThat(came.revealing()).as("answers with somebody's words or code").isEmpty();
    Screen right = guesses.guesser(0).get("/r/" + real);
    Screen wrong = guesses.guesser(0).get("/r/" + real.substring(0, 9) + "ZZ");
    assertThat(right.status()).as("a right code after all the wrong ones").isEqualTo(429);
    assertThat(wrong.text()).as("what tells right from wrong").isEqualTo(right.text());
    assertThat(elsewhere.get("/r/" + real).status()).as("for others").isEqualTo(200);
    assertThat(elsewhere.get("/r/" + real).text()).doesNotContain("Too many");
  }

  /// The code of something that was said.
  private static String code() {
    return JSON_CODE
        .matcher(api("GET", "/consultations/after-six/contributions?limit=1", new byte[0]).html())
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static Screen api(String method, String path, byte[] body) {
    return portal
        .browser()
        .header("Authorization", "Bearer every-right")
        .send(method, "/api/v1" + path, "application/json", body);
  }

  @Test
  void a_forwarded_address_is_not_believed() {
    Browser guesser = portal.from("127.0.78.1");
    int last = 0;
    for (int guess = 0; guess < 100; guess++) {
      last =
          guesser
              .header("X-Forwarded-For", "203.0.113." + guess)
              .get("/r/%09d".formatted(guess) + "0")
              .status();
    }

    assertThat(last).isEqualTo(429);
  }

  @Test
  void files_that_hold_nothing_or_far_too_much_are_refused_by_name() throws Exception {
    Browser officer = portal.resident();
    officer.get("/demo/as/officer").form("/demo/as/officer").submit();
    String desk = "/desk/c/after-six/letters";

    for (byte[] file : List.of(new byte[0], MediaFiles.zipBomb())) {
      Screen answer =
          officer.get(desk).form().attach("file", "a.pdf", "application/pdf", file).submit();

      assertThat(answer.status()).as(file.length + " bytes").isEqualTo(422);
      assertThat(answer.errors()).isNotEmpty();
    }
  }

  @Test
  void text_that_is_not_utf_8_is_refused_wherever_it_stands() {
    Browser resident = portal.resident();
    String token = resident.get(TOPIC).form(TOPIC).value("csrf");
    String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n";

    assertThat(resident.get("/c/after-six/record?q=%ff%fe").status()).isEqualTo(400);
    assertThat(
            resident
                .send(
                    "POST",
                    "/c/after-six/stories/new",
                    "multipart/form-data; boundary=b",
                    (part.formatted("csrf")
                            + token
                            + "\r\n"
                            + part.formatted("words")
                            + "\u00ff\u00fe")
                        .concat("\r\n--b--\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1))
                .status())
        .isEqualTo(400);
    assertThat(
            resident
                .send("POST", "/c/after-six/stories/new", "multipart/form-data", new byte[] {1, 2})
                .status())
        .as("a form without its boundary")
        .isEqualTo(400);
    assertThat(
            resident
                .send("POST", "/sms/twilio/inbound", FORM, "Body=%ff%fe".getBytes(US_ASCII))
                .status())
        .as("webhook")
        .isIn(400, 403);
    for (String text : List.of("\\u0000", "\\ud800", "\u0000", "\u00ff")) {
      String body =
          "{\"channel\":\"PANEL\",\"text\":\"a" + text + "\",\"consent\":{\"scopes\":{}}}";
      Screen answer =
          api(
              "POST",
              "/consultations/after-six/contributions",
              body.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void paths_that_lead_nowhere_or_out_are_not_found() {
    for (String path :
        new String[] {
          "/nowhere", "/c/..%2f..%2fetc", "/assets/x/%2e%2e/%2e%2e/secret", "/c/%ff", "/r/%00"
        }) {
      assertThat(portal.browser().get(path).status()).as(path).isIn(400, 404);
    }
  }

  /// Bytes that never end.
  private static final class Endless extends InputStream {
    private final byte[] head;
    private int at;

    Endless(String head) {
      this.head = head.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      return at < head.length ? head[at++] : 'x';
    }
  }
}
