package org.folkmoot.kit;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Turns the kit's page into a tagged PDF, and a PDF's sheets into pictures. The same page and time
/// give the same bytes. Loads nothing from outside. Thread-safe.
final class KitPrinter {

  private static final String FACE = "Atkinson Hyperlegible";
  private static final String REGULAR = "/print/font/AtkinsonHyperlegible-Regular.ttf";
  private static final String BOLD = "/print/font/AtkinsonHyperlegible-Bold.ttf";
  private static final float SCREEN_DPI = 76;

  private final String style = new String(resource("/print/kit.css"), StandardCharsets.UTF_8);

  /// @param made when this version of the meeting was made; stands in the document as its date
  byte[] print(String html, Instant made) {
    String styled = html.replace("</head>", "<style>" + style + "</style></head>");
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useFont(() -> stream(REGULAR), FACE, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> stream(BOLD), FACE, 700, FontStyle.NORMAL, true);
    builder.usePdfUaAccessibility(true);
    builder.addDOMMutator(KitPrinter::describe);
    builder.withProducer("Folkmoot");
    builder.withHtmlContent(styled, null);
    builder.toStream(out);
    try (var drawings = new BatikSVGDrawer()) {
      builder.useSVGDrawer(drawings);
      builder.run();
      return dated(out.toByteArray(), made, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says what each drawing shows: on a website it may be passed over, in a tagged document it may
  /// not.
  private static void describe(Document page) {
    NodeList drawings = page.getElementsByTagName("svg");
    for (int i = 0; i < drawings.getLength(); i++) {
      if (drawings.item(i) instanceof Element drawing
          && drawing.getParentNode() instanceof Element around) {
        drawing.setAttribute("alt", around.getAttribute("title"));
      }
    }
  }

  /// Sets what would else differ from run to run: the document's dates and its id.
  private static byte[] dated(byte[] pdf, Instant made, String html) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Calendar date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
      date.setTimeInMillis(made.toEpochMilli());
      document.getDocumentInformation().setCreationDate(date);
      document.getDocumentInformation().setModificationDate(date);
      document.getDocument().getTrailer().removeItem(COSName.ID);
      document.setDocumentId(ByteBuffer.wrap(sha256(html)).getLong());
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /// The first page of one kind of sheet as PNG.
  ///
  /// @param index of its bookmark
  byte[] picture(byte[] pdf, int index) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<PDOutlineItem> sheets = new ArrayList<>();
      document.getDocumentCatalog().getDocumentOutline().children().forEach(sheets::add);
      PDPage first = sheets.get(index).findDestinationPage(document);
      BufferedImage image =
          new PDFRenderer(document)
              .renderImageWithDPI(document.getPages().indexOf(first), SCREEN_DPI, ImageType.GRAY);
      var out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static InputStream stream(String name) {
    InputStream in = KitPrinter.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing");
    }
    return in;
  }

  private static byte[] resource(String name) {
    try (InputStream in = stream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
