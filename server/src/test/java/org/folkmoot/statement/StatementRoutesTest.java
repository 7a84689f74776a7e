package org.folkmoot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.Browser;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Statements as an officer and residents use them.
class StatementRoutesTest {

  private static final String PAGE = "/c/after-six/statements";
  private static final String DESK = "/desk/c/after-six/statements";
  private static final List<String> SEEDS =
      List.of(
          "Buses at nine matter more than one at eleven.",
          "I would book a minibus if it came within thirty minutes.",
          "I feel safe waiting at my stop after dark.");

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
  void an_officer_pastes_statements_and_pasting_twice_adds_nothing() {
    Screen added = seed();
    Screen again = seed();

    assertThat(added.notice()).isEqualTo("The statements are on the list.");
    assertThat(again.page().select("tbody tr")).hasSize(3);
  }

  @Test
  void a_statement_that_is_too_long_is_named_by_its_line() {
    Screen wrong =
        portal
            .officer()
            .get(DESK)
            .form("Add them")
            .set("seeds", "Short.\n" + "x".repeat(201))
            .submit();

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.errors()).singleElement().asString().startsWith("Line 2:");
    assertThat(wrong.form("Add them").value("seeds")).startsWith("Short.");
  }

  @Test
  void a_resident_answers_some_then_the_rest_and_changes_one() {
    seed();
    Browser resident = portal.resident();
    List<String> ids = ids(resident);

    Screen thanks =
        resident
            .get(PAGE)
            .form()
            .set(ids.get(0), "agree")
            .set(ids.get(1), "pass")
            .closing()
            .submit();
    Screen rest = resident.get(PAGE);

    assertThat(thanks.code()).isNotEmpty();
    assertThat(rest.page().select(".votes fieldset")).hasSize(1);
    assertThat(rest.form().has("use")).isFalse();

    Screen done = rest.form().set(ids.get(2), "disagree").submit();

    assertThat(done.notice()).isEqualTo("Your answers are kept.");
    assertThat(done.text()).contains("You have answered every statement");

    done.press("Change my answers").form().set(ids.get(0), "disagree").submit();

    assertThat(marks(ids.get(0))).containsExactly("0", "0", "1");
    assertThat(marks(ids.get(1))).containsExactly("0", "1", "0");
    assertThat(marks(ids.get(2))).containsExactly("0", "0", "1");
  }

  @Test
  void sending_twice_counts_once_and_gives_the_same_code() {
    seed();
    Browser resident = portal.resident();
    String id = ids(resident).getFirst();
    ScreenForm form = resident.get(PAGE).form().set(id, "agree").closing();

    String code = form.submit().code();

    assertThat(form.submit().code()).isEqualTo(code);
    assertThat(marks(id)).containsExactly("1", "0", "0");
  }

  @Test
  void nobody_sees_how_it_stands_before_answering_nor_fewer_than_five_marks() {
    seed();
    Browser resident = portal.resident();
    String id = ids(resident).getFirst();

    assertThat(resident.get(PAGE + "/results").path()).isEqualTo(PAGE);
    for (int i = 0; i < 4; i++) {
      portal.resident().get(PAGE).form().set(id, "agree").closing().submit();
    }
    assertThat(portal.officer().get(PAGE + "/results").text()).contains("4 agree");

    Browser last = portal.resident();
    last.get(PAGE).form().set(ids(last).getFirst(), "pass").closing().submit();
    Screen few = last.get(PAGE + "/results");

    assertThat(few.page().select(".standings .meta").eachText())
        .contains("Fewer than 5 answers so far.");
  }

  @Test
  void five_marks_are_shown_as_bar_and_table() {
    seed();
    Browser last = portal.resident();
    String id = ids(last).getFirst();
    for (int i = 0; i < 4; i++) {
      portal.resident().get(PAGE).form().set(id, "agree").closing().submit();
    }
    last.get(PAGE).form().set(id, "disagree").closing().submit();

    Screen results = last.get(PAGE + "/results");

    assertThat(results.text()).contains("4 agree · 0 not sure · 1 disagree");
    assertThat(results.page().select(".bar")).hasSize(1);
    assertThat(results.page().select("tbody td.num").eachText()).containsExactly("4", "0", "1");
  }

  @Test
  void what_is_missing_is_said_and_what_was_chosen_is_kept() {
    seed();
    Browser resident = portal.resident();
    String id = ids(resident).getFirst();

    Screen empty = resident.get(PAGE).form().submit();

    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.errors()).contains("Answer at least one statement");

    Screen half = empty.form().set(id, "agree").submit();

    assertThat(half.errors()).contains("Say whether you are under 18");
    assertThat(half.form().value(id)).isEqualTo("agree");
  }

  @Test
  void everyone_sees_an_order_of_their_own_that_stays() {
    portal
        .officer()
        .get(DESK)
        .form("Add them")
        .set("seeds", "One thing.\nTwo things.\nThree things.\nFour things.\nFive things.")
        .submit();
    Set<List<String>> orders = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      Browser resident = portal.resident();
      List<String> order = ids(resident);
      assertThat(ids(resident)).isEqualTo(order);
      orders.add(order);
    }

    assertThat(orders).hasSizeGreaterThan(1);
  }

  @Test
  void a_statement_of_ones_own_waits_to_be_checked() {
    Browser resident = portal.resident();
    Screen wrong = resident.get(PAGE + "/own").form().closing().submit();

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.form().value("use")).isEqualTo("unnamed");

    ScreenForm form = wrong.form().set("words", "Taxis should wait at the station.");
    String code = form.submit().code();

    assertThat(form.submit().code()).isEqualTo(code);
    assertThat(resident.get(PAGE).text()).doesNotContain("Taxis");
    Screen desk = portal.officer().get(DESK);
    assertThat(desk.page().select(".rows li")).hasSize(1);
    assertThat(desk.text()).contains("Taxis should wait at the station.", "Waits to be checked");
    assertThat(desk.hasForm("Put it to the vote")).isFalse();
  }

  @Test
  void somebody_under_18_is_counted() {
    seed();
    Browser resident = portal.resident();
    String id = ids(resident).getFirst();

    resident.get(PAGE).form().set(id, "agree").closing().set("under18", "yes").submit();

    assertThat(marks(id)).containsExactly("1", "0", "0");
  }

  @Test
  void a_closed_consultation_keeps_nothing() {
    seed();
    Browser resident = portal.resident();
    String id = ids(resident).getFirst();
    ScreenForm form = resident.get(PAGE).form().set(id, "agree").closing();
    portal.time().forward(Duration.ofDays(40));

    Screen closed = form.submit().form().press("Send it now");

    assertThat(closed.text()).contains("Nothing has been kept");
    Screen desk = portal.invite(Role.OFFICER).get(DESK);
    assertThat(desk.page().select("td.num").eachText()).containsOnly("0");
  }

  @Test
  void the_page_speaks_polish() {
    seed();
    Screen polish = portal.resident().header("Accept-Language", "pl").get(PAGE);

    assertThat(polish.text()).contains("Nie wiem", "3 stwierdzenia", "Wyślij odpowiedzi");
  }

  private Screen seed() {
    return portal
        .officer()
        .get(DESK)
        .form("Add them")
        .set("seeds", String.join("\n\n", SEEDS))
        .submit();
  }

  /// Ids of the statements on the page, as this resident sees them.
  private static List<String> ids(Browser resident) {
    return resident.get(PAGE).page().select(".votes [value=agree]").eachAttr("name");
  }

  /// Agree, not sure and disagree under a statement, as the desk shows them.
  private List<String> marks(String id) {
    return portal
        .officer()
        .get(DESK)
        .page()
        .select("tr:has(form[action*=" + id + "]) td.num")
        .eachText();
  }
}
