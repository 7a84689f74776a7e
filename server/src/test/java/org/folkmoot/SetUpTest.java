package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.folkmoot.door.Role;
import org.folkmoot.media.MediaFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From an empty portal to an open question, as an officer does it.
class SetUpTest {

  private Portal portal;
  private Browser amina;

  @BeforeEach
  void start() {
    portal = Portal.start();
    amina = portal.resident();
  }

  @AfterEach
  void end() {
    portal.close();
  }

  private ScreenForm setUpForm() {
    return Portal.fill(amina.get(portal.app().setUpLink().orElseThrow()).form(), portal.time());
  }

  @Test
  void one_page_takes_an_empty_portal_to_a_draft_that_only_staff_see() {
    Screen desk = setUpForm().submit();

    assertThat(desk.path()).isEqualTo("/desk/c/after-six");
    assertThat(desk.text()).contains("Draft", "A safety lead");
    assertThat(amina.get("/c/after-six").text()).contains("This is a draft");
    assertThat(portal.resident().get("/c/after-six").status()).isEqualTo(404);
    assertThat(portal.resident().get("/c/after-six").html()).doesNotContain("get home");
    assertThat(portal.resident().get("/c/after-six/letter").status()).isEqualTo(404);
    assertThat(portal.resident().get("/").text()).contains("Nothing is being asked");
  }

  @Test
  void the_link_works_once() {
    String link = portal.app().setUpLink().orElseThrow();
    Portal.fill(amina.get(link).form(), portal.time()).submit();

    assertThat(portal.resident().get(link).status()).isEqualTo(404);
    assertThat(portal.app().setUpLink()).isEmpty();
  }

  @Test
  void a_new_link_makes_the_one_before_it_worthless() {
    String before = portal.app().setUpLink().orElseThrow();
    String now = portal.app().setUpLink().orElseThrow();

    assertThat(amina.get(before).status()).isEqualTo(404);
    assertThat(amina.get(now).status()).isEqualTo(200);
  }

  @Test
  void what_is_missing_is_said_and_everything_written_is_kept() {
    Screen again = setUpForm().set("question", "").set("closes-on", "2001-01-01").submit();

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.errors())
        .contains("Write the question", "The last day is before the day it opens");
    assertThat(again.form().value("title")).isEqualTo("After six");
    assertThat(again.form().values("way-home")).contains("sms", "panel");
    assertThat(again.form().set("question", "How?").set("closes-on", "2027-11-30").submit().path())
        .isEqualTo("/desk/c/after-six");
  }

  @Test
  void an_answer_that_was_chosen_can_be_saved_and_does_not_open() {
    Screen desk = setUpForm().set("chosen", "chosen").tick("safety-lead").submit();

    assertThat(desk.text()).contains("This is information, not a consultation");
    assertThat(desk.hasForm("Open it")).isFalse();
  }

  @Test
  void a_promise_to_inform_does_not_open() {
    Screen desk = setUpForm().set("promise", "inform").tick("safety-lead").submit();

    assertThat(desk.text()).contains("The promise is only to inform");
    assertThat(desk.hasForm("Open it")).isFalse();
  }

  @Test
  void it_opens_only_once_somebody_reads_what_may_mean_danger() {
    Screen desk = setUpForm().submit();
    assertThat(desk.text()).contains("Invite a safety lead first");
    assertThat(desk.hasForm("Open it")).isFalse();

    amina
        .get("/desk/people")
        .form("Make a link")
        .set("name", "Ruth")
        .tick("roles", "safeguarding")
        .submit();
    Screen waiting = amina.get("/desk/c/after-six");
    assertThat(waiting.hasForm("Open it")).as("an invitation alone reads nothing").isFalse();
  }

  @Test
  void an_officer_who_is_safety_lead_for_now_opens_at_once_and_closes_again() {
    Screen open = setUpForm().tick("safety-lead").submit().form("Open it").submit();

    assertThat(open.notice()).contains("It is open");
    Screen question = portal.resident().get("/c/after-six");
    assertThat(question.heading()).isEqualTo("How should people get home after six?");
    assertThat(question.text())
        .contains("Something else", "We work with you", "Times, routes", "30 November 2027");
    assertThat(portal.resident().get("/").links()).contains("/c/after-six");

    amina.get("/desk/c/after-six").form("Close it").submit();
    Screen closed = portal.resident().get("/c/after-six");
    assertThat(closed.text()).contains("We are no longer asking").doesNotContain("From home");
  }

  @Test
  void another_promise_after_opening_is_noted_for_everyone() {
    setUpForm().tick("safety-lead").submit().form("Open it").submit();

    ScreenForm edit = amina.get("/desk/c/after-six/edit").form();
    assertThat(edit.has("question")).as("the question stays as it was asked").isFalse();
    assertThat(edit.set("promise", "inform").submit().errors())
        .containsExactly("People have been asked already: only to inform is no longer possible");
    edit.set("promise", "consult").submit();

    assertThat(portal.resident().get("/c/after-six").text())
        .contains("We listen", "Changed on 1 November 2027. Before, it said: We work with you");
  }

  @Test
  void a_second_question_with_the_same_title_has_its_own_address() {
    setUpForm().submit();
    ScreenForm form = amina.get("/desk/new").form();
    form.set("title", "After six")
        .set("question", "And on Sundays?")
        .set("chosen", "open")
        .set("promise", "consult")
        .set("closes-on", "2027-12-01")
        .set("decided-by", "The cabinet")
        .set("decides-on", "2027-12-20");

    assertThat(form.submit().path()).isEqualTo("/desk/c/after-six-2");
    assertThat(amina.get("/desk").links()).contains("/desk/c/after-six", "/desk/c/after-six-2");
  }

  @Test
  void the_desk_begins_with_what_waits_and_has_what_is_open_before_drafts() {
    portal.setUp();
    Browser officer = portal.officer();
    officer
        .get("/desk/new")
        .form()
        .set("title", "A market")
        .set("question", "Where should the market stand?")
        .set("chosen", "open")
        .set("promise", "consult")
        .set("closes-on", "2027-12-01")
        .set("decided-by", "The cabinet")
        .set("decides-on", "2027-12-20")
        .submit();

    Screen nothing = officer.get("/desk");
    assertThat(nothing.text()).contains("Nothing waits for you today.");
    assertThat(nothing.page().select(".rows .entry__name").eachText())
        .containsExactly("After six", "A market");

    portal
        .resident()
        .get("/c/after-six/stories/new")
        .form()
        .set("words", "I walk home.")
        .closing()
        .submit();
    Screen desk = officer.get("/desk");
    assertThat(desk.page().select(".waits").text()).isEqualTo("1 to be checked After six");
    assertThat(desk.press("1 to be checked").text()).contains("I walk home.", "Mark as checked");
  }

  @Test
  void everything_is_there_after_a_restart() {
    setUpForm().tick("safety-lead").submit().form("Open it").submit();
    portal.restart();

    assertThat(portal.resident().get("/c/after-six").status()).isEqualTo(200);
  }

  @Test
  void polish_readers_read_polish() {
    portal.setUp();
    Screen question = portal.resident().get("/c/after-six?lang=pl");

    assertThat(question.text()).contains("Co obiecujemy", "Z domu");
    for (String page : List.of("/accessibility", "/privacy", "/moderation", "/about")) {
      assertThat(portal.browser().get(page + "?lang=pl").page().select("html").attr("lang"))
          .isEqualTo("pl");
    }
  }

  @Test
  void staff_of_one_question_have_no_business_at_another() {
    portal.setUp();
    ScreenForm form = portal.officer().get("/desk/new").form();
    form.set("title", "Market")
        .set("question", "Where should the market stand?")
        .set("chosen", "open")
        .set("promise", "consult")
        .set("closes-on", "2027-12-01")
        .set("decided-by", "The cabinet")
        .set("decides-on", "2027-12-20")
        .submit();
    Browser bea = portal.invite("Bea Turner", "after-six", Role.OFFICER);

    assertThat(bea.get("/desk").links())
        .contains("/desk/c/after-six")
        .doesNotContain("/desk/c/market");
    assertThat(bea.get("/desk/c/after-six").status()).isEqualTo(200);
    assertThat(bea.get("/desk/c/market").status()).isEqualTo(403);
    assertThat(bea.get("/c/market").status()).as("a draft of others").isEqualTo(404);
  }

  @Test
  void the_question_stands_in_other_forms_and_a_person_can_be_asked_from_every_page() {
    Browser officer = portal.setUp().officer();
    Screen council = officer.get("/desk/council");
    council.form().set("council-in-person", "At any library, Monday to Saturday").submit();
    Screen edit = officer.get("/desk/c/after-six/edit");
    assertThat(edit.form().set("audio", "javascript:alert(1)").submit().errors()).hasSize(1);
    edit.form()
        .set("plain", "Evening buses cost money. What should come first?")
        .set("easy-read", "Buses stop early.\nWhat do you need?")
        .set("audio", "https://example.org/question.mp3")
        .set("signing", "https://example.org/question-bsl")
        .submit();

    Browser reader = portal.resident();
    Screen question = reader.get("/c/after-six");
    assertThat(question.page().select(".formats a").eachAttr("href"))
        .containsExactly(
            "/c/after-six/plain",
            "/c/after-six/easy",
            "https://example.org/question.mp3",
            "https://example.org/question-bsl");
    assertThat(reader.get("/c/after-six/plain").text()).contains("What should come first?");
    assertThat(reader.get("/c/after-six/easy").text()).contains("Buses stop early.");
    for (String page : java.util.List.of("/", "/c/after-six", "/c/after-six/panel", "/privacy")) {
      assertThat(reader.get(page).page().select("header .askperson a[href=/ask]"))
          .as(page)
          .hasSize(1);
    }
    assertThat(reader.get("/ask").text()).contains("At any library, Monday to Saturday");
  }

  @Test
  void an_officer_puts_up_a_recording_and_says_what_stands_in_for_a_film() throws IOException {
    Browser officer = portal.setUp().officer();
    ScreenForm edit = officer.get("/desk/c/after-six/edit").form();
    assertThat(edit.set("easy-read", "[ship] Boats stop early.").submit().errors()).hasSize(1);
    edit.set("easy-read", "[bus] Buses stop early.")
        .set("signing-note", "Ask for an interpreter.")
        .submit();
    Screen put = officer.get("/desk/c/after-six/recording");
    assertThat(officer.get("/desk/c/after-six").links()).contains(put.path());
    assertThat(put.form().submit().errors()).as("no words, no file").isNotEmpty();
    put.form()
        .set("reader", "Amina reads it.")
        .set("words", "Buses stop early. What do you need?")
        .attach("file", "question.wav", "audio/wav", MediaFiles.fixture("tagged.wav"))
        .submit();

    Screen listen = portal.resident().get("/c/after-six/listen");
    assertThat(listen.text()).contains("Amina reads it.", "What do you need?");
    String sound = listen.page().select("audio").attr("src");
    assertThat(portal.resident().look(sound).header("Content-Type")).isEqualTo("audio/wav");
    assertThat(portal.resident().get("/c/after-six/easy").page().select(".easy__line svg"))
        .as("one line, when it closes and who decides")
        .hasSize(3);
    assertThat(portal.resident().get("/c/after-six/signing").text()).contains("an interpreter");

    officer.get("/desk/c/after-six/edit").form().set("about", "More about it.").submit();
    assertThat(portal.resident().look(sound).status()).as("kept by another change").isEqualTo(200);
    officer.get("/desk/c/after-six/recording").form().tick("away").submit();
    assertThat(portal.resident().look(sound).status()).isEqualTo(404);
  }

  @Test
  void the_demo_signs_in_with_one_press_and_elsewhere_asks_for_a_word() {
    try (Portal demo = Portal.start(Map.of(), true)) {
      Browser visitor = demo.resident();
      assertThat(visitor.get("/demo/as/officer").form().submit().status()).isEqualTo(200);
      assertThat(visitor.get("/desk").page().text()).contains("Amina Rahman");
      assertThat(now(visitor)).isEqualTo("Amina, the officer");
      visitor.get("/demo/as/resident").form().submit();
      assertThat(visitor.get("/desk").status()).isEqualTo(401);
      assertThat(now(visitor)).isEqualTo("a resident");
    }
    try (Portal demo = Portal.start(Map.of("base_url", "https://demo.example"), true)) {
      Browser visitor = demo.at("http://127.0.0.1:" + demo.app().port());
      Screen asked = visitor.get("/demo/as/officer");
      assertThat(asked.form().submit().errors()).hasSize(1);
      assertThat(asked.form().set("word", demo.app().demoWord()).submit().path())
          .startsWith("/desk");
    }
    assertThat(amina.get("/demo/as/officer").status()).as("no demo").isEqualTo(404);
  }

  @Test
  void an_officer_writes_the_question_in_another_language_and_the_rest_stays_marked() {
    setUpForm().submit();
    Screen desk = amina.get("/desk/c/after-six");
    assertThat(desk.links()).contains("/desk/c/after-six/wording?in=pl");
    Screen saved =
        amina
            .get("/desk/c/after-six/wording?in=pl")
            .form()
            .set("question", "Jak wracać do domu po szóstej?")
            .set("decided-by", "Rada")
            .submit();
    assertThat(saved.notice()).startsWith("Saved");

    Screen polish = amina.get("/c/after-six?lang=pl");
    assertThat(polish.page().selectFirst("h1").text()).isEqualTo("Jak wracać do domu po szóstej?");
    assertThat(polish.page().selectFirst("h1").attr("lang")).isEqualTo("pl");
    assertThat(polish.page().select("main [lang=en]")).as("not written yet").isNotEmpty();
    Screen form = amina.get("/desk/c/after-six/wording?in=pl");
    assertThat(form.form().value("question")).isEqualTo("Jak wracać do domu po szóstej?");
    assertThat(form.form().set("question", "").set("decided-by", "").submit().path())
        .isEqualTo("/desk/c/after-six");
    assertThat(amina.get("/c/after-six").page().selectFirst("h1").attr("lang")).isEqualTo("en");
    assertThat(amina.get("/desk/c/after-six/wording?in=xx").status()).isEqualTo(404);
    amina.get("/?lang=en");
  }

  /// Who the demo's bar says that somebody is.
  private static String now(Browser who) {
    return who.get("/").page().select(".demobar__list [aria-current=true]").text();
  }
}
