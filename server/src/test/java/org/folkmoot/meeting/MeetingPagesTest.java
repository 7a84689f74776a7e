package org.folkmoot.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Role;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A meeting from its plan to what was said there, over HTTP.
class MeetingPagesTest {

  private static final String DESK = "/desk/c/after-six/meetings";

  private static Portal portal;
  private static Browser facilitator;
  private static String hall;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
    facilitator = portal.invite(Role.FACILITATOR);
    hall = plan("Sąłtmarsh Hall").submit().path();
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  private static ScreenForm plan(String name) {
    return facilitator
        .get(DESK + "/new")
        .form()
        .set("name", name)
        .set("date", "2027-11-22")
        .set("starts", "18:30")
        .set("place", "Saltmarsh Hall\nQuay Street 4")
        .tick("offers", "hearing-loop")
        .set("access", "The ramp is on the river side.")
        .set("questions", "What do you miss after six?\nWho should pay?")
        .set("dots", "Later buses\nShared taxis")
        .set("cards", "6");
  }

  private static ScreenForm card(String code) {
    return facilitator
        .get(hall + "/cards")
        .form()
        .set("code", code)
        .set("words", "I walk home along the river.")
        .set("use", "unnamed")
        .tick("website")
        .tick("over16");
  }

  private static Meeting meeting() {
    return portal.meetings().find(hall.substring(DESK.length() + 1)).orElseThrow();
  }

  private static Contribution behind(String code) {
    Screen again = card(code).set("words", "something else").submit();
    assertThat(again.status()).isEqualTo(422);
    return portal.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
  }

  private static String nextCard(int number) {
    return meeting().cards().get(number).printed();
  }

  @Test
  void a_planned_meeting_has_a_notice_and_a_calendar_file() {
    Screen list = portal.resident().get("/c/after-six/meetings");
    Screen notice = list.press("Sąłtmarsh Hall");
    Screen calendar = notice.press("Put it in your calendar");

    assertThat(notice.text()).contains("Monday 22 November 2027, 18:30", "Hearing loop");
    assertThat(notice.text()).contains("What do you miss after six?");
    assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
    assertThat(calendar.html())
        .contains("\r\nDTSTART:20271122T183000Z\r\nDTEND:20271122T203000Z\r\n")
        .contains("LOCATION:Saltmarsh Hall\\, Quay Street 4");
    assertThat(calendar.html().lines())
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void a_plan_that_lacks_something_comes_back_whole() {
    Screen back = plan("").set("date", "2028-02-01").set("minutes", "soon").submit();

    assertThat(back.status()).isEqualTo(422);
    assertThat(back.errors()).hasSize(3);
    assertThat(back.form().value("place")).isEqualTo("Saltmarsh Hall\nQuay Street 4");
  }

  @Test
  void a_plan_sent_twice_is_one_meeting_and_another_of_its_name_is_another() {
    ScreenForm form = plan("Library");
    String first = form.submit().path();
    String again = form.submit().path();
    String other = plan("Library").submit().path();

    assertThat(first).isEqualTo(DESK + "/library").isEqualTo(again);
    assertThat(other).isEqualTo(DESK + "/library-2");
  }

  @Test
  void a_changed_plan_keeps_its_cards_and_makes_more() {
    String path = plan("Scout hut").submit().path();
    Meeting before = portal.meetings().find("scout-hut").orElseThrow();
    ScreenForm stale = facilitator.get(path + "/change").form().set("minutes", "90");
    facilitator.get(path + "/change").form().set("cards", "8").submit();
    Meeting after = portal.meetings().find("scout-hut").orElseThrow();

    assertThat(after.version()).isEqualTo(2);
    assertThat(after.cards()).hasSize(8).startsWith(before.cards().toArray(new ReceiptCode[0]));
    assertThat(after.plan().dots()).isEqualTo(before.plan().dots());
    assertThat(stale.submit().status()).isEqualTo(409);
  }

  @Test
  void a_note_sheet_becomes_lines_of_the_whole_table_once() {
    ScreenForm sheet =
        facilitator
            .get(hall + "/notes")
            .form()
            .set("table", "Heron")
            .set("people", "7")
            .set("line-1", "Buses stop too early")
            .set("kind-2", "words")
            .set("line-2", "I run to make the 18:40")
            .set("kind-5", "question")
            .set("line-5", "Who pays if the minibus is late?")
            .tick("agreed");
    Screen kept = sheet.submit();
    sheet.submit();

    assertThat(kept.notice()).isEqualTo("The sheet is kept.");
    List<Contribution> lines = heard(Channel.PUBLIC_MEETING, "Heron");
    assertThat(lines).hasSize(3).allMatch(c -> c.voices().equals(new Voices.Group(7)));
    assertThat(lines).allMatch(c -> c.consent().scopes().quoted());
    assertThat(lines).noneMatch(c -> c.consent().scopes().published());
    assertThat(lines)
        .extracting(c -> c.captureKind().name())
        .containsExactlyInAnyOrder("SUMMARY_NOTE", "VERBATIM_NOTE", "SUMMARY_NOTE");
  }

  @Test
  void an_empty_note_sheet_comes_back() {
    Screen back = facilitator.get(hall + "/notes").form().set("table", "Heron").submit();

    assertThat(back.status()).isEqualTo(422);
    assertThat(back.errors()).containsExactly("Copy at least one line");
    assertThat(back.form().value("table")).isEqualTo("Heron");
  }

  @Test
  void dots_are_marks_and_never_people() {
    ScreenForm sheet =
        facilitator
            .get(hall + "/dots")
            .form()
            .set("sheet", "1")
            .set("dots-later-buses", "21")
            .set("dots-shared-taxis", "9")
            .set("people", "10");
    assertThat(sheet.submit().notice()).isEqualTo("The dots are kept.");
    sheet.submit();
    Screen other = sheet.set("dots-later-buses", "5").submit();

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text()).contains("Nothing was added", "21");
    List<Contribution> sheets = heard(Channel.DOT_VOTE, "1");
    assertThat(sheets).hasSize(1);
    assertThat(sheets.getFirst().voices()).isEqualTo(new Voices.Tally(30));
    assertThat(sheets.getFirst().marks()).containsEntry("dot:later-buses", 21);
    assertThat(sheets.getFirst().status()).isEqualTo(Status.CLEARED);
  }

  @Test
  void a_card_is_entered_once_and_its_second_use_shows_the_first() {
    String code = nextCard(0);
    ScreenForm form = card(code.toLowerCase(Locale.ROOT).replace("-", " "));
    assertThat(form.submit().notice()).startsWith("The card is kept.");
    assertThat(form.submit().notice()).startsWith("The card is kept.");

    Screen second = card(code).set("words", "Somebody else").submit();

    assertThat(second.status()).isEqualTo(422);
    assertThat(second.text()).contains("entered before", "I walk home along the river.");
    assertThat(second.form().value("words")).isEqualTo("Somebody else");
    Contribution kept = behind(code);
    assertThat(kept.text()).isEqualTo("I walk home along the river.");
    assertThat(kept.receipt().printed()).isEqualTo(code);
    assertThat(kept.consent().scopes().published()).isTrue();
  }

  @Test
  void one_wrong_character_is_told_kindly() {
    String code = nextCard(1);
    char last = code.charAt(code.length() - 1);
    String wrong = code.substring(0, code.length() - 1) + (last == 'A' ? 'B' : 'A');
    Screen back = card(wrong).submit();

    assertThat(back.status()).isEqualTo(422);
    assertThat(back.errors())
        .containsExactly("One of the characters is not right. Look at the card once more.");
    assertThat(back.form().value("words")).isEqualTo("I walk home along the river.");
  }

  @Test
  void a_card_of_another_meeting_is_not_entered_here() {
    plan("Other hall").submit();
    String code = portal.meetings().find("other-hall").orElseThrow().cards().getFirst().printed();

    assertThat(card(code).submit().errors()).singleElement().asString().contains("right meeting");
  }

  @Test
  void without_the_tick_at_16_a_card_is_counted_and_no_more() {
    String code = nextCard(2);
    facilitator
        .get(hall + "/cards")
        .form()
        .set("code", code)
        .set("words", "My brother waits with me.")
        .set("use", "unnamed")
        .tick("website")
        .tick("young")
        .submit();

    Contribution kept = behind(code);
    assertThat(kept.under18()).isTrue();
    assertThat(kept.consent().scopes().quoted()).isFalse();
    assertThat(kept.consent().scopes().published()).isFalse();
  }

  @Test
  void a_worrying_card_is_set_apart_and_its_second_use_shows_nothing() {
    String code = nextCard(3);
    Screen after = card(code).set("words", "I want to kill myself").submit();
    Screen second = card(code).submit();

    assertThat(after.notice()).contains("set apart for the safety lead");
    assertThat(second.text()).contains("cannot be shown").doesNotContain("kill myself");
    assertThat(behind(code).status()).isEqualTo(Status.HELD);
  }

  @Test
  void heads_and_slips_are_both_kept() {
    Screen kept =
        facilitator.get(hall).form("attendance").set("heads", "31").set("slips", "24").submit();

    assertThat(kept.notice()).isEqualTo("Both numbers are kept.");
    assertThat(meeting().attendance()).isEqualTo(new Meeting.Attendance(31, 24));
    assertThat(facilitator.get(hall).form("attendance").set("heads", "many").submit().status())
        .isEqualTo(422);
  }

  @Test
  void residents_and_councillors_do_not_enter_paper() {
    assertThat(portal.resident().get(hall).status()).isEqualTo(401);
    assertThat(portal.invite(Role.COUNCILLOR).get(hall + "/cards").status()).isEqualTo(403);
  }

  private static List<Contribution> heard(Channel channel, String table) {
    List<Contribution> found = new ArrayList<>();
    portal
        .record()
        .reading()
        .eachUpTo(
            "after-six",
            Long.MAX_VALUE,
            c -> {
              if (c.channel() == channel && c.source().table().equals(table)) {
                found.add(c);
              }
            });
    return found;
  }
}
