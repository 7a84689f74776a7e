package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.Screen;
import org.folkmoot.ScreenForm;
import org.folkmoot.door.Role;
import org.folkmoot.texting.TextLine.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An officer puts the questions together, and people text.
@TestMethodOrder(MethodOrderer.MethodName.class)
class FlowEditorTest {

  private static final String FLOW = "/desk/c/after-six/texting/flow";

  private static TextingTown town;

  @BeforeAll
  static void open() {
    town = new TextingTown();
    assertThat(town.portal.officer().get(FLOW).path())
        .as("first a word and a number")
        .isEqualTo("/desk/c/after-six/texting");
    town.ask(Script.ONE_QUESTION);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @Test
  void questions_are_added_moved_and_asked_and_changing_them_leaves_nobody_behind() {
    add("NUMBER", "How many evenings a week do you go out? Reply 0 to 7")
        .set("from", "0")
        .set("to", "7")
        .press("save");
    Screen list = choice("Where do you go? Reply 1 work or 2 friends", "1 = work\n2 = friends");
    assertThat(list.text()).contains("Question 2", "1 = work").contains("42 characters, 1 part");
    list = list.form(FLOW).press("up:Q2");
    assertThat(list.text().indexOf("Where do you go")).isLessThan(list.text().indexOf("How many"));
    assertThat(list.page().select(".bubble").text())
        .as("as the telephone shows it")
        .contains("Reply GO", "Where do you go?", "How many evenings", "Your code");
    assertThat(list.form(FLOW).press("use").text()).contains("People who text are asked these");

    Telephone mo = town.phone();
    mo.text("BUS");
    assertThat(mo.text("GO").getFirst()).startsWith("Where do you go?");
    assertThat(mo.text("work").getFirst()).startsWith("How many evenings");
    assertThat(mo.text("eight").getFirst()).contains("a number from 0 to 7");

    town.portal.officer().get(FLOW).form(FLOW).press("remove:Q1");
    assertThat(mo.text("five").getFirst())
        .as("the question is gone: on to the next that is there")
        .contains("under 18");
    mo.text("2");
    mo.text("2");
    var said = town.byCode(TextingTown.code(mo.text("2")));
    assertThat(said.text()).contains("five");
    assertThat(said.answers()).anyMatch(a -> a.chosen().contains("work"));

    Screen last = town.portal.officer().get(FLOW).form(FLOW).press("remove:Q2");
    assertThat(last.status()).isEqualTo(422);
    assertThat(last.errors()).singleElement().asString().contains("one must stay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "end", "Stop", "cancel", "quit", "YES", "start", "help", "info", "koniec", "tak", "pomoc",
        "বন্ধ", "হ্যাঁ", "skip", "forget", "done"
      })
  void an_answer_that_means_something_already_is_refused_with_the_reason(String word) {
    Screen refused = choice("Choose 1 or 2", "1 = " + word + "\n2 = something else");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors()).singleElement().asString().contains("“" + word + "” means");
    assertThat(refused.form().value("text-en")).as("nothing is lost").isEqualTo("Choose 1 or 2");
  }

  @Test
  void characters_are_counted_without_saving() {
    Screen counted =
        add("OPEN", "Why?").set("text-pl", "Dlaczego tak późno? ".repeat(4)).press("count");

    assertThat(counted.text())
        .containsPattern("4 characters, 1 part\\. £[0-9.,]+ for 1,000 people\\.")
        .contains("79 characters with special letters, 2 parts. £")
        .contains("ó (instead: o)");
    assertThat(town.portal.officer().get(FLOW).text()).doesNotContain("Why?");
  }

  @Test
  void what_does_not_fit_together_is_refused() {
    assertThat(choice("One choice?", "1 = one").errors()).hasSize(1);
    assertThat(add("NUMBER", "How many?").set("from", "9").set("to", "1").press("save").errors())
        .hasSize(1);
    assertThat(add("OPEN", "Why?").set("only", "Q77 = 1").press("save").errors()).hasSize(1);
    assertThat(add("OPEN", "").press("save").errors()).hasSize(1);
    assertThat(add("OPEN", "Why? ".repeat(120)).press("save").errors()).hasSize(1);
  }

  @Test
  void the_questions_go_out_as_a_file_and_come_back() {
    var officer = town.portal.officer();
    String before = officer.get(FLOW + "/file").html();
    assertThat(before).contains("\"questions\" : [", "\"kind\"");

    Screen wrong = bringIn("{\"colour\": 1}");
    assertThat(wrong.errors()).singleElement().asString().contains("not a file of questions");
    assertThat(bringIn(before.replace("work", "stop")).status())
        .isIn(422, before.contains("work") ? 422 : 200);
    String three =
        """
        {"id": "x", "keyword": "X", "languages": ["en"], "questions": [
          {"id": "Q1", "kind": "YES_NO", "text": {"en": "Do you drive? Reply 1 yes or 2 no"}},
          {"id": "Q2", "kind": "OPEN", "onlyIf": {"Q1": ["1"]}, "text": {"en": "Where to?"}},
          {"id": "Q3", "kind": "PLACE", "text": {"en": "Where do you live? Or SKIP"}}]}
        """;
    assertThat(bringIn(three).text()).contains("Asked only if Q1 = 1.", "Where do you live?");
    String after = officer.get(FLOW + "/file").html();
    assertThat(bringIn(after).text()).contains("Saved");
    assertThat(officer.get(FLOW + "/file").html()).isEqualTo(after);
    assertThat(bringIn(before).text()).contains("Saved");
  }

  @Test
  void only_officers_put_questions_together() {
    assertThat(town.portal.invite(Role.COUNCILLOR).get(FLOW).status()).isEqualTo(403);
    assertThat(town.portal.resident().get(FLOW).status()).isEqualTo(401);
  }

  @Test
  void what_nobody_understood_is_brought_before_a_person() {
    Telephone mo = town.phone();
    town.ask(Script.AFTER_SIX);
    List.of("BUS", "GO", "9", "99", "999").forEach(mo::text);

    Screen desk = town.portal.officer().get("/desk/c/after-six/texting");
    assertThat(desk.text()).contains("Not understood again and again");
    Screen seen = desk.form("/desk/c/after-six/texting/seen").press("Seen to");
    assertThat(seen.text()).contains("Noted").doesNotContain("Not understood again and again");
    town.portal
        .officer()
        .get("/desk/c/after-six/texting")
        .form("Save")
        .set("script", Script.OWN.name())
        .submit();
  }

  private static Screen choice(String question, String choices) {
    return add("CHOICE", question).set("choices", choices).press("save");
  }

  private static ScreenForm add(String kind, String question) {
    return town.portal
        .officer()
        .get(FLOW + "/question")
        .form()
        .set("kind", kind)
        .set("text-en", question);
  }

  private static Screen bringIn(String file) {
    return town.portal
        .officer()
        .get(FLOW)
        .form("Use these questions instead")
        .set("file", file)
        .press("bring-in");
  }
}
