package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.door.Access;
import org.folkmoot.door.Role;
import org.folkmoot.door.Route;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.people.PeopleService;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.store.TokenKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What somebody tries who wants to know or change more than they may: nothing comes of it.
final class TrespassTest {

  private static final String API = "/api/v1/consultations/after-six/contributions";
  private static final String JSON = "application/json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Portal portal;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @Test
  void neither_hits_nor_pages_tell_what_a_reader_may_not_see() {
    String shown = check(add("An aardvark and a zebra", "\"quoted\":true,\"published\":true"));
    portal
        .record()
        .service()
        .addText(shown, new DerivedText("REDACTION", "en", "An aardvark", "Amina", "Amina"), "A");
    add("A giraffe that nobody may quote", "");
    String declined = add("A giraffe with a bad word", "\"quoted\":true,\"published\":true");
    api(Role.OFFICER, "PATCH", one(declined), "{\"status\":\"REFUSED\",\"reason\":\"no\"}");
    String held = add("He hits me like a giraffe", "\"quoted\":true,\"published\":true");

    for (Role role : List.of(Role.COUNCILLOR, Role.FACILITATOR, Role.SORTITION, Role.DPO)) {
      for (String asked : List.of("q=zebra", "q=giraffe", "q=giraffe&status=REFUSED")) {
        JsonNode page = json(api(role, "GET", API + "?limit=1&" + asked, ""));
        assertThat(page.path("items")).as(role + " " + asked).isEmpty();
        assertThat(page.path("next").isNull()).as(role + " " + asked).isTrue();
      }
      assertThat(ids(role, "q=aardvark")).as(role.name()).containsExactly(shown);
    }
    JsonNode officer = json(api(Role.OFFICER, "GET", API + "?limit=1&status=HELD", ""));
    assertThat(officer.path("items")).isEmpty();
    assertThat(officer.path("next").isNull()).isTrue();
    assertThat(ids(Role.OFFICER, "q=giraffe")).hasSize(2).doesNotContain(held);
  }

  @Test
  void every_page_of_a_list_is_full_and_every_voice_comes_once() {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      shown.addFirst(check(add("A walrus " + i, "\"quoted\":true,\"published\":true")));
      add("A walrus unheard " + i, "");
    }

    assertThat(ids(Role.COUNCILLOR, "q=walrus")).containsExactlyElementsOf(shown);
    assertThat(ids(Role.FACILITATOR, "q=walrus")).containsExactlyElementsOf(shown);
  }

  @Test
  void staff_of_one_question_have_no_say_beside_it() {
    Browser scoped =
        portal.invite("Sly Officer", Portal.AFTER_SIX, Role.ADMIN, Role.OFFICER, Role.HOST);

    assertThat(scoped.get("/desk").status()).isEqualTo(200);
    assertThat(scoped.get("/desk/c/after-six/record").status()).isEqualTo(200);
    for (Route route : portal.app().routes().all()) {
      boolean ofThePortal =
          route.access() instanceof Access.Staff
              && !route.pattern().contains("{consultation}")
              && !route.pattern().startsWith("/api/")
              && !route.pattern().equals("/desk")
              // One's own sessions and second factor.
              && !route.pattern().startsWith("/desk/me");
      if (ofThePortal) {
        Screen answer =
            scoped.send(
                route.method(),
                route.pattern().replaceAll("\\{[^}]+}", "x1"),
                "application/x-www-form-urlencoded",
                "a=b".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(route.method() + " " + route.pattern()).isEqualTo(403);
      }
    }
  }

  @Test
  void a_receipt_tells_no_reason_but_the_one_meant_for_its_holder() {
    JsonNode added = json(api(Role.OFFICER, "POST", API, body("He hits me at the okapi stop", "")));
    String id = added.path("id").asText();
    portal.record().service().release(id, "Ruth", "Called her sister okapi-secret");
    portal.record().service().decline(id, "Amina", "It names a neighbour.");
    portal.record().service().hold(id, "Amina");

    String code = added.path("receipt").asText();
    String told = portal.browser().get("/api/v1/receipts/" + code).html();
    assertThat(told).contains("RELEASED").contains("It names a neighbour.");
    assertThat(told).doesNotContain("okapi-secret");
    assertThat(portal.browser().get("/r/" + code).html()).doesNotContain("okapi-secret");
  }

  @Test
  void what_was_left_out_of_a_say_is_left_out_of_the_talk() {
    String sessions = "/api/v1/consultations/after-six/sessions";
    api(Role.HOST, "POST", sessions, "{\"id\":\"hall\",\"title\":\"Hall\",\"state\":\"open\"}");
    JsonNode hall = json(api(Role.HOST, "GET", "/api/v1/sessions/hall", ""));
    api(Role.HOST, "POST", "/api/v1/sessions/hall/agenda", "{\"text\":\"Lamps\"}");
    JsonNode joined =
        json(
            portal
                .browser()
                .send(
                    "POST",
                    "/api/v1/sessions/hall/join",
                    JSON,
                    ("{\"code\":\""
                            + hall.path("joinCode").asText()
                            + "\",\"consent\":"
                            + "{\"scopes\":{\"quoted\":true,\"published\":true}}}")
                        .getBytes(StandardCharsets.UTF_8)));
    JsonNode said =
        json(
            as(joined.path("token").asText())
                .send(
                    "POST",
                    "/api/v1/sessions/hall/say",
                    JSON,
                    "{\"text\":\"Ask Percy Pangolin\"}".getBytes(StandardCharsets.UTF_8)));
    String talk = "/c/after-six/forum/hall";
    assertThat(portal.resident().get(talk).text()).contains("Percy Pangolin");

    portal
        .record()
        .service()
        .addText(
            said.path("id").asText(),
            new DerivedText("REDACTION", "en", "Ask somebody", "Amina", "Amina"),
            "Amina");

    assertThat(portal.resident().get(talk).html())
        .contains("Ask somebody")
        .doesNotContain("Pangolin");
  }

  @Test
  void where_parts_of_a_story_were_left_out_its_file_is_too() throws IOException {
    Browser teller = portal.resident();
    String form = "/c/after-six/stories/new";
    Screen thanks =
        teller
            .get(form)
            .form(form)
            .set("title", "Tapir at the stop")
            .set("words", "Old Mrs Tapir waits.")
            .set("description", "Mrs Tapir, waiting")
            .attach("file", "tapir-lane-4.png", "image/png", MediaFiles.picture(9, 9, "png"))
            .closing()
            .set("use", "unnamed")
            .tick("website")
            .submit();
    String id =
        portal
            .record()
            .reading()
            .byReceipt(org.folkmoot.record.ReceiptCode.parse(thanks.code()).orElseThrow())
            .orElseThrow()
            .id();
    check(id);
    String page = "/c/after-six/stories/" + id;
    String src = portal.resident().get(page).page().select("img[src*=media]").attr("src");
    assertThat(portal.resident().get(src).status()).isEqualTo(200);

    String file = src.substring(src.lastIndexOf('/') + 1);
    Browser thief = portal.resident();
    Screen taken = thief.get(form).form(form).set("words", "Mine").submit();
    Screen tried =
        thief.post(
            form,
            java.util.Map.of("csrf", taken.form(form).value("csrf"), "words", "", "file-id", file));
    assertThat(tried.html()).doesNotContain("tapir-lane-4");

    portal
        .record()
        .service()
        .addText(id, new DerivedText("REDACTION", "en", "She waits.", "Amina", "Amina"), "Amina");
    assertThat(portal.resident().get(page).html()).contains("She waits.").doesNotContain("Tapir");
    assertThat(portal.resident().get("/c/after-six/stories").html()).doesNotContain("Tapir");
    assertThat(portal.resident().get("/c/after-six/record").html()).doesNotContain("Tapir");
    assertThat(portal.resident().get(src).status()).isEqualTo(404);
    assertThat(portal.officer().get(page).html()).contains("She waits.");
  }

  @Test
  void words_are_guessed_neither_by_what_everybody_says_nor_by_trying_on() {
    String text = "They said that with this lamp the numbat would not have come";
    String code = json(api(Role.OFFICER, "POST", API, body(text, ""))).path("receipt").asText();
    String receipt = "/r/" + code.replace("-", "");
    assertThat(tryWords(portal.resident(), receipt, "that", "with").status()).isEqualTo(422);
    for (int i = 0; i < 9; i++) {
      assertThat(tryWords(portal.resident(), receipt, "numbat", "guess" + i).status())
          .isEqualTo(422);
    }
    assertThat(tryWords(portal.resident(), receipt, "numbat", "lamp").status())
        .as("right, but the guesses are used up")
        .isEqualTo(429);
    portal.time().forward(Duration.ofHours(2));
    assertThat(tryWords(portal.resident(), receipt, "numbat", "lamp").text()).contains(text);
  }

  @Test
  void no_link_leads_to_another_site() {
    assertThat(portal.resident().get(portal.url() + "//evil.example/x").html())
        .doesNotContain("\"//evil");
  }

  private static Screen tryWords(Browser who, String receipt, String first, String second) {
    return who.get(receipt)
        .form(receipt + "/words")
        .set("first", first)
        .set("second", second)
        .submit();
  }

  @Test
  void half_a_character_is_no_text() {
    Screen half = api(Role.OFFICER, "POST", API, body("a bus \\ud83d", ""));
    assertThat(half.status()).isEqualTo(400);
    assertThat(add("a bus \\ud83d\\ude8c", "")).isNotEmpty();
  }

  private static String add(String text, String scopes) {
    Screen added = api(Role.OFFICER, "POST", API, body(text, scopes));
    assertThat(added.status()).as(added.html()).isEqualTo(201);
    return json(added).path("id").asText();
  }

  private static String body(String text, String scopes) {
    return "{\"channel\":\"PANEL\",\"text\":\"%s\",\"consent\":{\"scopes\":{%s}}}"
        .formatted(text, scopes);
  }

  private static String check(String id) {
    portal.record().service().check(id, "Amina");
    return id;
  }

  private static String one(String id) {
    return "/api/v1/contributions/" + id;
  }

  /// All ids a reader finds, from page to page with one on each but perhaps none.
  private static List<String> ids(Role role, String asked) {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = json(api(role, "GET", API + "?limit=1&" + asked + after, ""));
      assertThat(page.path("items")).as(role + " " + asked + after).hasSize(1);
      ids.add(page.path("items").path(0).path("id").asText());
      after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
    } while (!after.isEmpty());
    return ids;
  }

  private static Screen api(Role role, String method, String path, String json) {
    return as(PeopleService.token(
            TokenKey.of(portal.data().resolve("master-key.json")),
            role,
            portal.time().instant().plus(Duration.ofDays(1))))
        .send(method, path, JSON, json.getBytes(StandardCharsets.UTF_8));
  }

  private static Browser as(String token) {
    return portal.browser().header("Authorization", "Bearer " + token);
  }

  private static JsonNode json(Screen screen) {
    try {
      return MAPPER.readTree(screen.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
