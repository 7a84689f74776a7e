package org.folkmoot.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.folkmoot.Browser;
import org.folkmoot.MutableTime;
import org.folkmoot.Portal;
import org.folkmoot.Screen;
import org.folkmoot.door.PublicAddress;
import org.folkmoot.door.QrPicture;
import org.folkmoot.door.Role;
import org.folkmoot.meeting.Meeting;
import org.folkmoot.record.ReceiptCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The kit as it comes out of the portal, read with other people's tools.
class KitTest {

  private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}\\b");

  private static Portal portal;
  private static Browser facilitator;
  private static String hall;
  private static byte[] english;

  @BeforeAll
  static void start() {
    portal = Portal.start().setUp();
    facilitator = portal.invite(Role.FACILITATOR);
    hall =
        facilitator
            .get("/desk/c/after-six/meetings/new")
            .form()
            .set("name", "Saltmarsh Hall")
            .set("date", "2027-11-22")
            .set("starts", "18:30")
            .set("place", "Saltmarsh Hall\nQuay Street 4")
            .set("questions", "What do you miss after six?\nWho should pay?")
            .set("dots", "Later buses on main roads\nA minibus you can book\nShared taxis")
            .set("tables", "2")
            .set("cards", "5")
            .submit()
            .path();
    english = kit("en");
  }

  @AfterAll
  static void end() {
    portal.close();
  }

  private static byte[] kit(String language) {
    Screen kit = facilitator.get(hall + "/kit.pdf?lang=" + language);
    assertThat(kit.header("Content-Type")).isEqualTo("application/pdf");
    return kit.bytes();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Meeting meeting() {
    return portal.meetings().find("saltmarsh-hall").orElseThrow();
  }

  @Test
  void every_card_is_printed_with_its_code() throws IOException {
    Set<String> printed =
        CODE.matcher(text(english)).results().map(r -> r.group()).collect(Collectors.toSet());

    assertThat(printed)
        .containsExactlyInAnyOrderElementsOf(
            meeting().cards().stream().map(ReceiptCode::printed).toList())
        .hasSize(5);
  }

  @Test
  void every_qr_code_opens_its_card() throws IOException {
    Set<String> opened = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(english)) {
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        if (stripper.getText(document).contains("Keep this strip")) {
          // A camera that does not see a code looks again from nearer; so do we.
          for (int dpi : new int[] {200, 300, 150}) {
            opened.addAll(decoded(new PDFRenderer(document).renderImageWithDPI(page, dpi)));
          }
        }
      }
    }

    assertThat(opened)
        .containsExactlyInAnyOrderElementsOf(
            meeting().cards().stream().map(code -> portal.url() + "/r/" + code.printed()).toList());
  }

  /// What stands in the upper and in the lower half of a sheet; the last sheet may have one card.
  private static List<String> decoded(BufferedImage page) {
    int half = page.getHeight() / 2;
    return Stream.of(0, half)
        .map(top -> page.getSubimage(0, top, page.getWidth(), half))
        .flatMap(part -> decodedOne(part).stream())
        .toList();
  }

  private static Optional<String> decodedOne(BufferedImage part) {
    var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(part)));
    try {
      return Optional.of(
          new QRCodeReader()
              .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
              .getText());
    } catch (ReaderException _) {
      return Optional.empty();
    }
  }

  @Test
  void a_code_read_from_the_paper_can_be_entered() throws IOException {
    var printed = CODE.matcher(text(english));
    assertThat(printed.find()).isTrue();
    Screen kept =
        facilitator
            .get(hall + "/cards")
            .form()
            .set("code", printed.group())
            .set("words", "The last bus is at six.")
            .submit();

    assertThat(kept.notice()).startsWith("The card is kept.");
    assertThat(kept.text()).contains("1 of 5 cards entered");
  }

  @Test
  void the_kit_says_everything_that_is_needed_on_the_evening() throws IOException {
    assertThat(text(english).replaceAll("\\s+", " "))
        .contains("How we talk", "If someone tells you something worrying", "call 999")
        .contains("Count me", "Note sheet · Table 2", "They disagree", "Dot sheet")
        .contains("May we use your words?", "Show it on this website too", "I am 16 or over")
        .contains("Later buses on main roads", "What cannot change", "Version 1 · English");
  }

  @Test
  void where_no_public_address_is_set_the_paper_and_the_desk_say_so() throws IOException {
    assertThat(text(english).replaceAll("\\s+", " "))
        .contains("This address opens on the council’s own machine only.");
    assertThat(facilitator.get(hall).text()).contains("opens on this machine only");
    assertThat(PublicAddress.isLocal("http://localhost:8080/c/after-six")).isTrue();
    assertThat(PublicAddress.isLocal("http://[::1]:8080")).isTrue();
    assertThat(PublicAddress.isLocal("https://wrenmouth.example/c/after-six")).isFalse();
  }

  @Test
  void the_kit_speaks_polish() throws IOException {
    assertThat(text(kit("pl")).replaceAll("\\s+", " "))
        .contains("Czy możemy użyć twoich słów?", "Zachowaj ten pasek", "Wersja 1 · Polski")
        .doesNotContain("#");
  }

  @Test
  void the_document_is_tagged_and_says_its_name_and_language() throws IOException {
    try (PDDocument document = Loader.loadPDF(kit("pl"))) {
      var catalog = document.getDocumentCatalog();

      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo("pl");
      assertThat(document.getDocumentInformation().getTitle()).contains("Saltmarsh Hall");
      assertThat(catalog.getDocumentOutline().children()).hasSize(7);
    }
  }

  @Test
  void every_sheet_shows_the_drawing_of_its_door_and_says_whom_to_ask() throws IOException {
    try (PDDocument document = Loader.loadPDF(english)) {
      List<String> shown = new ArrayList<>();
      figures(document.getDocumentCatalog().getStructureTreeRoot(), shown);

      assertThat(shown).doesNotContainNull().contains("Public meeting", "Card", "Dots on a sheet");
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document)).contains("Ask a person: 01632 960 555");
      }
    }
  }

  /// What each figure of the document is, as it says it to who cannot see it.
  private static void figures(PDStructureNode node, List<String> into) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getStructureType().equals("Figure")) {
          into.add(element.getAlternateDescription());
        }
        figures(element, into);
      }
    }
  }

  @Test
  void the_same_page_is_the_same_bytes_whoever_prints_it() {
    String page =
        "<html lang=\"pl\"><head><title>A</title></head><body><h1>Zażółć</h1><p>gęślą <b>jaźń</b>"
            + "</p><img alt=\"a\" src=\""
            + QrPicture.of("https://wrenmouth.example/r/9MY-1MV2-K4T")
            + "\"/></body></html>";
    byte[] once = new KitPrinter().print(page, MutableTime.START);
    byte[] again = new KitPrinter().print(page, MutableTime.START);

    assertThat(HexFormat.of().formatHex(again)).isEqualTo(HexFormat.of().formatHex(once));
    assertThat(Arrays.equals(kit("en"), english)).isTrue();
  }

  @Test
  void each_kind_of_sheet_has_a_picture() throws IOException {
    List<String> pictures = facilitator.get(hall).page().select("main img").eachAttr("src");

    assertThat(pictures).hasSize(7);
    for (String picture : pictures) {
      Screen shown = facilitator.get(picture);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
      assertThat(image.getHeight()).isGreaterThan(image.getWidth());
    }
    assertThat(facilitator.get(hall + "/kit/nothing.png").status()).isEqualTo(404);
  }

  @Test
  void only_those_who_run_meetings_get_the_codes() {
    assertThat(portal.resident().get(hall + "/kit.pdf").status()).isEqualTo(401);
    assertThat(portal.invite(Role.COUNCILLOR).get(hall + "/kit/cards.png").status()).isEqualTo(403);
  }
}
