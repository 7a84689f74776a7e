package org.folkmoot.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.texting.TextingTown.code;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.Browser;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.texting.TextLine.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Conversations as the desk sees them, and people who write to a person.
class ThreadsTest {

  private static final String THREADS = "/desk/c/after-six/texting/threads";

  private static FakeApi twilio;
  private static TextingTown town;
  private static Browser officer;
  private static Browser analyst;

  @BeforeAll
  static void open() {
    twilio = FakeApi.twilio();
    Map<String, String> settings = new TreeMap<>(Telephone.LINE);
    settings.put("twilio_api_url", twilio.url());
    town = new TextingTown(settings);
    town.ask(Script.AFTER_SIX);
  }

  @BeforeEach
  void comeIn() {
    officer = town.portal.officer();
    analyst = town.portal.invite(Role.ANALYST);
  }

  @AfterAll
  static void close() {
    town.close();
    twilio.close();
  }

  @Test
  void each_text_is_listed_with_what_it_became_and_its_words_are_those_of_the_record() {
    Telephone mo = town.phone();
    String code = mo.answersAll("The last bus leaves before zqshift ends", false);
    String thread = newest();

    for (Browser reader : List.of(officer, analyst)) {
      assertThat(reader.get(thread).text())
          .contains("Asked to take part.", "Said GO.", "Answered question 1.", "Now in the record.")
          .contains("zqshift")
          .doesNotContain(mo.number(), mo.number().substring(3));
    }
    assertThat(officer.get(THREADS).text()).contains(thread.replaceFirst(".*/", ""));

    mo.text("FORGET " + code);

    for (Browser reader : List.of(officer, analyst)) {
      assertThat(reader.get(thread).text()).contains("Taken back.").doesNotContain("zqshift");
    }
    assertThat(officer.get("/desk/rights/views").text()).contains("A conversation by text");
  }

  @Test
  void who_asks_for_a_person_waits_for_one_and_is_answered_at_night() {
    Telephone ana = town.phone();
    ana.text("BUS");
    ana.text("GO");
    ana.text("2");
    ana.text("purple");
    assertThat(ana.text("please can someone call me back on 07700 900 456"))
        .singleElement()
        .asString()
        .contains("A person will answer you");
    String thread = newest();
    assertThat(officer.get("/desk").text()).contains("One text waits for a person");
    assertThat(whyItWaits(thread)).isEqualTo("Asked for a person");
    assertThat(officer.get(THREADS).page().select(".rows").text())
        .contains(thread.replaceFirst(".*/", ""));
    assertThat(officer.get(thread).text()).contains("call me back", "Question 1");
    assertThat(analyst.get(thread).text())
        .contains("Written to a person.")
        .doesNotContain("call me back", "Answered so far");
    assertThat(analyst.get(thread).page().select("form[action$=answer]")).isEmpty();

    town.portal.time().forward(Duration.ofHours(10));
    comeIn();
    Screen counted =
        officer
            .get(thread)
            .form("/answer")
            .set("words", "We call at 9.")
            .press("Count the texts first");
    assertThat(counted.text()).contains("1 part");
    assertThat(sentTo(ana)).isEmpty();
    var form = officer.get(thread).form("/answer").set("words", "We call at 9.");
    assertThat(form.submit().notice()).contains("on its way");
    form.submit();

    assertThat(sentTo(ana))
        .as("once, at night")
        .containsExactly("Wrenmouth Council: We call at 9.");
    assertThat(officer.get("/desk").text()).doesNotContain("waits for a person");
    assertThat(officer.get(thread).text()).contains("We call at 9.", "Answered by a person.");
    assertThat(analyst.get(thread).text()).doesNotContain("We call at 9.");

    assertThat(ana.text("yes ok")).as("said to a person").isEmpty();
    assertThat(officer.get(thread).text()).contains("yes ok", "Waits for a person");
    assertThat(officer.get(thread).form("/questions").submit().notice()).contains("go on");
    assertThat(sentTo(ana).getLast()).startsWith("2/5");
    assertThat(officer.get(thread).text()).doesNotContain("Waits for a person");
  }

  @Test
  void words_to_a_person_go_with_forget_and_after_two_weeks_and_none_go_to_who_said_stop() {
    Telephone bo = town.phone();
    bo.text("call me");
    String thread = newest();
    assertThat(officer.get(thread).text()).contains("call me");
    bo.text("FORGET");
    assertThat(officer.get(thread).text())
        .contains("call me", "Asked for everything to be erased.");
    bo.text("FORGET YES");
    assertThat(officer.get(thread).text()).doesNotContain("call me", "Waits for a person");

    bo.text("I want to talk to a person");
    var form = officer.get(thread).form("/answer").set("words", "Hello");
    bo.text("STOP");
    assertThat(form.submit().notice()).contains("said STOP");
    assertThat(sentTo(bo)).isEmpty();

    Telephone cy = town.phone();
    cy.text("talk to a human");
    String other = newest();
    town.portal.time().forward(Duration.ofDays(15));
    town.portal.texting().goOn();
    comeIn();
    assertThat(officer.get(other).text())
        .doesNotContain("talk to a human", "Waits for a person")
        .contains("kept only while");
  }

  @Test
  void what_is_not_understood_again_and_again_and_questions_after_the_end_wait_too() {
    Telephone di = town.phone();
    di.text("BUS");
    di.text("GO");
    di.text("purple");
    di.text("zqgreen stuff");
    di.text("purple");
    String thread = newest();
    assertThat(officer.get(thread).text())
        .contains("Waits for a person", "zqgreen stuff", "Not understood at question 1.");
    assertThat(analyst.get(thread).text()).doesNotContain("zqgreen");
    assertThat(whyItWaits(thread)).isEqualTo("Not understood again and again");
    assertThat(officer.get(thread).form("/close").submit().notice()).isEqualTo("Closed.");
    assertThat(officer.get(thread).text()).doesNotContain("Waits for a person", "zqgreen");

    Telephone ed = town.phone();
    ed.answersAll("Later buses", false);
    assertThat(code(ed.text("When will you decide about all this then?"))).isNotEmpty();
    assertThat(officer.get(newest()).text())
        .contains("Waits for a person", "When will you decide about all this then?");
    assertThat(whyItWaits(newest())).isEqualTo("Asked something after the end");
  }

  private static List<String> sentTo(Telephone phone) {
    return twilio.takenFor(new PhoneNumber(phone.number())).stream()
        .map(FakeApi.Taken::body)
        .toList();
  }

  /// What the line's own page says of a conversation that waits.
  private static String whyItWaits(String thread) {
    return officer
        .get("/desk/c/after-six/texting")
        .page()
        .select("tr:has(a[href=" + thread + "]) strong")
        .text();
  }

  /// The conversation that began last.
  private static String newest() {
    return officer.get(THREADS).links().stream()
        .filter(link -> link.contains("/threads/SMS-"))
        .max(String::compareTo)
        .map(link -> link.replaceFirst(".*(?=/desk/)", ""))
        .orElseThrow();
  }
}
