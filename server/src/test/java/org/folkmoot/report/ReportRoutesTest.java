package org.folkmoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.folkmoot.Browser;
import org.folkmoot.PanelVoices;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.Role;
import org.folkmoot.record.ReceiptCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From voices to a report, a decision and an answer, as people meet it.
class ReportRoutesTest {

  private static final String REPORT = "/c/after-six/report";
  private static final String DESK = "/desk/c/after-six/report";
  private static final String DECISION = "/c/after-six/decision";
  private static final String DECIDE = "/desk/c/after-six/decision";
  private static final Pattern SENTENCE =
      Pattern.compile(
          "([\\d,]+) .*?: (\\d+) you can read here, (\\d+) counted but not shown, (\\d+) taken");

  private Portal portal;
  private PanelVoices voices;
  private Browser officer;
  private List<String> codes;

  @BeforeEach
  void six_people_have_spoken_under_one_theme() {
    portal = Portal.start().setUp();
    voices = PanelVoices.open(portal);
    officer = portal.officer();
    codes =
        IntStream.range(0, 6)
            .mapToObj(i -> voices.say("Lamp number " + i + " is out.").code())
            .toList();
    String themes = "/desk/c/after-six/record/";
    officer
        .get(themes + id(codes.getFirst()))
        .form("Save themes")
        .set("new-theme", "Waiting in the dark")
        .press("Save themes");
    codes.forEach(code -> {
      portal.record().service().group(id(code), Set.of("after-six-waiting-in-the-dark"), "Amina");
      portal.record().service().check(id(code), "Amina");
    });
  }

  @AfterEach
  void end() {
    portal.close();
  }

  @Test
  void councillors_read_it_once_it_is_counted_and_everyone_once_it_is_published() {
    Browser councillor = portal.invite(Role.COUNCILLOR);
    assertThat(councillor.get(REPORT).text()).contains("The report is not out yet");

    officer.get(DESK).form("Count everything now").submit();

    assertThat(councillor.get(REPORT).text()).contains("It is not out yet.", "6 people");
    assertThat(portal.resident().get(REPORT).text())
        .contains("The report is not out yet")
        .doesNotContain("6 people");
    assertThat(officer.get(DESK).form("Publish the report").submit().errors())
        .containsExactly("Write what the report cannot tell, and save, before you publish it");

    publish();

    assertThat(portal.resident().get(REPORT).text())
        .contains("6 people", "6 things said", "Only evenings were asked about.")
        .contains("Waiting in the dark")
        .doesNotContain("It is not out yet.");
  }

  @Test
  void every_figure_on_the_page_adds_up_for_every_reader_and_forgets_what_is_taken_back() {
    String quiet = voices.sayQuietly("Count me only, about lamps.", null).code();
    portal.record().service().check(id(quiet), "Amina");
    officer.get(DESK).form("Count everything now").submit();
    quote(id(codes.get(1)), "Lamp number 1");
    publish();
    assertThat(portal.resident().get(REPORT).text()).contains("Lamp number 1");

    portal.record().service().takeBack(id(codes.get(1)), "contributor", "");
    portal.record().service().decline(id(codes.get(2)), "Amina", "names");
    portal.record().service().hold(id(codes.get(3)), "Amina");

    Browser councillor = portal.invite(Role.COUNCILLOR);
    for (Browser reader : List.of(portal.resident(), councillor, officer)) {
      Screen report = reader.get(REPORT);
      assertThat(report.html()).doesNotContain("Lamp number 1").contains("1 taken back since");
      List<String> figures =
          report.links().stream().filter(l -> l.contains("/report/figures/")).distinct().toList();
      assertThat(figures).hasSizeGreaterThan(4);
      for (String figure : figures) {
        String page = reader.get(figure).text();
        Matcher sum = SENTENCE.matcher(page);
        assertThat(sum.find()).as(page).isTrue();
        assertThat(number(sum, 2) + number(sum, 3) + number(sum, 4))
            .as("%s: %s", figure, page)
            .isEqualTo(number(sum, 1));
        assertThat(page).doesNotContain("Lamp number 1");
      }
    }
  }

  @Test
  void a_small_figure_is_told_to_staff_and_opens_no_list_for_the_public() {
    portal
        .record()
        .service()
        .add(
            org.folkmoot.record.NewContribution.to(
                    "after-six", org.folkmoot.record.Channel.WRITTEN_SUBMISSION)
                .text("A letter about lamps", "en"));
    officer.get(DESK).form("Count everything now").submit();
    publish();
    String figure = REPORT + "/figures/door:written_submission:people";

    assertThat(officer.get(figure).text()).contains("1 person: 1 you can read here");
    Screen publicly = portal.resident().get(figure);
    assertThat(publicly.status()).isEqualTo(404);
    assertThat(publicly.text()).contains("fewer than 5 people").doesNotContain("A letter about");
    assertThat(portal.resident().get(REPORT).links()).doesNotContain(figure);
    assertThat(portal.resident().get(REPORT + "/figures/no-such-figure").status()).isEqualTo(404);
  }

  @Test
  void a_quote_must_be_their_words_and_allowed() {
    String quiet = voices.sayQuietly("Never quote this.", null).code();
    portal.record().service().check(id(quiet), "Amina");
    officer.get(DESK).form("Count everything now").submit();

    assertThat(officer.get(DESK).text()).doesNotContain("Never quote this.");
    assertThat(quote(id(codes.getFirst()), "All lamps are fine").status()).isEqualTo(422);
    assertThat(quote(id(codes.getFirst()), "Lamp […] is out.").notice())
        .isEqualTo("The quote is in the report.");
    assertThat(officer.get(REPORT).text()).contains("Lamp […] is out.");
    assertThat(officer.get("/desk/c/after-six/record/" + id(codes.getFirst())).text())
        .contains("What was made from it", "Counted in the report of", "Quoted in the report");
    assertThat(officer.get("/desk/c/after-six/record/" + id(quiet)).text())
        .contains("Counted in the report of")
        .doesNotContain("Quoted in the report");
  }

  @Test
  void a_decision_waits_until_nobody_is_heard_and_then_answers_everyone() {
    voices.sayQuietly("Tell me about lamps.", "07700 900123");
    Screen refused = decide();
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors().getFirst()).startsWith("People are still being heard.");
    assertThat(portal.resident().get(DECISION).text())
        .contains("Nothing has been decided yet")
        .doesNotContain("New lamps");

    assertThat(officer.get("/desk").text()).doesNotContain("no answer yet");
    portal.closeForInput();
    assertThat(decide().notice()).startsWith("The decision is recorded.");

    assertThat(portal.resident().get(DECISION).text())
        .contains("New lamps by spring.", "31 for, 12 against", "Not answered yet");
    assertThat(officer.get("/desk").press("1 has no answer yet").path()).isEqualTo(DECIDE);
    officer
        .get(DECIDE)
        .form("/answers")
        .set("said", "The stops are dark.")
        .set("did", "Forty lamps.")
        .set("who", "Lighting team")
        .set("when", "April")
        .set("progress", "PLANNED")
        .submit();
    assertThat(portal.resident().get(DECISION).text())
        .contains("You said", "The stops are dark.", "Forty lamps.", "Lighting team", "Planned")
        .doesNotContain("Not answered yet");
    assertThat(officer.get("/desk").text()).doesNotContain("no answer yet");
    assertThat(portal.resident().get("/r/" + codes.getFirst()).text()).contains("Forty lamps.");
    assertThat(officer.get("/desk/c/after-six/outbox").text())
        .contains("New lamps by spring.")
        .doesNotContain("900123");
  }

  private Screen decide() {
    return officer
        .get(DECIDE)
        .form("Record the decision")
        .set("text", "New lamps by spring.")
        .set("on", "2027-12-14")
        .set("vote", "31 for, 12 against")
        .submit();
  }

  private void publish() {
    officer.get(DESK).form("Save").set("limits", "Only evenings were asked about.").submit();
    officer.get(DESK).form("Publish the report").submit();
  }

  private Screen quote(String voice, String excerpt) {
    return officer
        .get(DESK)
        .form("Add this quote")
        .set("voice", voice)
        .set("stance", "FOR")
        .set("excerpt", excerpt)
        .submit();
  }

  private String id(String code) {
    return portal
        .record()
        .reading()
        .byReceipt(ReceiptCode.parse(code).orElseThrow())
        .orElseThrow()
        .id();
  }

  private static int number(Matcher sum, int group) {
    return Integer.parseInt(sum.group(group).replace(",", ""));
  }
}
