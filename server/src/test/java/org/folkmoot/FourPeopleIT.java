package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.door.Role;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.texting.Telephone;
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

  private static final String QUESTIONS =
      """
      How often could you not go out after six?
      - Never
      - Once or twice

      * What did you miss?
      - Work
      - Friends

      Tell us about the last time
      """;

  private static FourPeople town;

  @BeforeAll
  static void open() {
    town = new FourPeople();
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
    amina.waitForURL("**/desk/c/*");
    Chrome.picture(amina, "desk");

    String address = amina.url();
    town.slug = address.substring(address.lastIndexOf('/') + 1);
    town.officerWindow = amina;
    town.officer = Chrome.goOn(amina, town.portal.browser());
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
    town.officer
        .get(town.desk("/panel"))
        .form("Look at it")
        .set("title", "November")
        .set("questions", QUESTIONS)
        .press("Look at it")
        .form("Look at it")
        .press("Open these questions");

    Page rosa = town.chrome.person();
    rosa.navigate(town.page("/panel"));
    rosa.check("[name=q1][value='2']");
    rosa.check("[name=q2][value='1']");
    rosa.fill("[name=q3]", "I walked home along the quay in the dark.");
    rosa.check("[name=join]");
    FourPeople.closing(rosa);
    Chrome.picture(rosa, "panel");
    rosa.locator("main form button").last().click();
    rosa.waitForURL("**/thanks/**");
    Chrome.picture(rosa, "thanks");
    String code = rosa.textContent(".receipt__code").strip();
    town.codes.add(code);
    rosa.navigate("/r/" + code);
    Chrome.picture(rosa, "receipt");
    assertThat(rosa.textContent("main")).contains("along the quay");
  }

  @Test
  @Order(3)
  void a_text_is_answered_with_a_code() {
    town.officer
        .get(town.desk("/texting"))
        .form()
        .set("keyword", "bus")
        .set("number", "07700 900999")
        .set("script", "ONE_QUESTION")
        .submit();
    var mo = new Telephone(town.portal.url(), "+447700910001");

    List<String> answers = mo.text("BUS no way home after 6");

    var code = FourPeople.CODE.matcher(String.join("\n", answers));
    assertThat(code.find()).as("a code in %s", answers).isTrue();
    town.codes.add(code.group());
  }

  @Test
  @Order(6)
  void a_story_comes_as_a_recording_and_another_as_a_document() throws IOException {
    String page = town.page("/stories/new");
    town.thanked(
        town.portal
            .resident()
            .get(page)
            .form()
            .set("title", "The last bus")
            .set("words", "I missed it by a minute.")
            .attach("file", "evening.mp3", "audio/mpeg", MediaFiles.fixture("tagged.mp3"))
            .closing()
            .submit());
    byte[] docx = MediaFiles.docx("I wait with the twins.", "Nobody comes.");
    town.thanked(
        town.portal
            .resident()
            .get(page)
            .form()
            .set("title", "With the twins")
            .attach("file", "story.docx", "application/zip", docx)
            .closing()
            .submit());
  }

  @Test
  @Order(7)
  void statements_are_voted_on() {
    town.officer
        .get(town.desk("/statements"))
        .form("Add them")
        .set("seeds", "Buses at nine matter more than one at eleven.\nI feel safe at my stop.")
        .submit();
    Browser voter = town.portal.resident();
    ScreenForm form = voter.get(town.page("/statements")).form();
    List<String> statements =
        voter.get(town.page("/statements")).page().select(".votes fieldset input").stream()
            .map(input -> input.attr("name"))
            .distinct()
            .toList();
    assertThat(statements).hasSize(2);
    town.thanked(
        form.set(statements.getFirst(), "agree")
            .set(statements.getLast(), "disagree")
            .closing()
            .submit());
  }

  @Test
  @Order(8)
  void a_jury_is_drawn_from_a_file_and_recommends() {
    String desk = town.desk("/jury");
    String pool =
        "id,name,household,age\nR1,Ada Marsh,H1,young\nR2,Ben Carter,H1,young\n"
            + "R3,Cleo Tide,H2,old\nR4,Dan Reed,H3,old\nR5,Eva Hill,H4,young\n";
    String quotas = "feature,value,min,max\nage,young,1,2\nage,old,1,2\n";
    town.officer
        .get(desk)
        .form(desk)
        .set("name", "The jury")
        .set("remit", "What comes first?")
        .set("seats", "3")
        .submit();
    Screen drawn =
        town.invite("Lottery", Role.SORTITION)
            .get(desk)
            .form(desk + "/draw")
            .attach("pool", "pool.csv", "text/csv", pool.getBytes(StandardCharsets.UTF_8))
            .attach("quotas", "quotas.csv", "text/csv", quotas.getBytes(StandardCharsets.UTF_8))
            .submit();
    assertThat(drawn.html()).contains("The jury is drawn");
    Screen entered =
        town.officer
            .get(desk)
            .form(desk + "/recommendations")
            .set("number", "R1")
            .set("words", "Run the 14 until 22:30.")
            .set("support-support", "3")
            .submit();
    assertThat(entered.html()).contains("is in the record");
  }

  @Test
  @Order(9)
  void a_letter_is_entered() throws IOException {
    Screen check =
        town.officer
            .get(town.desk("/letters"))
            .form()
            .attach(
                "file",
                "letter.pdf",
                "application/pdf",
                MediaFiles.pdf("We run the 14 at a loss after six.", ""))
            .submit();
    Screen saved =
        check
            .form()
            .set("writer", "Wren Valley Buses")
            .set("kind", "organisation")
            .set("received", "2027-11-01")
            .set("use", "unnamed")
            .submit();
    assertThat(saved.notice()).contains("in the record");
  }
}
