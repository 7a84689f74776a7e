package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.folkmoot.door.Role;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.texting.Telephone;

/// Every way in, used once by the people of a test town as they would use it. Each fails where
/// somebody is not answered as the page or the text should.
final class EveryWayIn {

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

  /// What somebody says and takes back.
  static final String REGRETTED = "Everybody knows who drives it.";

  /// The telephone of the person who texts.
  final Telephone mo;

  private final FourPeople town;

  EveryWayIn(FourPeople town) {
    this.town = town;
    this.mo = new Telephone(town.portal.url(), "+447700910001");
  }

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

  void a_text_is_answered_with_a_code() {
    town.officer
        .get(town.desk("/texting"))
        .form()
        .set("keyword", "bus")
        .set("number", "07700 900999")
        .set("script", "ONE_QUESTION")
        .submit();

    assertThat(mo.text("BUS no way home after 6").getFirst()).contains("Reply GO");
    assertThat(mo.text("GO").getFirst()).contains("under 18");

    // Not under 18; quote me; show it on the website; tell me by text.
    List<String> answers = List.of();
    for (String reply : List.of("2", "1", "1", "1")) {
      answers = mo.text(reply);
    }
    var code = FourPeople.CODE.matcher(String.join("\n", answers));
    assertThat(code.find()).as("a code in %s", answers).isTrue();
    town.codes.add(code.group());
  }

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

  private Page joined(String session, String name) {
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

  void a_topic_is_answered_by_two() {
    Screen added =
        town.officer
            .get(town.desk("/forum"))
            .form("Add it")
            .set("topic-name", "A bus you book")
            .set("topic-text", "Would it work for you?")
            .submit();
    assertThat(added.notice()).isEqualTo("The topic is open.");
    String topic =
        town.portal.resident().get(town.page("/forum")).links().stream()
            .filter(link -> link.contains("/forum/topics/"))
            .findFirst()
            .orElseThrow();
    for (String words : List.of("Only if I can book on the day.", REGRETTED)) {
      String code =
          town.thanked(
              town.portal.resident().get(topic).form(topic).set("text", words).closing().submit());
      if (words.equals(REGRETTED)) {
        town.regretted = code;
      }
    }
  }

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
