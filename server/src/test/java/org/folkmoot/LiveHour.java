package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.folkmoot.door.Role;

/// An hour of the town's live session in which one of everything happens, over the API: hands and a
/// queue, a poll with its vote and result, the agenda, a caption, and something said that the host
/// takes off the screen.
final class LiveHour {

  private static final String SESSION = "/api/v1/sessions/after-six-live";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Browser host;
  private final Browser participant;

  private LiveHour(Browser host, Browser participant) {
    this.host = host;
    this.participant = participant;
  }

  /// @param removed words of what the host takes off
  static void happens(Portal portal, String removed) {
    Browser host = bearer(portal, EveryGet.token(portal, Role.HOST));
    String code = read(host.look(SESSION)).path("joinCode").asText();
    String joined =
        "{\"code\":\"%s\",\"consent\":{\"scopes\":{\"quoted\":true,\"published\":true}}}";
    JsonNode token = read(post(portal.browser(), "/join", joined.formatted(code)));
    new LiveHour(host, bearer(portal, token.path("token").asText())).goOn(removed);
  }

  private void goOn(String removed) {
    post(host, "/agenda", "{\"text\":\"Lamps\"}");
    post(participant, "/hand", "{\"up\":true}");
    post(host, "/queue/next", "{}");
    post(host, "/captions", "{\"text\":\"Good evening.\"}");
    JsonNode poll =
        read(post(host, "/polls", "{\"question\":\"Later?\",\"options\":[\"Yes\",\"No\"]}"));
    String one = "/polls/" + poll.path("id").asText();
    String option = poll.path("options").path(0).path("id").asText();
    post(participant, one + "/vote", "{\"option\":\"" + option + "\"}");
    post(host, one + "/close", "{}");
    JsonNode said = read(post(participant, "/say", "{\"text\":\"" + removed + "\"}"));
    post(
        host,
        "/remove",
        "{\"id\":\"" + said.path("id").asText() + "\",\"reason\":\"Names a man\"}");
  }

  private static Browser bearer(Portal portal, String token) {
    return portal.browser().header("Authorization", "Bearer " + token);
  }

  private static Screen post(Browser who, String act, String json) {
    Screen answer =
        who.send("POST", SESSION + act, "application/json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(act + ": " + answer.html()).isBetween(200, 204);
    return answer;
  }

  private static JsonNode read(Screen answer) {
    try {
      return JSON.readTree(answer.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
