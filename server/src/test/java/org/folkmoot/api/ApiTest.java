package org.folkmoot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Json;
import org.folkmoot.door.Role;
import org.folkmoot.people.PeopleService;
import org.folkmoot.store.TokenKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The API as programs meet it: over HTTP with a token.
class ApiTest {

  private static final String ALL = "/api/v1/consultations/after-six/contributions";

  @TempDir private static Path data;
  private static Portal portal;

  @BeforeAll
  static void start() {
    portal = Portal.start(Map.of("data", data.toString()), false).setUp();
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @Test
  void a_contribution_sent_twice_is_one_and_gets_the_same_answer() {
    String body = contribution("twice-1", "No bus after six.", "");
    Screen first = post(ALL, body);
    Screen second = post(ALL, body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(json(second)).isEqualTo(json(first));
    assertThat(json(first).path("receipt").asText()).matches("\\w{3}-\\w{4}-\\w{3}");
    assertThat(json(first).path("seq").asLong()).isPositive();
  }

  @Test
  void an_idempotency_key_makes_sending_again_safe() {
    String body = contribution("", "It is dark at the stop.", "");
    Screen first = token().header("Idempotency-Key", "k-1").send("POST", ALL, JSON, bytes(body));
    Screen second = token().header("Idempotency-Key", "k-1").send("POST", ALL, JSON, bytes(body));

    assertThat(second.status()).isEqualTo(200);
    assertThat(json(second)).isEqualTo(json(first));
  }

  @Test
  void what_is_wrong_is_refused_by_name() {
    refuses(ALL, "{\"chanel\":\"PANEL\"}", "chanel");
    refuses(ALL, "{\"channel\":\"PIGEON\",\"text\":\"x\",\"consent\":{}}", "channel");
    refuses(ALL, "{\"channel\":\"PANEL\",\"text\":\"x\"}", "consent");
    refuses(ALL, "{\"channel\":\"PANEL\",\"consent\":{}}", "text");
    refuses(ALL, contribution("n", "x", "\"named\":true"), "consent.scopes.named");
    refuses(ALL, "{\"channel\":\"PANEL\",\"text\":\"x\",\"consent\":{\"when\":1}}", "consent.when");
    for (String query :
        Set.of("limit=0", "limit=201", "after=x", "channel=X", "status=X", "no=1")) {
      Screen answer = token().get(ALL + "?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(json(answer).path("detail").asText()).startsWith(query.split("=")[0]);
    }
  }

  @Test
  void a_contribution_is_checked_grouped_published_and_taken_back() {
    JsonNode added =
        json(post(ALL, contribution("way-1", "Lamps along the quay.", "\"published\":true")));
    String one = "/api/v1/contributions/" + added.path("id").asText();
    assertThat(json(token().get(one)).path("status").asText()).isEqualTo("RECEIVED");

    Screen refused = patch(one, "{\"status\":\"REFUSED\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(json(refused).path("detail").asText()).contains("reason");
    JsonNode cleared = json(patch(one, "{\"status\":\"CLEARED\"}"));
    assertThat(cleared.path("status").asText()).isEqualTo("PUBLISHED");
    assertThat(cleared.path("mode").asText()).isEqualTo("DIGITAL_FIRST");
    assertThat(token().get(ALL + "?status=PUBLISHED&q=lamps").html()).contains("Lamps along");
    assertThat(token().get(ALL + "?status=RECEIVED&q=lamps").html()).doesNotContain("Lamps along");
    assertThat(token().get(ALL + "?channel=SMS&q=lamps").html()).doesNotContain("Lamps along");

    String receipt = "/api/v1/receipts/" + added.path("receipt").asText();
    Screen own = portal.browser().get(receipt);
    assertThat(own.html()).contains("PUBLISHED").doesNotContain("Lamps along");
    assertThat(send(portal.browser(), "POST", receipt + "/withdrawal", "").html())
        .contains("WITHDRAWN");
    assertThat(token().get(one).status()).isEqualTo(404);
    assertThat(token().get(ALL + "?q=lamps").html()).doesNotContain("Lamps along");
    assertThat(send(token(), "DELETE", one, "").status()).isEqualTo(204);
  }

  @Test
  void a_cursor_leads_through_the_whole_record() {
    for (int i = 0; i < 5; i++) {
      post(ALL, contribution("page-" + i, "pageful " + i, ""));
    }
    Set<String> seen = new TreeSet<>();
    String after = "";
    do {
      JsonNode page = json(token().get(ALL + "?q=pageful&limit=2" + after));
      page.path("items").forEach(item -> seen.add(item.path("id").asText()));
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
    } while (!after.isEmpty());

    assertThat(seen).hasSize(5);
  }

  @Test
  void each_role_reads_as_far_as_it_may_and_nobody_without_a_token() {
    post(ALL, contribution("roles", "Private thoughts about taxis.", ""));

    assertThat(portal.browser().get(ALL).status()).isEqualTo(401);
    assertThat(as("nonsense").get(ALL).status()).isEqualTo(401);
    assertThat(as(tokenOf(Role.OFFICER)).get(ALL + "?q=taxis").html()).contains("Private thoughts");
    assertThat(as(tokenOf(Role.COUNCILLOR)).get(ALL + "?q=taxis").html())
        .doesNotContain("Private thoughts");
    Screen councillor = send(as(tokenOf(Role.COUNCILLOR)), "POST", ALL, contribution("c", "x", ""));
    assertThat(councillor.status()).isEqualTo(403);
  }

  @Test
  void a_guessed_code_is_unknown() {
    assertThat(portal.browser().get("/api/v1/receipts/AAA-AAAA-AAA").status()).isEqualTo(404);
  }

  @Test
  void a_consultation_is_opened_and_hears_people() {
    String body =
        """
        {"id":"night-buses","title":"Night buses","question":"Which lines?","promise":"CONSULT",
         "opensOn":"2020-01-01","closesOn":"2099-01-01","decidedBy":"The council",
         "decidesOn":"2099-02-01","ways":["PANEL"]}\
        """;
    Screen opened = post("/api/v1/consultations", body);

    assertThat(opened.status()).isEqualTo(201);
    assertThat(json(opened).path("hearing").asBoolean()).isTrue();
    assertThat(post("/api/v1/consultations", body).status()).isEqualTo(200);
    assertThat(post("/api/v1/consultations", body.replace("lines", "hours")).status())
        .isEqualTo(409);
    assertThat(portal.browser().get("/api/v1/consultations").html()).contains("night-buses");
    String door = "/api/v1/consultations/night-buses/contributions";
    assertThat(post(door, contribution("n1", "Line 4.", "")).status()).isEqualTo(201);
    Screen closedDoor = post(door, contribution("n2", "x", "").replace("PANEL", "STORY"));
    assertThat(closedDoor.status()).isEqualTo(409);
  }

  @Test
  void statements_are_put_up_and_voted_on_once_by_each() {
    String all = "/api/v1/consultations/after-six/statements";
    JsonNode statement = json(post(all, "{\"text\":\"Buses should run until ten.\"}"));
    String votes = "/api/v1/statements/" + statement.path("id").asText() + "/votes/";

    assertThat(send(token(), "PUT", votes + "p1", "{\"vote\":1}").status()).isEqualTo(200);
    assertThat(send(token(), "PUT", votes + "p1", "{\"vote\":-1}").status()).isEqualTo(200);
    assertThat(send(token(), "PUT", votes + "p2", "{\"vote\":2}").status()).isEqualTo(400);
    JsonNode listed = json(token().get(all)).path("items").path(0);
    assertThat(listed.path("marks").path("disagree").asInt()).isEqualTo(1);
    assertThat(listed.path("marks").path("agree").asInt()).isZero();
    JsonNode open = json(portal.browser().get(all)).path("items").path(0);
    assertThat(open.path("marks").isNull()).isTrue();
  }

  @Test
  void a_frozen_record_is_read_as_figures() {
    post(ALL, contribution("frozen", "Count me.", ""));
    JsonNode frozen = json(post("/api/v1/consultations/after-six/snapshots", ""));
    JsonNode report =
        json(token().get("/api/v1/snapshots/" + frozen.path("id").asText() + "/report"));

    assertThat(report.path("snapshot").path("hash")).isEqualTo(frozen.path("hash"));
    assertThat(report.path("figures").path(0).path("total").asInt()).isPositive();
  }

  @Test
  void what_sounds_like_danger_is_answered_kindly_and_read_by_the_safety_lead_alone() {
    JsonNode held = json(post(ALL, contribution("held", "He hits me on the last bus.", "")));
    String officer = tokenOf(Role.OFFICER);

    assertThat(held.path("message").asText()).startsWith("Thank you for telling us");
    assertThat(as(officer).get("/api/v1/contributions/" + held.path("id").asText()).status())
        .isEqualTo(404);
    assertThat(as(officer).get(ALL + "?status=HELD").html()).doesNotContain("hits me");
    assertThat(as(tokenOf(Role.SAFEGUARDING)).get(ALL + "?status=HELD").html()).contains("hits me");
  }

  @Test
  void every_route_of_the_api_is_described_and_what_is_described_is_served() {
    Set<String> routes = new TreeSet<>();
    portal.app().routes().all().stream()
        .filter(route -> route.pattern().startsWith("/api/v1/"))
        .forEach(route -> routes.add(route.method() + " " + route.pattern()));
    JsonNode served = json(portal.browser().get("/api/v1/openapi.json"));

    assertThat(described(OpenApi.written())).containsAll(routes);
    assertThat(described(served)).isEqualTo(routes);
  }

  private static Set<String> described(JsonNode description) {
    Set<String> all = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method ->
                    all.add(method.toUpperCase(Locale.ROOT) + " /api/v1" + path.getKey())));
    return all;
  }

  private static final String JSON = "application/json";

  private static void refuses(String path, String body, String name) {
    Screen answer = post(path, body);
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(json(answer).path("detail").asText()).startsWith(name + " ");
  }

  private static String contribution(String id, String text, String scopes) {
    return "{\"id\":\"%s\",\"channel\":\"PANEL\",\"text\":\"%s\",\"consent\":{\"scopes\":{%s}}}"
        .formatted(id, text, scopes);
  }

  private static Browser token() {
    return as("a-token-for-tests");
  }

  private static Browser as(String token) {
    return portal.browser().header("Authorization", "Bearer " + token);
  }

  private static String tokenOf(Role role) {
    TokenKey key = TokenKey.of(data.resolve("master-key.json"));
    return PeopleService.token(key, role, portal.time().instant().plus(Duration.ofHours(1)));
  }

  private static Screen post(String path, String body) {
    return send(token(), "POST", path, body);
  }

  private static Screen patch(String path, String body) {
    return send(token(), "PATCH", path, body);
  }

  private static Screen send(Browser browser, String method, String path, String body) {
    return browser.send(method, path, JSON, bytes(body));
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode json(Screen screen) {
    return Json.parse(screen.bytes());
  }
}
