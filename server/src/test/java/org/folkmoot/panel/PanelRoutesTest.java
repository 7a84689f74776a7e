package org.folkmoot.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The panel as an officer and residents use it.
class PanelRoutesTest {

  private static final String PAGE = "/c/after-six/panel";
  private static final String DESK = "/desk/c/after-six/panel";
  private static final String QUESTIONS =
      """
      How often could you not go out?
      - Never
      - Once or twice

      * What did you miss?
      - Work
      - Friends

      Tell us about the last time
      """;

  private Portal portal;

  @BeforeEach
  void start() {
    portal = Portal.start().setUp();
  }

  @AfterEach
  void end() {
    portal.close();
  }

  @Test
  void an_officer_looks_at_the_questions_and_opens_them() {
    Screen looked = paste(QUESTIONS).press("Look at it");

    assertThat(looked.status()).isEqualTo(200);
    assertThat(looked.text()).contains("This is how people will see it", "Once or twice");
    assertThat(portal.resident().get(PAGE).text()).contains("There are no questions just now");

    Screen opened = looked.form("Look at it").press("Open these questions");

    assertThat(opened.notice()).isEqualTo("The questions are open.");
    assertThat(opened.text()).contains("November", "Open until 30 November 2027");
    assertThat(portal.resident().get(PAGE).heading()).isEqualTo("November");
  }

  @Test
  void a_mistake_in_the_questions_is_shown_with_its_line_and_everything_is_kept() {
    Screen wrong = paste("How often?\n- Never").press("Look at it");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.errors()).singleElement().asString().startsWith("Line 1:");
    assertThat(wrong.form("Look at it").value("questions")).contains("- Never");
    assertThat(wrong.text()).doesNotContain("Open these questions");
  }

  @Test
  void a_resident_answers_and_gets_a_code() {
    open();
    Browser resident = portal.resident();

    Screen thanks =
        resident
            .get(PAGE)
            .form()
            .set("q1", "2")
            .tick("q2", "1")
            .tick("q2", "2")
            .set("q3", "I walked home along the quay.")
            .closing()
            .submit();

    assertThat(thanks.path()).startsWith("/c/after-six/thanks/");
    assertThat(thanks.code()).isNotEmpty();
    assertThat(portal.officer().get(DESK).text()).contains("One person answered");
    assertThat(resident.get(PAGE).heading()).isEqualTo("You have answered these questions");
  }

  @Test
  void sending_one_form_twice_is_answering_once() {
    open();
    ScreenForm form = portal.resident().get(PAGE).form().set("q1", "1").closing();

    String code = form.submit().code();

    assertThat(form.submit().code()).isEqualTo(code);
    assertThat(portal.officer().get(DESK).text()).contains("One person answered");
  }

  @Test
  void a_second_form_of_the_same_person_is_not_counted() {
    open();
    Browser resident = portal.resident();
    ScreenForm one = resident.get(PAGE).form().set("q1", "1").closing();
    ScreenForm other = resident.get(PAGE).form().set("q1", "2").closing();
    one.submit();

    Screen second = other.submit();

    assertThat(second.heading()).isEqualTo("You have answered these questions");
    assertThat(portal.officer().get(DESK).text()).contains("One person answered");
  }

  @Test
  void what_is_missing_is_said_and_what_was_written_is_kept() {
    open();
    Screen empty = portal.resident().get(PAGE).form().submit();

    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.errors())
        .contains("Answer at least one question", "Say whether you are under 18");

    Screen half = empty.form().set("q3", "The last bus was full.").tick("join").submit();

    assertThat(half.errors()).doesNotContain("Answer at least one question");
    assertThat(half.form().value("q3")).isEqualTo("The last bus was full.");
    assertThat(half.form().value("join")).isEqualTo("yes");
    assertThat(half.form().set("use", "count").set("under18", "no").submit().code()).isNotEmpty();
  }

  @Test
  void somebody_under_18_is_heard_and_never_shown() {
    open();
    Screen thanks =
        portal
            .resident()
            .get(PAGE)
            .form()
            .set("q3", "I wait alone at the quay.")
            .set("use", "unnamed")
            .tick("website")
            .set("under18", "yes")
            .submit();

    assertThat(thanks.code()).isNotEmpty();
    assertThat(portal.officer().get(DESK).text()).contains("One person answered");
    assertThat(portal.resident().get("/c/after-six/record").text())
        .doesNotContain("I wait alone at the quay");
  }

  @Test
  void a_closed_consultation_keeps_nothing() {
    open();
    ScreenForm form = portal.resident().get(PAGE).form().set("q1", "1").closing();
    portal.time().forward(Duration.ofDays(40));

    Screen closed = form.submit().form().press("Send it now");

    assertThat(closed.text()).contains("Nothing has been kept");
    assertThat(portal.invite(Role.OFFICER).get(DESK).text()).contains("No answers yet");
  }

  @Test
  void joining_needs_no_contact_and_leaving_takes_one_press() {
    Browser resident = portal.resident();
    Screen unsaid = resident.get(PAGE).form().submit();

    assertThat(unsaid.status()).isEqualTo(422);

    Screen joined = unsaid.form().set("tell", "code").submit();

    assertThat(joined.notice()).isEqualTo("You have joined the panel.");
    assertThat(portal.officer().get(DESK).text()).contains("One person has joined the panel");

    Screen left = joined.press("Leave the panel").form().submit();

    assertThat(left.path()).isEqualTo("/c/after-six");
    assertThat(portal.officer().get(DESK).text()).contains("Nobody has joined the panel yet");
  }

  @Test
  void the_next_questions_close_those_before_them() {
    open();
    paste("Is it better now?\n- Yes\n- No")
        .set("title", "December")
        .press("Look at it")
        .form("Look at it")
        .press("Open these questions");

    assertThat(portal.resident().get(PAGE).heading()).isEqualTo("December");
    assertThat(portal.officer().get(DESK).page().select(".tag").eachText())
        .containsExactly("Open until 30 November 2027", "Closed");
  }

  @Test
  void the_page_speaks_polish() {
    open();
    Screen polish = portal.resident().header("Accept-Language", "pl").get(PAGE);

    assertThat(polish.page().selectFirst("html").attr("lang")).isEqualTo("pl");
    assertThat(polish.text()).contains("Wyślij odpowiedzi", "3 pytania");
  }

  private void open() {
    paste(QUESTIONS).press("Look at it").form("Look at it").press("Open these questions");
  }

  private ScreenForm paste(String questions) {
    return portal
        .officer()
        .get(DESK)
        .form("Look at it")
        .set("title", "November")
        .set("questions", questions);
  }
}
