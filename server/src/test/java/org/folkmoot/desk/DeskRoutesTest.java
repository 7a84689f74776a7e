package org.folkmoot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.folkmoot.Browser;
import org.folkmoot.PanelVoices;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.record.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What staff do with what was said.
class DeskRoutesTest {

  private static final String LIST = "/desk/c/after-six/record";
  private static final String PUBLIC = "/c/after-six/record";
  private static final String SAFETY = "/desk/c/after-six/safety";

  private static Portal portal;
  private static PanelVoices voices;
  private static Browser officer;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
    voices = PanelVoices.open(portal);
    officer = portal.officer();
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  @Test
  void nothing_is_public_before_a_person_has_checked_it() {
    voices.say("The ferry leaves without us.");
    assertThat(portal.resident().get(PUBLIC).text()).doesNotContain("The ferry leaves");

    Screen back = check("ferry leaves");

    assertThat(back.notice()).isEqualTo("Checked.");
    assertThat(portal.resident().get(PUBLIC).text())
        .contains("The ferry leaves without us.", "From home");
    assertThat(portal.resident().get(PUBLIC + "?side=FACE_TO_FACE&q=ferry").text())
        .contains("Nothing here fits");
  }

  @Test
  void ticked_rows_are_checked_together_and_lead_back_to_the_same_list() {
    String first = id(voices.say("Together one, zebra.").code());
    String second = id(voices.say("Together two, zebra.").code());

    Screen done =
        officer
            .get(LIST + "?q=zebra")
            .form("Mark all ticked as checked")
            .tick("pick", first)
            .tick("pick", second)
            .press("Mark all ticked as checked");

    assertThat(done.address().toString()).contains("?q=zebra").doesNotContain("status");
    assertThat(done.page().select(".sift__row").eachText()).hasSize(2);
    assertThat(done.page().select(".sift__row .tag--good")).hasSize(2);
  }

  @Test
  void nothing_ticked_and_no_reason_are_said() {
    String id = id(voices.say("Complain about the walrus.").code());
    Screen list = officer.get(LIST + "?q=walrus");

    assertThat(list.form("Do not show them").press("Do not show them").errors())
        .containsExactly("Tick at least one");
    Screen again = list.form("Do not show them").tick("pick", id).press("Do not show them");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.errors()).containsExactly("Say why it is not shown");
    assertThat(again.form("Do not show them").values("pick")).containsExactly(id);
    assertThat(
            list.form("Do not show them")
                .tick("pick", id)
                .press("Put them under these themes")
                .errors())
        .containsExactly("Choose a theme or write a new one");
  }

  @Test
  void a_declined_voice_learns_why_in_its_own_language() {
    Browser polish = portal.browser().header("Accept-Language", "pl");
    polish.get("/");
    String code = voices.say(polish, "Sąsiad Nowak zawsze parkuje tutaj.").code();
    String id = id(code);

    officer
        .get(LIST + "/" + id)
        .form("Do not show it")
        .set("reason", "names")
        .press("Do not show it");

    assertThat(polish.get("/r/" + code).text())
        .contains("Wymienia albo opisuje kogoś, kto się na to nie zgodził.");
    assertThat(portal.resident().get(PUBLIC).text()).doesNotContain("Nowak");
  }

  @Test
  void nothing_is_decided_on_words_that_changed_since_they_were_read() {
    String id = id(voices.say("The lamp is out, ocelot.").code());
    String other = id(voices.say("The lamp is on, ocelot.").code());
    Screen item = officer.get(LIST + "/" + id);
    Screen list = officer.get(LIST + "?q=ocelot");
    portal.record().service().rulings().correct(id, "My neighbour Bo, ocelot.", "en", "sender");

    assertThat(
            item.form("Mark as checked, show the next")
                .press("Mark as checked, show the next")
                .notice())
        .isEqualTo("This has changed since you opened it. Nothing was decided: look at it again.");
    assertThat(
            list.form("Mark all ticked as checked")
                .tick("pick", id)
                .tick("pick", other)
                .press("Mark all ticked as checked")
                .notice())
        .startsWith("Some have changed since you opened this list.");

    assertThat(portal.record().service().find(id).orElseThrow().status())
        .isEqualTo(Status.RECEIVED);
    assertThat(portal.record().service().find(other).orElseThrow().status())
        .isEqualTo(Status.CLEARED);
    Screen again = officer.get(LIST + "/" + id);
    assertThat(again.form("Do not show it").set("reason", "names").press("Do not show it").notice())
        .isEqualTo("Not shown. The sender is told why.");
  }

  @Test
  void a_new_theme_is_made_while_grouping_and_stands_on_receipt_and_record() {
    String code = voices.say("It is dark at the stop, flamingo.").code();
    String id = id(code);

    Screen done =
        officer
            .get(LIST + "/" + id)
            .form("Save themes")
            .set("new-theme", "Waiting in the dark")
            .press("Save themes");

    assertThat(done.notice()).isEqualTo("Put under the themes.");
    assertThat(done.form("Save themes").values("themes"))
        .containsExactly("after-six-waiting-in-the-dark");
    check("flamingo");
    assertThat(portal.resident().get("/r/" + code).text()).contains("Under: Waiting in the dark");
    assertThat(portal.resident().get(PUBLIC + "?theme=after-six-waiting-in-the-dark").text())
        .contains("flamingo");
    voices.say("Under no theme, heron.");
    assertThat(officer.get(LIST + "?theme=-").text()).contains("heron").doesNotContain("flamingo");

    Screen renamed =
        officer.get(LIST + "/themes").form("Save").set("name", "Dark stops").press("Save");
    assertThat(renamed.text()).contains("Dark stops", "one under it");
    assertThat(portal.resident().get("/r/" + code).text()).contains("Under: Dark stops");
  }

  @Test
  void checking_one_leads_to_the_next_that_waits() {
    voices.say("Next in line, ostrich one.");
    String newest = id(voices.say("Next in line, ostrich two.").code());

    Screen next =
        officer
            .get(LIST + "/" + newest)
            .form("Mark as checked, show the next")
            .press("Mark as checked, show the next");

    assertThat(next.path()).startsWith(LIST + "/").doesNotContain(newest);
    assertThat(next.text()).contains("ostrich one");
  }

  @Test
  void where_parts_are_left_out_nobody_but_staff_reads_the_original() {
    String id = id(voices.say("Call Rosa Kowalczyk about the pelican.").code());
    officer
        .get(LIST + "/" + id)
        .form("Add it")
        .set("kind", "REDACTION")
        .set("language", "en")
        .set("text", "Call [name left out] about the pelican.")
        .press("Add it");
    check("pelican");

    assertThat(portal.resident().get(PUBLIC + "?q=pelican").text())
        .contains("[name left out]")
        .doesNotContain("Kowalczyk");
    assertThat(officer.get(LIST + "/" + id).text()).contains("Kowalczyk");
    assertThat(officer.get(LIST + "?q=kowalczyk").text()).contains("pelican");
    assertThat(portal.resident().get(PUBLIC + "?q=kowalczyk").text()).doesNotContain("pelican");
  }

  @Test
  void what_is_taken_back_is_on_no_page_at_the_next_request() {
    String code = voices.say("Take me back, hedgehog.").code();
    check("hedgehog");
    assertThat(portal.resident().get(PUBLIC).text()).contains("hedgehog");
    String item = LIST + "/" + id(code);

    Screen done =
        officer
            .get(LIST + "/take-back")
            .form()
            .set("code", code)
            .set("reason", "Came to the counter with the card")
            .submit();

    assertThat(done.notice()).isEqualTo("Taken back.");
    assertThat(portal.resident().get(PUBLIC).text()).doesNotContain("hedgehog");
    assertThat(portal.resident().get(PUBLIC + "?q=hedgehog").text()).contains("Nothing here fits");
    assertThat(done.text()).doesNotContain("hedgehog").contains("was taken back");
    assertThat(officer.get(item).status()).isEqualTo(404);
    assertThat(portal.resident().get("/r/" + code).text())
        .contains("Taken back on")
        .doesNotContain("counter");
  }

  @Test
  void what_is_held_is_seen_by_the_lead_alone() {
    String code = voices.say("My partner hits me, porcupine.").code();
    Browser lead = portal.invite(Role.SAFEGUARDING);
    Screen apart = lead.get(SAFETY);
    assertThat(apart.text()).contains("porcupine");
    String item = apart.link("Open it");

    for (Role role : List.of(Role.OFFICER, Role.MODERATOR, Role.ANALYST, Role.COUNCILLOR)) {
      Browser other = portal.invite(role);
      assertThat(other.get(SAFETY).status()).as("%s", role).isEqualTo(403);
      assertThat(other.get(item).status()).as("%s", role).isEqualTo(403);
      for (String page : List.of(LIST, LIST + "?status=HELD", LIST + "?q=porcupine", PUBLIC)) {
        assertThat(other.get(page).text()).as("%s %s", role, page).doesNotContain("porcupine");
      }
      assertThat(other.get(item.replace("/safety/", "/record/")).status()).isIn(403, 404);
    }
    assertThat(portal.resident().get(PUBLIC).text()).doesNotContain("porcupine");
    assertThat(officer.get(LIST).page().select(".tabs").text()).doesNotContain("reading it");

    Screen missing = lead.get(item).form().press("Give it back to be checked");
    assertThat(missing.status()).isEqualTo(422);
    Screen released =
        lead.get(item).form().set("why", "Spoke to her").press("Give it back to be checked");
    assertThat(released.text()).doesNotContain("porcupine");
    assertThat(officer.get(LIST + "?q=porcupine").text()).contains("porcupine");
    assertThat(officer.get(LIST + "/" + id(code)).text()).doesNotContain("Spoke to her");
  }

  @Test
  void an_officer_sets_apart_what_the_words_list_missed() {
    String id = id(voices.say("I am afraid at home, badger.").code());

    Screen done =
        officer
            .get(LIST + "/" + id)
            .form("Set apart for the safety lead")
            .press("Set apart for the safety lead");

    assertThat(done.text()).doesNotContain("badger");
    assertThat(portal.invite(Role.SAFEGUARDING).get(SAFETY).text()).contains("badger");
  }

  @Test
  void who_groups_does_not_decide_what_is_shown() {
    String id = id(voices.say("Analyse me, otter.").code());
    Browser analyst = portal.invite(Role.ANALYST);
    String token = analyst.get(LIST).form("Do not show them").value("csrf");

    Screen refused = analyst.post(LIST, Map.of("csrf", token, "check", id));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(portal.resident().get(PUBLIC).text()).doesNotContain("otter");
    assertThat(portal.resident().get(LIST).status()).isEqualTo(401);
  }

  private static Screen check(String words) {
    return officer
        .get(LIST + "?q=" + words.replace(" ", "+"))
        .form("Mark all ticked as checked")
        .tick("pick")
        .press("Mark all ticked as checked");
  }

  private static String id(String code) {
    return officer.get(LIST).page().select(".sift__row").stream()
        .filter(row -> row.text().contains(code))
        .findFirst()
        .map(row -> row.id().substring("v-".length()))
        .orElseThrow(() -> new AssertionError("no row for " + code));
  }
}
