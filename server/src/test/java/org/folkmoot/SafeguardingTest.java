package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.texting.Telephone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A phrase that may mean danger, sent by every door: its sender is answered kindly at once, the
/// lead has it, and nobody else finds any trace of it.
final class SafeguardingTest {

  private static final String TOWN = "/c/after-six";
  private static final String DESK = "/desk" + TOWN;

  private static Portal portal;
  private final List<String> marks = new ArrayList<>();

  @BeforeAll
  static void open() {
    portal =
        Portal.start(
            Map.of(
                "sms", "twilio",
                "twilio_account_sid", "ACtest",
                "twilio_auth_token", Telephone.TOKEN,
                "twilio_number", Telephone.PORTAL,
                "admin_token", "every-right"),
            true);
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void what_may_mean_danger_reaches_the_lead_and_nobody_else() {
    Browser officer = as("officer");
    Browser facilitator = as("facilitator");
    Browser councillor = as("councillor");
    String heardBefore = heard();

    heldOnPage(portal.resident(), TOWN + "/panel", "q4");
    heldOnPage(portal.resident(), TOWN + "/stories/new", "words");
    heldOnPage(portal.resident(), TOWN + "/statements/own", "words");
    heldOnPage(portal.resident(), TOWN + "/forum/topics/a-bus-you-book", "text");
    byText();
    byApi();
    atTheMeeting(facilitator);

    assertThat(heard()).as("counts people see").isEqualTo(heardBefore);
    for (Browser reader : List.of(portal.resident(), officer, facilitator, councillor)) {
      for (String page : pages()) {
        String seen = reader.get(page).html();
        assertThat(marks).as(page).noneMatch(seen::contains);
      }
    }
    String list = api("GET", "/api/v1/consultations/after-six/contributions?limit=200", "").html();
    assertThat(marks).as("the list of the API").noneMatch(list::contains);
    Browser lead = as("safety");
    String held = lead.get(DESK + "/safety").html();
    assertThat(marks).as("the lead's list").allMatch(held::contains);
  }

  @Test
  void a_polish_sender_is_answered_in_polish() {
    Browser resident = portal.resident().header("Accept-Language", "pl");
    Screen answer = send(resident, TOWN + "/stories/new", "words", "On bije mnie w domu.");

    assertThat(answer.address().getQuery()).contains("kind=held");
    assertThat(answer.page().select("html").attr("lang")).isEqualTo("pl");

    Telephone phone = new Telephone(portal.url(), "+447700910777");
    phone.text("BUS");
    phone.text("2");
    assertThat(String.join(" ", phone.text("chce umrzec")))
        .contains("116 123")
        .contains("Nikt tu nie czyta");
  }

  private void heldOnPage(Browser resident, String page, String field) {
    Screen answer = send(resident, page, field, phrase(page));
    assertThat(answer.address().getQuery()).as(page).contains("kind=held");
    assertThat(answer.text()).as(page).contains("116 123");
  }

  private static Screen send(Browser resident, String page, String field, String words) {
    return resident.get(page).form(page).set(field, words).closing().submit();
  }

  private void byText() {
    Telephone phone = new Telephone(portal.url(), "+447700910778");
    List<String> answer = phone.text("BUS " + phrase("text"));
    assertThat(String.join(" ", answer)).contains("not watched live").contains("999");
  }

  private void byApi() {
    Screen answer =
        api(
            "POST",
            "/api/v1/consultations/after-six/contributions",
            "{\"channel\":\"PANEL\",\"text\":\"%s\",\"consent\":{\"scopes\":{}}}"
                .formatted(phrase("api")));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.html()).contains("message");
    Screen said =
        api(
            "POST",
            "/api/v1/sessions/after-six-live/say",
            "{\"text\":\"%s\"}".formatted(phrase("live")));
    assertThat(said.status() / 100).isEqualTo(2);
  }

  private void atTheMeeting(Browser facilitator) {
    Screen noted =
        facilitator
            .get(DESK + "/meetings/saltmarsh-hall/notes")
            .form()
            .set("table", "Heron")
            .set("people", "7")
            .set("line-1", phrase("notes"))
            .submit();
    assertThat(noted.status()).isEqualTo(200);
    assertThat(marks).noneMatch(noted.html()::contains);
  }

  /// A phrase of the list with a word in it that stands nowhere else.
  private String phrase(String door) {
    String mark = "zq" + door.replaceAll("[^a-z]", "") + "x";
    marks.add(mark);
    return "He hits me when I come home " + mark;
  }

  private static String heard() {
    return portal.resident().get(TOWN).page().select(".figures").text();
  }

  private static List<String> pages() {
    return List.of(
        "/",
        TOWN,
        TOWN + "/record",
        TOWN + "/record?q=hits",
        TOWN + "/stories",
        TOWN + "/statements",
        TOWN + "/forum",
        TOWN + "/forum/after-six-live",
        TOWN + "/forum/topics/a-bus-you-book",
        TOWN + "/read",
        TOWN + "/report",
        DESK,
        DESK + "/record",
        DESK + "/record?q=hits",
        DESK + "/record?status=RECEIVED",
        DESK + "/safety",
        DESK + "/stories",
        DESK + "/statements",
        DESK + "/texting",
        DESK + "/forum",
        DESK + "/forum/after-six-live",
        DESK + "/meetings/saltmarsh-hall",
        DESK + "/letters");
  }

  private static Browser as(String who) {
    Browser browser = portal.resident();
    browser.get("/demo/as/" + who).form("/demo/as/" + who).submit();
    return browser;
  }

  private static Screen api(String method, String path, String json) {
    return portal
        .browser()
        .header("Authorization", "Bearer " + officerToken())
        .send(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /// An officer's token: the admin token has every right, the lead's too.
  private static String officerToken() {
    return org.folkmoot.people.PeopleService.token(
        org.folkmoot.store.TokenKey.of(portal.data().resolve("master-key.json")),
        org.folkmoot.door.Role.OFFICER,
        portal.time().instant().plus(java.time.Duration.ofDays(1)));
  }
}
