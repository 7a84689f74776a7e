package org.folkmoot.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.Browser;
import org.folkmoot.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Who listens on is looked at again, and who comes is counted.
@Isolated("how soon somebody is cut off is judged by the clock")
class LiveDoorkeepingTest {

  private static final String LIVE = "/live/" + Evening.ID;

  private static Evening evening;

  @BeforeAll
  static void start() {
    evening = new Evening();
  }

  @AfterAll
  static void end() {
    evening.close();
  }

  @Test
  void a_session_that_ended_hears_nothing_more_within_two_seconds() throws Exception {
    Browser officer = evening.portal.officer();
    String cookie = "fm_session=" + officer.cookie("fm_session");
    try (LiveClient anybody = evening.listener();
        LiveClient host = with(cookie, "?as=host");
        LiveClient silent = LiveClient.with(url(), LIVE + "?as=host", "Cookie", cookie);
        HttpClient http = HttpClient.newHttpClient()) {
      host.next("joined");
      anybody.next("joined");
      var stream =
          HttpRequest.newBuilder(url().resolve(LIVE + "/events?as=host"))
              .header("Cookie", cookie)
              .build();
      try (Stream<String> lines = http.send(stream, BodyHandlers.ofLines()).body()) {
        String csrf = officer.get("/desk/me").page().select("[name=csrf]").first().attr("value");
        assertThat(officer.post("/sign-out", Map.of("csrf", csrf)).status()).isEqualTo(200);
        long ended = System.nanoTime();

        assertThat(host.closeCode()).isEqualTo(4401);
        assertThat(lines.toList()).as("the stream ends").contains("data: 4401");
        assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(Duration.ofSeconds(2));
      }
      assertThat(silent.join(0).closeCode()).as("who joins only then").isEqualTo(4401);
      evening.portal.app().forum().service().caption(Evening.ID, "zqafter");
      assertThat(anybody.event("caption").toString()).contains("zqafter");
    }
  }

  @Test
  void who_hosts_no_longer_is_cut_off_and_so_is_whose_role_is_taken() {
    Screen made =
        evening
            .portal
            .officer()
            .get("/desk/people")
            .form("Make a link")
            .set("name", "Pia")
            .set("email", "pia@wrenmouth.example")
            .tick("roles", "host")
            .submit();
    Browser pia = evening.portal.resident();
    pia.get(made.page().select("main code").text()).form().submit();
    try (LiveClient host = with("fm_session=" + pia.cookie("fm_session"), "?as=host")) {
      host.next("joined");
      Browser admin = evening.portal.officer();
      Screen list = admin.get("/desk/staff");
      String page = list.page().select("main a:contains(Pia)").attr("href");
      Screen saved =
          admin
              .get(page)
              .form("Save what they may do")
              .untick("roles", "host")
              .tick("roles", "analyst")
              .set("why", "The evening is over")
              .press("Save what they may do");
      long ended = System.nanoTime();
      assertThat(saved.notice()).isEqualTo("Saved.");

      assertThat(host.closeCode()).isEqualTo(4403);
      assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void sockets_are_counted_by_the_table_of_limits() {
    int status = 101;
    int opened = 0;
    while (status == 101 && opened < 200) {
      status = upgrade("a-device-that-comes-too-often");
      opened++;
    }
    assertThat(status).isEqualTo(429);
    assertThat(opened).isEqualTo(121);
    assertThat(upgrade("another-device-in-this-hall")).isEqualTo(101);
    evening.portal.time().forward(Duration.ofSeconds(61));
    assertThat(upgrade("a-device-that-comes-too-often")).isEqualTo(101);
  }

  private static LiveClient with(String cookie, String query) {
    return LiveClient.with(url(), LIVE + query, "Cookie", cookie).join(0);
  }

  private static URI url() {
    return evening.portal.url();
  }

  private static int upgrade(String device) {
    try (var socket = new Socket(url().getHost(), url().getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: fm_device=%s\r\nUpgrade: websocket\r\n"
                  .formatted(LIVE, url().getAuthority(), device)
              + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      byte[] status = socket.getInputStream().readNBytes(12);
      return Integer.parseInt(new String(status, StandardCharsets.US_ASCII).substring(9));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
