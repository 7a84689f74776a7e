package org.folkmoot.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Reads the words of a document: what is visible, without deleted passages, and nothing of files
/// inside the file.
final class DocumentText {
  /// In characters; some 70 printed pages.
  static final int MOST_CHARACTERS = 200_000;

  /// What was read.
  record Words(String text, boolean cut) {}

  private final AutoDetectParser parser = new AutoDetectParser();

  Words read(Path in) throws IOException {
    var body = new BodyContentHandler(MOST_CHARACTERS);
    var cut = false;
    try (var stream = TikaInputStream.get(in)) {
      parser.parse(stream, body, new Metadata(), context());
    } catch (EncryptedDocumentException e) {
      throw unreadable(MediaReason.PROTECTED, e);
    } catch (SAXException | TikaException e) {
      if (!WriteLimitReachedException.isWriteLimitReached(e)) {
        throw unreadable(reason(e), e);
      }
      cut = true;
    }
    return new Words(tidy(body.toString()), cut);
  }

  private static ParseContext context() {
    var context = new ParseContext();
    var office = new OfficeParserConfig();
    // The streaming reader needs little memory however much a file unpacks to.
    office.setUseSAXDocxExtractor(true);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    office.setExtractMacros(false);
    context.set(OfficeParserConfig.class, office);
    context.set(EmbeddedDocumentExtractor.class, new NothingInside());
    return context;
  }

  /// Tika and POI say "zip bomb" in words only.
  private static MediaReason reason(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      var message = cause.getMessage();
      if (message != null && (message.contains("bomb") || message.contains("exceed"))) {
        return MediaReason.TOO_COMPLEX;
      }
    }
    return MediaReason.BROKEN;
  }

  private static UnreadableMediaException unreadable(MediaReason reason, Exception cause) {
    var unreadable = new UnreadableMediaException(reason, "no text could be read");
    unreadable.initCause(cause);
    return unreadable;
  }

  /// One form of each letter, one empty line between paragraphs, no control characters.
  static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
        .replaceAll("[ \\t\\x{A0}]+\\n", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  private static final class NothingInside implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
