package org.folkmoot.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// The files people send, made on the spot; recordings come from `src/test/resources/media`.
public final class MediaFiles {
  private MediaFiles() {}

  public static byte[] fixture(String name) {
    try (var in = MediaFiles.class.getResourceAsStream("/media/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A phone's photo, 80 by 40, stored on its side: once upright its top is red, the rest blue.
  public static byte[] photoWithPlace() throws IOException {
    var image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(Color.BLUE);
    pen.fillRect(0, 0, 80, 40);
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 40, 40);
    pen.dispose();
    var plain = encode(image, "jpeg");
    var exif = new TiffOutputSet();
    exif.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) 6);
    exif.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MAKE, "SecretPhone");
    exif.setGpsInDegrees(1.08, 52.95);
    var out = new ByteArrayOutputStream();
    new ExifRewriter().updateExifMetadataLossless(plain, out, exif);
    return out.toByteArray();
  }

  /// A PNG with the chunk `tEXt` "Author = Rook Secret" after its header.
  static byte[] drawingWithAuthor() throws IOException {
    var png = encode(new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB), "png");
    var text = "tEXtAuthor\0Rook Secret".getBytes(StandardCharsets.ISO_8859_1);
    var crc = new CRC32();
    crc.update(text);
    var out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    out.writeBytes(number(text.length - 4));
    out.writeBytes(text);
    out.writeBytes(number((int) crc.getValue()));
    out.write(png, 33, png.length - 33);
    return out.toByteArray();
  }

  public static byte[] picture(int width, int height, String format) throws IOException {
    return encode(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format);
  }

  /// A PNG header that claims a size, and nothing after it.
  public static byte[] pngOfSize(int width, int height) throws IOException {
    var png = picture(1, 1, "png");
    System.arraycopy(number(width), 0, png, 16, 4);
    System.arraycopy(number(height), 0, png, 20, 4);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    System.arraycopy(number((int) crc.getValue()), 0, png, 29, 4);
    return png;
  }

  public static byte[] docx(String... paragraphs) throws IOException {
    var body = new StringBuilder();
    for (var paragraph : paragraphs) {
      body.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
    }
    return zip(docxParts(documentXml(body.toString())));
  }

  /// A small file whose document part unpacks to more than `megabytes`.
  public static Path hugeDocx(Path file, int megabytes) throws IOException {
    var line = "<w:p><w:r><w:t>No way home after six.</w:t></w:r></w:p>\n".repeat(20_000);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (var part : docxParts("").entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        if (part.getKey().equals("word/document.xml")) {
          var whole = documentXml("|");
          var cut = whole.indexOf('|');
          write(zip, whole.substring(0, cut));
          for (var written = 0L; written < megabytes * 1_048_576L; written += line.length()) {
            write(zip, line);
          }
          write(zip, whole.substring(cut + 1));
        } else {
          write(zip, part.getValue());
        }
        zip.closeEntry();
      }
    }
    return file;
  }

  /// A document that defines an entity of an entity of an entity … ("a billion laughs").
  public static byte[] docxWithEntities() throws IOException {
    var types = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (var i = 1; i < 12; i++) {
      types.append("<!ENTITY a").append(i).append(" \"");
      types.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    var xml = documentXml("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>");
    return zip(docxParts(types.append("]>").append(xml.substring(xml.indexOf("<w:"))).toString()));
  }

  static byte[] odt(String... paragraphs) throws IOException {
    var body = new StringBuilder();
    for (var paragraph : paragraphs) {
      body.append("<text:p>").append(paragraph).append("</text:p>");
    }
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      var type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
      var first = new ZipEntry("mimetype");
      var crc = new CRC32();
      crc.update(type);
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      first.setCrc(crc.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      write(
          zip,
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
          <office:body><office:text>\
          """
              + body
              + "</office:text></office:body></office:document-content>");
    }
    return out.toByteArray();
  }

  public static byte[] pdf(String text, String password) throws IOException {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var pen = new PDPageContentStream(document, page)) {
        pen.beginText();
        pen.setFont(new PDType1Font(FontName.HELVETICA), 12);
        pen.newLineAtOffset(72, 700);
        pen.showText(text);
        pen.endText();
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /// A photo that is a page with a script as well, for whoever believes its name.
  public static byte[] photoThatIsAPage() throws IOException {
    var script =
        "<html><body><script>alert(document.cookie)</script>".getBytes(StandardCharsets.UTF_8);
    var photo = picture(40, 30, "jpeg");
    var out = new ByteArrayOutputStream();
    out.write(photo, 0, 2);
    // A comment: FF FE and its length, two bytes of which are the length itself.
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (script.length + 2)});
    out.writeBytes(script);
    out.write(photo, 2, photo.length - 2);
    out.writeBytes(script);
    return out.toByteArray();
  }

  /// A PDF of so many pages, all with the same few words.
  public static byte[] manyPages(int pages) {
    var pdf = new StringBuilder("%PDF-1.4\n");
    var places = new ArrayList<Integer>();
    var kids = new StringBuilder();
    for (var page = 0; page < pages; page++) {
      kids.append(page + 5).append(" 0 R ");
    }
    var words = "BT /F1 12 Tf 72 700 Td (No way home.) Tj ET";
    var objects = new ArrayList<String>();
    objects.add("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>");
    objects.add("<</Type/Pages/Count " + pages + "/Kids[" + kids + "]>>");
    objects.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    objects.add("<</Length " + words.length() + ">>stream\n" + words + "\nendstream");
    for (var page = 0; page < pages; page++) {
      objects.add(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
              + "/Resources<</Font<</F1 3 0 R>>>>>>");
    }
    for (var object : objects) {
      places.add(pdf.length());
      pdf.append(places.size()).append(" 0 obj").append(object).append("endobj\n");
    }
    var table = pdf.length();
    pdf.append("xref\n0 ").append(places.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> pdf.append("%010d 00000 n \n".formatted(place)));
    pdf.append("trailer<</Size ").append(places.size() + 1).append("/Root 1 0 R>>\nstartxref\n");
    pdf.append(table).append("\n%%EOF");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A WAV of so many bytes in which nothing is to be heard.
  public static byte[] silence(int length) {
    var wav = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(length - 8);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(44_100).putInt(88_200);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length - 44);
    return wav.array();
  }

  /// Zip in zip in zip, each holding megabytes of zeros.
  public static byte[] zipBomb() throws IOException {
    var inner = zip(Map.of("zeros", "0".repeat(20_000_000)));
    for (var i = 0; i < 4; i++) {
      var out = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(out)) {
        for (var copy = 0; copy < 5; copy++) {
          zip.putNextEntry(new ZipEntry(copy + ".zip"));
          zip.write(inner);
        }
      }
      inner = out.toByteArray();
    }
    return inner;
  }

  static byte[] encode(BufferedImage image, String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static String documentXml(String body) {
    return """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:body>\
    """
        + body
        + "</w:body></w:document>";
  }

  private static Map<String, String> docxParts(String document) {
    return Map.of(
        "[Content_Types].xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
        officedocument.wordprocessingml.document.main+xml"/></Types>\
        """,
        "_rels/.rels",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/\
        officeDocument/2006/relationships/officeDocument"/></Relationships>\
        """,
        "word/document.xml",
        document);
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        write(zip, part.getValue());
      }
    }
    return out.toByteArray();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }
}
