package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import org.folkmoot.door.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// From an empty store to a decision, through every way in, as people do it: in a browser and over
/// HTTP. Nothing is put into the store but what people send; each step goes on where the one before
/// it ended.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FourPeopleIT {

  private static FourPeople town;
  private static EveryWayIn ways;

  @BeforeAll
  static void open() {
    town = new FourPeople();
    ways = new EveryWayIn(town);
  }

  @AfterAll
  static void close() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  @Order(1)
  void an_officer_opens_a_consultation_from_the_set_up_link() {
    Page amina = town.chrome.person();
    amina.navigate(town.portal.app().setUpLink().orElseThrow());
    Chrome.picture(amina, "set-up");
    LocalDate today = LocalDate.ofInstant(town.portal.time().instant(), ZoneOffset.UTC);
    amina.fill("[name=your-name]", "Amina Rahman");
    amina.fill("[name=council-name]", "Wrenmouth Council");
    amina.selectOption("[name=country]", "GB");
    amina.fill("[name=council-phone]", "01632 960555");
    amina.fill("[name=title]", "After six");
    amina.fill("[name=question]", "How should people get home after six?");
    amina.fill("[name=about]", "The last bus leaves at 18:10. Many people work later.");
    amina.check("[name=chosen][value=options]");
    amina.fill("[name=options]", "Later buses\nShared taxis");
    amina.fill("[name=fixed]", "The money: 240,000 a year.");
    amina.fill("[name=can-change]", "Times, routes and fares.");
    amina.check("[name=promise][value=involve]");
    amina.fill("[name=opens-on]", today.toString());
    amina.fill("[name=closes-on]", today.plusDays(29).toString());
    amina.fill("[name=decided-by]", "The full council");
    amina.fill("[name=decides-on]", today.plusDays(43).toString());
    amina.fill("[name=areas]", "Saltmarsh\nQuayside\nHill Top");
    for (var way : amina.locator("[name=way-home], [name=way-person]").all()) {
      way.check();
    }
    amina.locator("main form button").last().click();
    amina.waitForURL("**/sign-in/set-up");
    Chrome.picture(amina, "set-up-phone");
    Browser office = town.portal.browser();
    office.phone().connect(amina.textContent(".totp-key"));
    amina.fill("[name=code]", office.phone().next());
    amina.locator("main form button").click();
    Chrome.picture(amina, "recovery-codes");
    amina.locator("main a.button").click();
    amina.waitForURL("**/desk/c/*");
    Chrome.picture(amina, "desk");

    String address = amina.url();
    town.slug = address.substring(address.lastIndexOf('/') + 1);
    town.officerWindow = amina;
    town.officer = Chrome.goOn(amina, office);
    town.invite("Ruth Ellery", Role.SAFEGUARDING);
    amina.reload();
    FourPeople.press(amina, "Open it");
    assertThat(amina.locator("main > .notice").textContent()).contains("It is open");

    Page resident = town.chrome.person();
    resident.navigate("/");
    Chrome.picture(resident, "home");
    resident.navigate(town.page(""));
    Chrome.picture(resident, "consultation");
    assertThat(resident.textContent("h1, .frame__question, main"))
        .contains("How should people get home after six?");
  }

  @Test
  @Order(2)
  void a_resident_joins_the_panel_and_answers() {
    ways.a_resident_joins_the_panel_and_answers();
  }

  @Test
  @Order(3)
  void a_text_is_answered_with_a_code() {
    ways.a_text_is_answered_with_a_code();
  }

  @Test
  @Order(4)
  void paper_from_the_printed_kit_is_entered() throws IOException {
    ways.paper_from_the_printed_kit_is_entered();
  }

  @Test
  @Order(5)
  void two_people_talk_in_a_live_session() {
    ways.two_people_talk_in_a_live_session();
  }

  @Test
  @Order(6)
  void a_topic_is_answered_by_two() {
    ways.a_topic_is_answered_by_two();
  }

  @Test
  @Order(7)
  void a_story_comes_as_a_recording_and_another_as_a_document() throws IOException {
    ways.a_story_comes_as_a_recording_and_another_as_a_document();
  }

  @Test
  @Order(8)
  void statements_are_voted_on() {
    ways.statements_are_voted_on();
  }

  @Test
  @Order(9)
  void a_jury_is_drawn_from_a_file_and_recommends() {
    ways.a_jury_is_drawn_from_a_file_and_recommends();
  }

  @Test
  @Order(10)
  void a_letter_is_entered() throws IOException {
    ways.a_letter_is_entered();
  }

  @Test
  @Order(11)
  void an_officer_checks_everything_and_puts_it_under_a_theme() {
    String waiting = town.desk("/record?status=RECEIVED");
    Screen list = town.officer.get(waiting);
    assertThat(list.page().select(".sift__row")).isNotEmpty();
    ticked(list, "Mark all ticked as checked").press("Mark all ticked as checked");
    assertThat(town.officer.get(waiting).page().select(".sift__row")).isEmpty();

    Screen all = town.officer.get(town.desk("/record"));
    Screen grouped =
        ticked(all, "Put them under these themes")
            .set("new-theme", "Getting home late")
            .press("Put them under these themes");

    assertThat(grouped.notice()).contains("under the themes");
    assertThat(all.page().select(".sift__row").text()).contains(town.codes);
    var codes = FourPeople.CODE.matcher(all.page().select(".sift__row").text());
    codes.results().map(MatchResult::group).forEach(town.codes::add);
  }

  private static ScreenForm ticked(Screen list, String button) {
    ScreenForm form = list.form(button);
    form.choices("pick").forEach(id -> form.tick("pick", id));
    return form;
  }

  @Test
  @Order(12)
  void a_councillor_reads_the_stories_and_the_report() {
    String desk = town.desk("/report");
    town.officer.get(desk).form("freeze").submit();
    town.officer.get(desk).form("Save").set("limits", "Hardly anybody under 25 answered.").submit();
    Browser ines = town.invite("Ines Okafor", Role.COUNCILLOR);
    Page window = town.chrome.person(ines);

    window.navigate(town.page("/read"));
    Chrome.picture(window, "read");
    assertThat(window.textContent("main")).contains("The last bus", "I wait with the twins.");
    FourPeople.press(window, "I have read this");
    assertThat(window.textContent("main")).contains("1 of 2 read");
    window.navigate(town.page("/report"));
    Chrome.picture(window, "report");
    assertThat(window.textContent("main"))
        .contains("Getting home late", "Run the 14 until 22:30.", "Hardly anybody under 25");

    assertThat(town.portal.resident().get(town.page("/report")).text()).contains("not out yet");
    assertThat(town.officer.get(desk).form("publish").submit().notice()).contains("is out");
    assertThat(town.portal.resident().get(town.page("/report")).text())
        .contains("Getting home late");
  }

  @Test
  @Order(13)
  void somebody_takes_it_back_and_every_figure_adds_up_for_everyone() {
    Browser regrets = town.portal.resident();
    regrets.get("/r/" + town.regretted + "/take-back").form().submit();
    town.codes.remove(town.regretted);
    Browser ivo = town.invite("Ivo Lund", Role.COUNCILLOR);

    FigureWalk officer = FigureWalk.through(town.officer, town.page("/report"));
    FigureWalk councillor = FigureWalk.through(ivo, town.page("/report"));
    FigureWalk anyone = FigureWalk.through(town.portal.resident(), town.page("/report"));

    for (FigureWalk walk : List.of(officer, councillor, anyone)) {
      assertThat(walk.words()).doesNotContain(EveryWayIn.REGRETTED);
      assertThat(walk.takenBack()).as("figures that say it was taken back").isNotEmpty();
      assertThat(officer.figures()).containsAll(walk.figures());
    }
    assertThat(officer.figures()).hasSizeGreaterThan(20);
    assertThat(anyone.figures()).hasSizeGreaterThan(3);
    // What a reader's report does not link opens no list for them by its address either.
    anyone.opensNothingElse(officer.figures());
    councillor.opensNothingElse(officer.figures());
  }

  @Test
  @Order(14)
  void the_decision_is_recorded_with_its_answers() {
    town.officer.get(town.desk("")).form("Close it").submit();
    String desk = town.desk("/decision");
    Screen recorded =
        town.officer
            .get(desk)
            .form("Record the decision")
            .set("text", "The 14 runs until 22:30 from March.")
            .set("on", "2027-12-14")
            .submit();
    assertThat(recorded.notice()).contains("The decision is recorded");
    for (var answer : recorded.page().select("form[action$=/answers] [name=subject]")) {
      recorded
          .formWith("subject", answer.attr("value"))
          .set("said", "The last bus leaves too early.")
          .set("did", "Five more buses every evening.")
          .set("who", "Transport team")
          .set("when", "March 2028")
          .submit();
    }
    Page anyone = town.chrome.person();
    anyone.navigate(town.page("/decision"));
    Chrome.picture(anyone, "decision");
    assertThat(anyone.textContent("main"))
        .contains("The 14 runs until 22:30", "Getting home late", "Five more buses every evening.")
        .doesNotContain("Not answered yet");
  }

  @Test
  @Order(15)
  void every_voice_is_behind_a_figure_and_its_receipt_has_the_answer() {
    Set<String> said = new TreeSet<>();
    for (Screen list = town.officer.get(town.desk("/record"));
        list != null;
        list = FigureWalk.next(town.officer, list)) {
      for (var row : list.page().select(".sift__row")) {
        said.add(row.id().substring("v-".length()));
      }
    }
    FigureWalk walk = FigureWalk.through(town.officer, town.page("/report"));
    Set<String> behind = walk.voices();
    assertThat(said).hasSizeGreaterThan(13);
    assertThat(behind).containsAll(said);

    assertThat(town.codes).hasSizeGreaterThanOrEqualTo(said.size());
    for (String code : town.codes) {
      assertThat(town.portal.resident().get("/r/" + code).text())
          .as("receipt %s", code)
          .contains("Five more buses every evening.");
    }
    assertThat(ways.mo.text("RESULT")).anyMatch(text -> text.contains("Five more buses"));
  }
}
