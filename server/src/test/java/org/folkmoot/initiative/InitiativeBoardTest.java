package org.folkmoot.initiative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The initiative of the sample town: everything it goes by is on a page, and one of each is
/// changed with its reason in the log.
class InitiativeBoardTest {

  private static final String HERE = "/i/wrenmouth";
  private static final String DESK = "/desk/i/wrenmouth";

  private static Portal portal;
  private static Browser resident;
  private static Browser officer;

  @BeforeAll
  static void start() {
    portal = Portal.start(Map.of("admin_token", "every-right"), true);
    resident = portal.resident();
    officer = portal.resident();
    officer.get("/demo/as/officer").form().submit();
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  private static int count(String page, String selector) {
    return resident.get(HERE + page).page().select(selector).size();
  }

  @Test
  void everything_an_initiative_goes_by_is_on_a_page() {
    assertThat(count("/stages", "details.stage")).isEqualTo(5);
    assertThat(count("/stages", "[id^=task-]")).isEqualTo(49);
    for (int stage = 1; stage <= 5; stage++) {
      assertThat(count("/stages", "#stage-" + stage + " [id^=task-]"))
          .isEqualTo(List.of(10, 7, 13, 11, 8).get(stage - 1));
    }
    assertThat(count("/stages", "[id^=issue-]")).isEqualTo(18);
    assertThat(count("", "[id^=condition-]")).isEqualTo(5);
    assertThat(count("", "[id^=role-]")).isEqualTo(3);
    assertThat(count("/check", "h2[id^=challenge-]")).isEqualTo(5);
    assertThat(count("/check", "[id^=line-]")).isEqualTo(19);
    assertThat(count("/check", "[id^=outcome-]")).isEqualTo(4);
    assertThat(count("/learning", "[id^=learning-]")).isEqualTo(10);
    assertThat(count("/invitations", ".states--invitation li")).isEqualTo(13);
    assertThat(count("/invitations", ".states--answer li")).isEqualTo(9);
    assertThat(count("/agenda", ".partners > li")).isEqualTo(9);
    assertThat(count("/agenda", "[aria-labelledby=goals] li")).isEqualTo(4);
    assertThat(count("/indicators", "svg.chart")).isEqualTo(6);
    assertThat(count("/indicators", ".chart-one table")).isEqualTo(6);
  }

  @Test
  void the_first_page_begins_with_what_anybody_can_do_and_help_with_the_call_that_is_open() {
    Screen first = resident.get(HERE);
    assertThat(first.page().select("main h2").getFirst().text()).isEqualTo("What you can do now");
    assertThat(first.page().select("#asked ~ article a").eachAttr("href"))
        .contains("/c/after-six", HERE + "/invitations/safe-waiting-places/answer")
        .doesNotContain("/c/waiting-places");
    assertThat(first.text()).doesNotContain("year after next").doesNotContain("{year");
    assertThat(first.page().select(".lead").text()).containsPattern("by 20[0-9]{2} nobody");

    Screen help = resident.get(HERE + "/invitations");
    assertThat(help.page().select("main h2").getFirst().text()).startsWith("Safe waiting places");
    assertThat(help.page().select(".call-first").text()).startsWith("You can answer");
    assertThat(help.page().select(".states--invitation").size()).isEqualTo(4);
  }

  @Test
  void the_page_says_where_we_are_and_how_we_got_there() {
    assertThat(resident.get(HERE).page().select("[aria-current=step]").text())
        .startsWith("4")
        .contains("We are here");
    assertThat(resident.get(HERE + "/stages").page().select("section .steps > li"))
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void a_question_leads_to_what_it_is_part_of() {
    assertThat(resident.get("/i/after-six").path()).isEqualTo(HERE);
    assertThat(resident.get("/i/after-six/stages").path()).isEqualTo(HERE + "/stages");
    assertThat(resident.get("/").links()).contains(HERE);
    assertThat(resident.get("/c/after-six").links()).contains(HERE);
  }

  @Test
  void a_late_figure_a_missing_one_and_a_changed_one_are_told() {
    String said = resident.get(HERE + "/indicators").text();
    assertThat(said)
        .contains("Nothing has come from Wren Valley Buses.")
        .contains("Came late, on")
        .contains("It said 12.1% first. Changed because: Eleven people had been counted twice")
        .contains("Now 11.6%. It was 14.2% at the start. We want 6% by");
    assertThat(count("/indicators", "#journeys .chart__gap")).isEqualTo(2);
    assertThat(count("/indicators", "#classes svg.chart .chart__first")).isEqualTo(1);
  }

  @Test
  void what_was_promised_and_what_was_given_are_never_added() {
    Screen buddies = resident.get(HERE + "/invitations/evening-buddies");
    assertThat(buddies.page().select(".pledged").eachText()).containsExactly("320 hours");
    Screen safe = resident.get(HERE + "/invitations/safe-waiting-places");
    assertThat(safe.page().select(".pledged").eachText()).containsExactly("260 hours a month");
    assertThat(safe.page().select(".delivered").eachText()).containsExactly("118 hours");
    assertThat(safe.text()).contains("7 answers so far").contains("First answer from them");
    assertThat(safe.text()).doesNotContain("Eastgate Haulage").doesNotContain("Student Union");
  }

  @Test
  void a_draft_is_seen_by_nobody_outside_and_goes_out_only_for_a_goal() {
    String draft = "/invitations/in-their-language";
    assertThat(resident.look(HERE + draft).status()).isEqualTo(404);
    assertThat(resident.look(HERE + draft + "/answer").status()).isEqualTo(404);
    move(draft, "IN_REVIEW");
    move(draft, "APPROVED");
    Screen refused = move(draft, "RELEASED");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors())
        .containsExactly("It serves no goal yet. Without a goal it cannot go out.");
    assertThat(resident.get(HERE + "/log").text())
        .contains(
            "Tell people in their language: from “Being written” to “Being read by the partners”")
        .contains("Because of the test.");
  }

  private static Screen move(String invitation, String state) {
    return officer
        .get(DESK + invitation)
        .form("Save")
        .set("state", state)
        .set("why", "Because of the test.")
        .submit();
  }

  @Test
  void one_of_each_is_changed_with_its_reason_in_the_log() {
    Map<String, String> changes =
        Map.of(
            "issue-4-1", "PRESSING",
            "condition-3", "MOST",
            "role-2", "VACANT",
            "challenge-impact", "SOME",
            "line-impact-3", "ALL",
            "outcome-4", "SOME",
            "learning-6", "GONE");
    changes.forEach((item, standing) -> {
      String why = "The reason for " + item + ".";
      Screen page =
          officer
              .get(DESK + "/items/" + item)
              .form("Save")
              .set("standing", standing)
              .set("note", "A note on " + item + ".")
              .set("why", why)
              .submit();
      assertThat(page.path()).isEqualTo(HERE + "/items/" + item);
      assertThat(resident.get(HERE + "/items/" + item).text())
          .contains(why)
          .contains("A note on " + item)
          .doesNotContain("By Amina Rahman");
      assertThat(page.text()).contains("By Amina Rahman");
      assertThat(resident.get(HERE + "/log").text()).contains(why);
    });
    assertThat(resident.get(HERE + "/check").page().select("#line-impact-3").text())
        .contains("nothing that people told us is shown");
  }

  @Test
  void a_task_is_ticked_with_what_people_said_and_not_with_nothing() {
    String task = "/items/task-5-2";
    ScreenForm bare = officer.get(DESK + task).form("Save").set("standing", "DONE");
    assertThat(bare.set("why", "Done.").submit().errors())
        .containsExactly("Tick something people said, or write what was done.");
    Screen found = officer.get(DESK + task + "?q=bus");
    ScreenForm form = found.form("Save").set("standing", "DONE").set("why", "People told us.");
    List<String> voices = form.choices("evidence");
    assertThat(voices).isNotEmpty();
    form.tick("evidence", voices.getFirst()).submit();
    Screen page = resident.get(HERE + task);
    assertThat(page.text())
        .contains("What people said about it")
        .contains("5.2 Look again at the problem and the way: from “To do” to “Done”")
        .contains("People told us.");
    assertThat(resident.get(HERE + "/stages").page().select("#task-5-2").text()).contains("Done");
  }

  @Test
  void a_stage_is_moved_back_and_forth_with_what_was_left_open() {
    ScreenForm form = officer.get(DESK + "/stage").form("Save").set("to", "5");
    assertThat(form.submit().errors()).containsExactly("Say why. It stands in the log.");
    form.set("why", "To look back.").submit();
    assertThat(resident.get(HERE).text()).contains("Stage 5 of 5");
    assertThat(resident.get(HERE + "/log").text())
        .contains("From stage 4 to stage 5. Tasks left open: 4.3 4.5")
        .contains("To look back.");
    officer.get(DESK + "/stage").form("Save").set("to", "4").set("why", "Not yet.").submit();
    assertThat(resident.get(HERE).text()).contains("Stage 4 of 5");
  }

  @Test
  void a_figure_is_kept_beside_the_one_before_and_one_that_cannot_be_is_refused() {
    String seats = DESK + "/indicators/seats";
    String quarter = officer.get(seats).form("Save").choices("quarter").get(2);
    ScreenForm form = officer.get(seats).form("Save").set("quarter", quarter);
    assertThat(form.set("value", "140").submit().status()).isEqualTo(422);
    assertThat(form.set("value", "36").submit().errors())
        .containsExactly("Say why. It stands in the log.");
    assertThat(form.set("why", "One more seat was counted.").submit().status()).isEqualTo(200);
    assertThat(resident.get(HERE + "/indicators").page().select("#seats table").text())
        .contains("36%")
        .contains("It said 33% first. Changed because: One more seat was counted.");
    assertThat(resident.get(HERE + "/log").text()).contains("36%, before 33%. It came late.");
    assertThat(resident.get(HERE + "/log").text()).doesNotContain("140");
  }

  @Test
  void a_shelf_shows_only_stories_that_their_tellers_let_everybody_read() {
    ScreenForm form = officer.get(DESK + "/shelf/1").form("Save");
    List<String> stories = form.choices("stories");
    stories.forEach(story -> form.tick("stories", story));
    form.set("why", "All of them.").submit();
    List<String> shown =
        resident.get(HERE + "/stages").page().select("#stage-1 ul:not(.rows) a").eachAttr("href");
    assertThat(shown).isNotEmpty().hasSizeLessThanOrEqualTo(stories.size());
    assertThat(shown).allSatisfy(href -> assertThat(resident.get(href).status()).isEqualTo(200));
    assertThat(resident.get(HERE + "/log").text()).contains("All of them.");
  }

  @Test
  void anybody_answers_without_an_account_reads_the_reason_and_takes_it_back() {
    Browser stranger = portal.browser();
    String invitation = HERE + "/invitations/safe-waiting-places";
    ScreenForm form = stranger.get(invitation + "/answer").form();
    assertThat(form.set("count", "many").submit().errors()).hasSize(4);
    form.set("words", "Our launderette has a zebra chair.")
        .set("count", "12")
        .set("organisation", "Zebra Launderette")
        .set("contact", "zebra@example.org");
    Screen receipt = form.submit();
    String code = receipt.code();
    assertThat(form.submit().code()).isEqualTo(code);
    assertThat(receipt.text()).contains("12 hours a month").contains("Waiting to be read");
    assertThat(resident.get(invitation).text())
        .doesNotContain("Zebra")
        .contains("8 answers so far");

    for (String state : List.of("OFFERED_A_ROLE", "AGREED")) {
      Screen desk = officer.get(officer.get(invitation).link("Zebra"));
      assertThat(desk.text()).contains("zebra@example.org");
      desk.form("Save").set("state", state).set("why", "A zebra reason.").submit();
    }
    assertThat(stranger.get(receipt.path()).text()).contains("Agreed").contains("A zebra reason.");
    assertThat(resident.get(invitation).text()).contains("Zebra Launderette");
    assertThat(resident.get(HERE + "/log").text())
        .contains("an answer now stands at “Agreed”")
        .doesNotContain(code);

    Screen gone = stranger.get(receipt.path()).form("Take it back").submit();
    assertThat(gone.text()).contains("This answer was taken back.");
    for (Browser who : List.of(resident, officer, stranger)) {
      for (String page : List.of(invitation, HERE + "/log", receipt.path())) {
        assertThat(who.get(page).text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("zebra");
      }
    }
    assertThat(portal.record().ledger().verify("i/wrenmouth").wrong()).isEmpty();
  }

  @Test
  void only_an_officer_changes_anything() {
    for (String page :
        List.of(
            "/stage",
            "/items/task-4-3",
            "/shelf/4",
            "/indicators/seats",
            "/invitations/evening-buddies")) {
      assertThat(portal.resident().look(DESK + page).status()).as(page).isEqualTo(401);
      for (String who : List.of("facilitator", "councillor", "safety")) {
        Browser colleague = portal.resident();
        colleague.get("/demo/as/" + who).form().submit();
        assertThat(colleague.look(DESK + page).status()).as(page + " " + who).isEqualTo(403);
      }
    }
  }

  @Test
  void all_of_it_is_there_in_polish() {
    for (String page : InitiativeViews.PAGES) {
      Screen polish = resident.get(HERE + "/" + page + "?lang=pl");
      assertThat(polish.page().selectFirst("html").attr("lang")).as(page).isEqualTo("pl");
      assertThat(polish.slips()).as(page).isEmpty();
    }
    assertThat(resident.get(HERE + "/stages?lang=pl").text()).contains("Jesteśmy tutaj");
    resident.get(HERE + "?lang=en");
  }
}
