package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What hostile or broken clients send: each gets a clear answer with its status, nothing is kept
/// or told, and the portal goes on. Files that are not what they seem are the media room's tests,
/// tables the jury's.
final class BadInputTest {

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
  void json_that_nests_without_end_is_refused() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);

    Screen answer =
        portal
            .browser()
            .header("Authorization", "Bearer every-right")
            .send(
                "POST",
                "/api/v1/consultations/after-six/contributions",
                "application/json",
                deep.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void guessing_codes_comes_to_nothing() {
    Browser guesser = portal.resident();
    int last = 0;
    for (int guess = 0; guess < 200; guess++) {
      last = guesser.get("/r/%09d".formatted(guess) + "0").status();
    }

    assertThat(last).isEqualTo(429);
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
