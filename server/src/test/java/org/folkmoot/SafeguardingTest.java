package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.folkmoot.door.Role;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.texting.Telephone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A phrase that may mean danger, sent by every door: its sender is answered kindly at once, the
/// lead has it, and nobody else finds any trace of it.
@Order(1)
final class SafeguardingTest {

  private static final String TOWN = "/c/after-six";
  private static final String DESK = "/desk" + TOWN;

  private static final String CONTRIBUTION = "\"id\":\"(c[^\"]{22})\"";

  private static Portal portal;
  private final List<String> marks = new ArrayList<>();

  @BeforeAll
  static void open() {
    portal = Portal.start(Telephone.LINE, true);
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void what_may_mean_danger_reaches_the_lead_and_nobody_else() throws IOException {
    Browser officer = portal.as("officer");
    Browser facilitator = portal.as("facilitator");
    String heardBefore = heard();

    heldOnPage(portal.resident(), TOWN + "/panel", "q4");
    heldOnPage(portal.resident(), TOWN + "/stories/new", "words");
    heldOnPage(portal.resident(), TOWN + "/statements/own", "words");
    heldOnPage(portal.resident(), TOWN + "/forum/topics/a-bus-you-book", "text");
    byText();
    byApi();
    atTheMeeting(facilitator);
    inAFile();
    asANameToShow();
    typedByStaff(officer, facilitator);

    assertThat(heard()).as("counts people see").isEqualTo(heardBefore);
    Browser lead = portal.as("safety");
    EveryGet every =
        everyGet()
            // Every other role: WallsTest.
            .reader("public", portal.resident())
            .reader(Role.OFFICER, officer);
    var nobody = new SoftAssertions();
    for (EveryGet.Seen seen : every.walk()) {
      nobody
          .assertThat(marks.stream().filter(seen::holds))
          .as(seen.address() + " as " + seen.reader())
          .isEmpty();
    }
    nobody.assertAll();
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

  /// A story as a Word file, and a letter that the council types in from one.
  private void inAFile() throws IOException {
    String page = TOWN + "/stories/new";
    byte[] story = MediaFiles.docx("About my evenings.", phrase("storyfile"));
    Screen told =
        portal
            .resident()
            .get(page)
            .form()
            .attach("file", "story.docx", "application/zip", story)
            .closing()
            .submit();
    assertThat(told.address().getQuery()).contains("kind=held");

    byte[] letter = MediaFiles.docx("Dear council,", phrase("letterfile"));
    Screen entered =
        portal
            .as("officer")
            .get(DESK + "/letters")
            .form()
            .attach("file", "letter.docx", "application/zip", letter)
            .submit()
            .form()
            .set("writer", "Ann Other")
            .set("kind", "person")
            .set("use", "unnamed")
            .tick("website")
            .submit();
    assertThat(entered.notice()).contains("set apart");
  }

  /// Names are words too: to be quoted under, at once or later, and to be seen by in the live room.
  private void asANameToShow() {
    Browser resident = portal.resident();
    String stories = TOWN + "/stories/new";
    ScreenForm named = resident.get(stories).form().set("words", "A story.").closing();
    named.set("use", "named").set("use-name", phrase("quotedas"));
    assertThat(named.submit().address().getQuery()).contains("kind=held");

    ScreenForm plain = resident.get(stories).form().set("words", "Another story.").closing();
    String code = plain.submit().code();
    Screen renamed =
        resident
            .get("/r/" + code + "/use")
            .form()
            .set("use", "named")
            .set("use-name", phrase("renamed"))
            .submit();
    assertThat(renamed.address().getQuery()).contains("kind=held");

    String live = TOWN + "/forum/after-six-live";
    Screen joined =
        resident.get(live + "/join").form("/join").closing().set("name", shortPhrase()).submit();
    assertThat(joined.address().getQuery()).contains("kind=held");
    assertThat(resident.get(live).hasForm("/say")).isTrue();
  }

  private void typedByStaff(Browser officer, Browser facilitator) {
    String hall = DESK + "/meetings/saltmarsh-hall";
    Screen carded =
        facilitator
            .get(hall + "/cards")
            .form()
            .set(
                "code",
                portal.meetings().get("after-six", "saltmarsh-hall").cards().getLast().printed())
            .set("words", phrase("card"))
            .set("use", "unnamed")
            .tick("website")
            .tick("over16")
            .submit();
    assertThat(carded.notice()).contains("set apart");

    String page = TOWN + "/stories/new";
    portal.resident().get(page).form().set("words", "Jest zimnozq.").closing().submit();
    String list = "/api/v1/consultations/after-six/contributions?q=zimnozq";
    String id = DESK + "/record/" + found(api("GET", list, ""), CONTRIBUTION)[0];
    Screen typed = officer.get(id).form("Add it").set("text", phrase("transcript")).press("Add it");
    assertThat(typed.notice()).contains("set apart");
    assertThat(officer.get(id).status()).isEqualTo(404);

    Screen recommended =
        officer
            .get(DESK + "/jury")
            .form("/recommendations")
            .set("number", "R8")
            .set("words", phrase("jury"))
            .set("support-support", "3")
            .submit();
    assertThat(recommended.notice()).contains("set apart");

    String host = "/desk" + TOWN + "/forum/after-six-live";
    Screen captioned =
        officer.get(host).form("/captions").set("caption", phrase("caption")).submit();
    assertThat(captioned.notice()).contains("set apart");
  }

  private EveryGet everyGet() {
    String lead = EveryGet.token(portal, Role.SAFEGUARDING);
    Screen held =
        portal
            .browser()
            .header("Authorization", "Bearer " + lead)
            .look("/api/v1/consultations/after-six/contributions?limit=200&status=HELD");
    String[] ids = found(held, CONTRIBUTION);
    assertThat(ids.length).isGreaterThanOrEqualTo(marks.size());
    return EveryGet.ofTheTown(portal)
        .knows("id", ids)
        .knows("story", ids)
        .knows("media", found(held, "\"id\":\"(med_[^\"]+)\""))
        .knows("receipt", found(held, "\"receipt\":\"([^\"]+)\""))
        .knows("receipt/key", "none/none")
        .knows("snapshot", "none")
        .knows("figure", "all")
        .knows("version", "1")
        .knows("folder", "css")
        .knows("file", "none.css")
        .besides(
            TOWN + "/record?q=hits",
            DESK + "/record?q=hits",
            DESK + "/record?status=RECEIVED",
            "/api/v1/consultations/after-six/contributions?limit=200",
            "/api/v1/consultations/after-six/contributions?limit=200&status=HELD");
  }

  private static String[] found(Screen screen, String pattern) {
    return Pattern.compile(pattern)
        .matcher(screen.html())
        .results()
        .map(result -> result.group(1))
        .distinct()
        .toArray(String[]::new);
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

  /// One that fits into a name of 40 letters.
  private String shortPhrase() {
    marks.add("zqnamex");
    return "hits me zqnamex";
  }

  private static String heard() {
    return portal.resident().get(TOWN).page().select(".figures").text();
  }

  private static Screen api(String method, String path, String json) {
    return portal
        .browser()
        .header("Authorization", "Bearer " + EveryGet.token(portal, Role.OFFICER))
        .send(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }
}
