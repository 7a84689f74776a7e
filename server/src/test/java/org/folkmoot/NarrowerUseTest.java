package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.folkmoot.door.Role;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Voice;
import org.folkmoot.texting.Telephone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Of two answers that do not go together the narrower holds, at every door: "read and count mine,
/// do not quote" is not shown on the website, whatever else is ticked, and nothing by somebody
/// under 18 is shown to anybody but staff.
final class NarrowerUseTest {

  private static final String TOWN = "/c/after-six";
  private static final String API = "/api/v1/consultations/after-six/contributions";
  private static final String SAYS_SO = "what is only read and counted is never shown there";

  private static Portal portal;
  private static Browser officer;
  private static Browser facilitator;

  @BeforeAll
  static void open() {
    portal = Portal.start(Telephone.LINE, true);
    officer = portal.as("officer");
    facilitator = portal.as("facilitator");
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void count_only_and_show_it_is_count_only_and_the_sender_is_told() {
    for (String page : pages()) {
      Browser resident = portal.resident();
      ScreenForm form = form(resident, page, "narrowly " + page.replaceAll("\\W", ""));
      Screen thanks = form.set("use", "count").submit();

      assertThat(thanks.text()).as(page).contains("We do not quote it.", SAYS_SO);
      Screen receipt = resident.get("/r/" + thanks.code());
      assertThat(receipt.text()).as(page).contains(SAYS_SO);
      isKeptFromEverybody(thanks.code());
    }
  }

  @Test
  void a_receipt_can_be_widened_only_as_far_as_the_narrower_answer() {
    Browser resident = portal.resident();
    String page = TOWN + "/stories/new";
    Screen thanks = form(resident, page, "widened later").submit();
    Screen changed =
        resident.get("/r/" + thanks.code() + "/use").form().set("use", "count").submit();

    assertThat(changed.text()).contains("We do not quote it.", SAYS_SO);
    isKeptFromEverybody(thanks.code());
  }

  @Test
  void cards_letters_and_notes_that_staff_enter_keep_to_it_too() {
    String hall = "/desk" + TOWN + "/meetings/saltmarsh-hall";
    ReceiptCode card = portal.meetings().get("after-six", "saltmarsh-hall").cards().getLast();
    facilitator
        .get(hall + "/cards")
        .form()
        .set("code", card.printed())
        .set("words", "narrowly on a card")
        .set("use", "count")
        .tick("website")
        .tick("over16")
        .submit();
    isKeptFromEverybody(card.printed());

    facilitator
        .get(hall + "/notes")
        .form()
        .set("table", "Heron")
        .set("people", "7")
        .set("line-1", "narrowly at a table")
        .tick("website")
        .submit();
    isKeptFromEverybody(voice("narrowly at a table").receipt());

    String letters = "/desk" + TOWN + "/letters/new";
    ScreenForm letter = officer.get(letters).form().set("words", "narrowly in a letter");
    letter.set("writer", "Ann Other").set("kind", "person").set("use", "count").tick("website");
    assertThat(letter.submit().notice()).contains("in the record");
    isKeptFromEverybody(voice("narrowly in a letter").receipt());
  }

  @Test
  void a_program_asks_for_each_use_by_name_and_is_told_what_holds() {
    Screen unasked = post("{\"quoted\":true,\"media\":true}", "");
    assertThat(unasked.status()).isEqualTo(201);
    isKeptFromPublic(code(unasked));

    Screen young = post("{\"quoted\":true,\"published\":true}", ",\"under18\":true");
    assertThat(young.html()).contains("You are under 18");
    isKeptFromEverybody(code(young));
  }

  @Test
  void what_somebody_under_18_sends_is_shown_to_nobody_else() {
    for (String page : pages()) {
      Browser resident = portal.resident();
      Screen thanks =
          form(resident, page, "youngly " + page.replaceAll("\\W", ""))
              .set("under18", "yes")
              .submit();
      assertThat(thanks.text()).as(page).contains("You are under 18");
      isKeptFromEverybody(thanks.code());
    }
    Telephone phone = new Telephone(portal.url(), "+447700910444");
    isKeptFromEverybody(phone.answersAll("youngly by text", true));
  }

  @Test
  void who_says_under_18_in_the_live_room_has_no_name_and_is_not_shown() {
    officer.get("/desk" + TOWN + "/forum/after-six-live");
    String session = "/api/v1/sessions/after-six-live";
    String join = officer.get("/desk" + TOWN + "/forum/after-six-live").text();
    String code = join.replaceFirst("(?s).*?\\b([2-9A-HJKMNP-TV-Z]{8})\\b.*", "$1");
    String joined =
        send(
                portal.browser(),
                session + "/join",
                "{\"code\":\"%s\",\"name\":\"Younglyname\",\"under18\":true,\"consent\":{\"scopes\":{\"quoted\":true,\"published\":true}}}"
                    .formatted(code))
            .html();
    Browser young =
        portal
            .browser()
            .header(
                "Authorization",
                "Bearer " + joined.replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1"));
    send(young, session + "/hand", "{\"up\":true}");
    Screen said = send(young, session + "/say", "{\"text\":\"youngly in the room\"}");

    assertThat(said.html()).contains("under 18", "\"seq\":null");
    String room = portal.resident().get(TOWN + "/forum/after-six-live").html();
    assertThat(room).doesNotContain("youngly in the room", "Younglyname");
    isKeptFromEverybody(code(said));
    assertThat(send(portal.browser(), session + "/join", "{\"code\":\"X\",\"under18\":1}").status())
        .isEqualTo(400);
  }

  /// Pages whose forms end with the same questions, and where the words go.
  private static List<String> pages() {
    return List.of(
        TOWN + "/panel",
        TOWN + "/stories/new",
        TOWN + "/statements/own",
        TOWN + "/forum/topics/a-bus-you-book");
  }

  private static ScreenForm form(Browser resident, String page, String words) {
    String field = page.endsWith("panel") ? "q4" : page.contains("topics") ? "text" : "words";
    return resident.get(page).form(page).set(field, words).closing();
  }

  private static void isKeptFromPublic(String code) {
    Contribution c =
        portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
    portal.record().service().check(c.id(), "Officer");
    assertThat(portal.record().reading().find(Reader.PUBLIC, c.id())).as(c.text()).isEmpty();
  }

  /// Even after it was checked.
  private static void isKeptFromEverybody(String code) {
    Contribution c =
        portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
    portal.record().service().check(c.id(), "Officer");
    var reading = portal.record().reading();
    assertThat(reading.find(Reader.PUBLIC, c.id())).as(c.text()).isEmpty();
    assertThat(reading.find(Reader.COUNCILLOR, c.id())).as(c.text()).isEmpty();
    assertThat(reading.list(Reader.PUBLIC, RecordQuery.in("after-six").page(0, 200)).voices())
        .extracting(Voice::id)
        .doesNotContain(c.id());
    assertThat(portal.resident().get(TOWN + "/record").html()).doesNotContain(c.text());
  }

  private static Voice voice(String words) {
    return portal
        .record()
        .reading()
        .list(Reader.STAFF, RecordQuery.in("after-six").words(words))
        .voices()
        .getFirst();
  }

  private static Screen post(String scopes, String more) {
    Browser api =
        portal.browser().header("Authorization", "Bearer " + EveryGet.token(portal, Role.OFFICER));
    return send(
        api,
        API,
        "{\"channel\":\"PHONE\",\"text\":\"narrowly by a program\",\"consent\":{\"scopes\":%s}%s}"
            .formatted(scopes, more));
  }

  private static String code(Screen answer) {
    return answer.html().replaceFirst("(?s).*\"receipt\":\"([^\"]+)\".*", "$1");
  }

  private static Screen send(Browser who, String path, String json) {
    return who.send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }
}
