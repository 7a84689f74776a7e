package org.folkmoot.forum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;

/// A portal with one open live session, and people who come to it.
final class Evening implements AutoCloseable {

  static final String TOKEN = "a-token-for-tests-only";
  static final String ID = "after-six-live";
  static final String PAGE = "/c/after-six/forum/" + ID;
  static final String DESK = "/desk/c/after-six/forum/" + ID;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  final Portal portal = Portal.start(Map.of("admin_token", TOKEN), false).setUp();
  final Browser staff;

  Evening() {
    staff = portal.browser().header("Authorization", "Bearer " + TOKEN);
    Screen planned =
        staff.send(
            "POST",
            "/api/v1/consultations/after-six/sessions",
            "application/json",
            "{\"id\":\"after-six-live\",\"title\":\"After six\",\"state\":\"open\"}"
                .getBytes(StandardCharsets.UTF_8));
    if (planned.status() != 201) {
      throw new AssertionError(planned + planned.html());
    }
  }

  /// A resident who answered the questions before joining.
  Browser joined(String name) {
    Browser resident = portal.resident();
    resident.get(PAGE + "/join").form("/join").closing().set("name", name).submit();
    return resident;
  }

  /// The host opens their page, which counts as being there for a while.
  Screen hostComes() {
    return portal.officer().get(DESK);
  }

  Screen say(Browser who, String text) {
    return who.get(PAGE).form("/say").set("text", text).submit();
  }

  JsonNode api(Browser who, String path, String body) {
    Screen answer =
        who.send(
            "POST",
            "/api/v1/sessions/" + ID + path,
            "application/json",
            body.getBytes(StandardCharsets.UTF_8));
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + " " + answer.html());
    }
    return json(answer);
  }

  static JsonNode json(Screen answer) {
    try {
      return MAPPER.readTree(answer.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LiveClient listener() {
    return LiveClient.to(portal.url(), "/live/" + ID).join(0);
  }

  @Override
  public void close() {
    portal.close();
  }
}
