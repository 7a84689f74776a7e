package org.folkmoot.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.folkmoot.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// What comes down the socket.
@Isolated("a reader is judged slow by the clock")
class LiveSocketTest {

  private Evening evening;

  @BeforeEach
  void start() {
    evening = new Evening();
  }

  @AfterEach
  void end() {
    evening.close();
  }

  @Test
  void two_listeners_hear_the_same_in_the_same_order() {
    evening.hostComes();
    Browser maria = evening.joined("Maria");
    Browser someone = evening.joined("");
    try (LiveClient first = evening.listener();
        LiveClient second = evening.listener()) {
      first.next("joined");
      second.next("joined");
      evening.say(maria, "The last bus leaves too early.");
      evening.say(someone, "Shared taxis would do.");
      evening.say(maria, "Not every evening.");

      // The session's opening is event 1.
      List<JsonNode> heard = first.events(4);
      assertThat(second.events(4)).isEqualTo(heard);
      assertThat(heard).extracting(e -> e.path("seq").asLong()).containsExactly(1L, 2L, 3L, 4L);
      assertThat(heard.get(1).path("name").asText()).isEqualTo("Maria");
      assertThat(heard.get(2).path("name").isMissingNode()).isTrue();
      assertThat(heard.get(2).path("seat").asInt()).isEqualTo(2);
      assertThat(heard.get(3).path("text").asText()).isEqualTo("Not every evening.");
    }
  }

  @Test
  void who_comes_back_gets_what_was_missed_once_and_in_order() {
    try (LiveClient first = evening.listener()) {
      first.event("notice");
    }
    for (int i = 0; i < 250; i++) {
      evening.portal.app().forum().service().caption(Evening.ID, "line " + i);
    }
    try (LiveClient again = LiveClient.to(evening.portal.url(), "/live/" + Evening.ID).join(1)) {
      assertThat(again.next("joined").path("seq").asLong()).isEqualTo(251);
      evening.portal.app().forum().service().caption(Evening.ID, "new");
      assertThat(again.events(251))
          .extracting(e -> e.path("seq").asLong())
          .containsExactlyElementsOf(LongStream.rangeClosed(2, 252).boxed().toList());
    }
  }

  @Test
  void a_reader_who_does_not_read_is_closed_and_can_come_back() {
    try (LiveClient slow = LiveClient.slow(evening.portal.url(), "/live/" + Evening.ID).join(0);
        LiveClient quick = evening.listener()) {
      quick.next("joined");
      String line = "x".repeat(24_000);
      ForumService forum = evening.portal.app().forum().service();
      int lines = 1_600;
      Thread[] writers = new Thread[8];
      for (int w = 0; w < writers.length; w++) {
        writers[w] =
            Thread.ofVirtual()
                .start(() -> {
                  for (int i = 0; i < lines / 8; i++) {
                    forum.caption(Evening.ID, line);
                  }
                });
      }
      assertThat(quick.events(lines + 1).getLast().path("seq").asLong()).isEqualTo(lines + 1);

      slow.readOn();
      // 1006 where the line was cut before the frame that says 1013 came through to such a reader.
      assertThat(slow.closeCode()).isIn(1013, 1006);
      try (LiveClient back = LiveClient.to(evening.portal.url(), "/live/" + Evening.ID)) {
        assertThat(back.join(lines).next("event").path("seq").asLong()).isEqualTo(lines + 1);
      }
    }
  }

  @Test
  void a_page_of_another_site_is_refused() {
    // The JDK's client sets no origin, so the upgrade is written out.
    assertThat(upgrade("http://evil.example")).isEqualTo(403);
    assertThat(upgrade(evening.portal.url().toString())).isEqualTo(101);
  }

  @Test
  void a_wrong_token_or_code_closes_with_a_reason() {
    URI url = evening.portal.url();
    String path = "/live/" + Evening.ID;
    try (LiveClient token = LiveClient.with(url, path, "Authorization", "Bearer wrong");
        LiveClient code = LiveClient.to(url, path + "?join=WRONG");
        LiveClient nowhere = LiveClient.to(url, "/live/nowhere");
        LiveClient host = LiveClient.to(url, path + "?as=host")) {
      assertThat(token.closeCode()).isEqualTo(4401);
      assertThat(code.closeCode()).isEqualTo(4403);
      assertThat(nowhere.closeCode()).isEqualTo(4403);
      assertThat(host.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void presence_counts_who_is_here_and_has_no_number() {
    try (LiveClient first = evening.listener()) {
      assertThat(first.next("presence").path("here").asInt()).isEqualTo(1);
      try (LiveClient second = evening.listener()) {
        second.next("joined");
        JsonNode presence = first.next("presence");
        assertThat(presence.path("here").asInt()).isEqualTo(2);
        assertThat(presence.has("seq")).isFalse();
      }
    }
  }

  @Test
  void a_ping_is_answered_and_nonsense_closes() {
    try (LiveClient listener = evening.listener()) {
      listener.send("{\"t\":\"ping\"}").next("pong");
      listener.send("not JSON");
      assertThat(listener.closeCode()).isEqualTo(1007);
    }
  }

  @Test
  void listeners_are_told_when_the_portal_goes_away_and_its_history_stays() {
    evening.hostComes();
    evening.say(evening.joined("Maria"), "Still here tomorrow.");
    try (LiveClient listener = evening.listener()) {
      listener.event("say");
      evening.portal.restart();
      assertThat(listener.closeCode()).isEqualTo(1001);
    }
    try (LiveClient again = evening.listener()) {
      assertThat(again.event("say").path("text").asText()).isEqualTo("Still here tomorrow.");
    }
  }

  @Test
  void the_same_events_come_as_a_stream() throws Exception {
    evening.hostComes();
    evening.say(evening.joined("Maria"), "Over the old line too.");
    HttpRequest request =
        HttpRequest.newBuilder(
                evening.portal.url().resolve("/live/" + Evening.ID + "/events?after=1"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<java.util.stream.Stream<String>> response =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      try (var lines = response.body()) {
        assertThat(lines.filter(l -> l.contains("\"say\"")).findFirst())
            .hasValueSatisfying(l -> assertThat(l).startsWith("data: {").contains("\"seq\":2"));
      }
      client.shutdownNow();
    }
  }

  @Test
  void a_socket_on_no_session_is_not_joined() {
    assertThatThrownBy(() -> LiveClient.to(evening.portal.url(), "/live/a/b"))
        .isInstanceOf(CompletionException.class);
  }

  private int upgrade(String origin) {
    URI url = evening.portal.url();
    try (var socket = new java.net.Socket(url.getHost(), url.getPort())) {
      String request =
          "GET /live/%s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nUpgrade: websocket\r\n"
                  .formatted(Evening.ID, url.getAuthority(), origin)
              + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      byte[] status = socket.getInputStream().readNBytes(12);
      return Integer.parseInt(
          new String(status, java.nio.charset.StandardCharsets.US_ASCII).substring(9));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
