package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
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

    assertThat(mo.text("BUS no way home after 6").getFirst()).contains("Reply GO");
    List<String> answers = mo.text("GO");

    var code = FourPeople.CODE.matcher(String.join("\n", answers));
    assertThat(code.find()).as("a code in %s", answers).isTrue();
    town.codes.add(code.group());
  }

  @Test
  @Order(4)
  void paper_from_the_printed_kit_is_entered() throws IOException {
    Browser fay = town.invite("Fay", Role.FACILITATOR);
    String hall =
        fay.get(town.desk("/meetings/new"))
            .form()
            .set("name", "Saltmarsh Hall")
            .set("date", "2027-11-22")
            .set("starts", "18:30")
            .set("place", "Saltmarsh Hall\nQuay Street 4")
            .set("questions", "What do you miss after six?")
            .set("dots", "Later buses\nShared taxis")
            .set("cards", "4")
            .submit()
            .path();
    String code = cardCode(fay.get(hall + "/kit.pdf?lang=en").bytes());

    Screen noted =
        fay.get(hall + "/notes")
            .form()
            .set("table", "Heron")
            .set("people", "7")
            .set("line-1", "Buses stop too early")
            .set("line-2", "Who pays if the minibus is late?")
            .tick("agreed")
            .submit();
    assertThat(noted.notice()).isEqualTo("The sheet is kept.");
    Screen dotted =
        fay.get(hall + "/dots")
            .form()
            .set("sheet", "1")
            .set("dots-later-buses", "21")
            .set("dots-shared-taxis", "9")
            .set("people", "10")
            .submit();
    assertThat(dotted.notice()).isEqualTo("The dots are kept.");
    Screen kept =
        fay.get(hall + "/cards")
            .form()
            .set("code", code)
            .set("words", "I walk home along the river.")
            .set("use", "unnamed")
            .tick("website")
            .tick("over16")
            .submit();
    assertThat(kept.notice()).startsWith("The card is kept.");
    town.codes.add(code);
  }

  /// The code of the first card, read as text from the paper; keeps a picture of its page.
  private static String cardCode(byte[] kit) throws IOException {
    try (PDDocument paper = Loader.loadPDF(kit)) {
      var text = new PDFTextStripper();
      for (int page = 1; page <= paper.getNumberOfPages(); page++) {
        text.setStartPage(page);
        text.setEndPage(page);
        var code = FourPeople.CODE.matcher(text.getText(paper));
        if (code.find()) {
          var png = new ByteArrayOutputStream();
          ImageIO.write(new PDFRenderer(paper).renderImageWithDPI(page - 1, 60), "png", png);
          Chrome.keep("kit-card", png.toByteArray());
          return code.group();
        }
      }
    }
    throw new AssertionError("no code in the kit");
  }

  @Test
  @Order(5)
  void two_people_talk_in_a_live_session() {
    String host =
        town.officer
            .get(town.desk("/forum"))
            .form("Plan it")
            .set("name", "After six, live")
            .set("about", "What would help first?")
            .set("starts", "2027-11-01T18:30")
            .submit()
            .path();
    String session = host.replaceFirst("^/desk", "");
    Page amina = town.officerWindow;
    amina.navigate(host);
    FourPeople.press(amina, "Open the session");
    Chrome.isOpenToAll(amina);
    Page jo = joined(session, "Jo");
    Page kim = joined(session, "Kim");

    say(jo, "I finish at nine and walk.");
    kim.waitForSelector("#talk >> text=I finish at nine and walk.");
    say(kim, "Me too, a bus at nine would do.");
    jo.waitForSelector("#talk >> text=Me too, a bus at nine would do.");
    amina.fill("[name=asks]", "A bus at nine?");
    amina.fill("[name=options]", "Yes\nNo");
    FourPeople.press(amina, "Make and open the poll");
    jo.reload();
    jo.locator("[name=option]").first().check();
    FourPeople.press(jo, "Vote");
    Chrome.picture(jo, "live");

    for (Page who : List.of(jo, kim)) {
      who.reload();
      town.codes.add(who.locator("#mine bdi").first().textContent().strip());
    }
  }

  private static Page joined(String session, String name) {
    Page page = town.chrome.person();
    page.navigate(session + "/join");
    page.fill("[name=name]", name);
    FourPeople.closing(page);
    Chrome.isOpenToAll(page);
    FourPeople.press(page, "Join");
    page.waitForSelector("#say");
    return page;
  }

  private static void say(Page page, String words) {
    page.fill("#say [name=text]", words);
    FourPeople.press(page, "Say it");
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

  @Test
  @Order(10)
  void an_officer_checks_everything_and_puts_it_under_a_theme() {
    String waiting = town.desk("/record?status=RECEIVED");
    Screen list = town.officer.get(waiting);
    assertThat(list.page().select(".sift__row")).isNotEmpty();
    ticked(list, "All ticked are checked").press("All ticked are checked");
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
  @Order(11)
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
  @Order(12)
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
  @Order(13)
  void every_voice_is_behind_a_figure_and_its_receipt_has_the_answer() {
    Set<String> said = new TreeSet<>();
    for (var row : town.officer.get(town.desk("/record")).page().select(".sift__row")) {
      said.add(row.id().substring("v-".length()));
    }
    Set<String> behind = new TreeSet<>();
    Screen report = town.officer.get(town.page("/report"));
    for (String figure : report.page().select("a.count").eachAttr("href")) {
      for (String link : town.officer.get(figure).page().select(".voice a").eachAttr("href")) {
        behind.add(link.substring(link.lastIndexOf('/') + 1));
      }
    }
    assertThat(said).hasSizeGreaterThan(12);
    assertThat(behind).containsAll(said);

    assertThat(town.codes).hasSizeGreaterThanOrEqualTo(said.size());
    for (String code : town.codes) {
      assertThat(town.portal.resident().get("/r/" + code).text())
          .as("receipt %s", code)
          .contains("Five more buses every evening.");
    }
  }
}
