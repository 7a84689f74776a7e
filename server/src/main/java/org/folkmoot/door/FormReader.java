package org.folkmoot.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;

/// Reads a form, plain or multipart, from the request's stream under limits: 256 KB a field, 2 MB
/// of fields, 3,000 fields, one file a field, the route's limit for files. Text must be UTF-8.
final class FormReader {

  private static final int MAX_FIELD_BYTES = 256 * 1024;
  private static final int MAX_FIELDS_BYTES = 2 * 1024 * 1024;
  private static final int MAX_FIELDS = 3_000;

  private final String contentType;
  private final long contentLength;
  private final InputStream in;
  private final long maxFileBytes;

  FormReader(String contentType, long contentLength, InputStream in, long maxFileBytes) {
    this.contentType = contentType;
    this.contentLength = contentLength;
    this.in = in;
    this.maxFileBytes = maxFileBytes;
  }

  Form read() throws IOException {
    String kind = contentType.toLowerCase(Locale.ROOT);
    if (kind.startsWith("multipart/form-data")) {
      return multipart();
    }
    if (kind.startsWith("application/x-www-form-urlencoded")) {
      return new Form(urlEncoded(bounded(in, MAX_FIELDS_BYTES)), Map.of());
    }
    if (kind.isEmpty() && contentLength <= 0) {
      return new Form(Map.of(), Map.of());
    }
    throw new ProblemException(new Problem.Unsupported());
  }

  static byte[] bounded(InputStream in, int max) throws IOException {
    byte[] bytes = in.readNBytes(max + 1);
    if (bytes.length > max) {
      throw new ProblemException(new Problem.TooLarge(max));
    }
    return bytes;
  }

  /// Decodes `a=b&c=d` strictly; used for query strings as well.
  static Map<String, List<String>> urlEncoded(byte[] bytes) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String all = utf8(bytes);
    int count = 0;
    for (String pair : all.split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      if (++count > MAX_FIELDS) {
        throw new ProblemException(new Problem.TooLarge(MAX_FIELDS_BYTES));
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (value.length() > MAX_FIELD_BYTES) {
        throw new ProblemException(new Problem.TooLarge(MAX_FIELD_BYTES));
      }
      fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return fields;
  }

  /// Percent decoding that refuses what is not UTF-8 rather than replacing it.
  static String decode(String encoded) {
    var out = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '+') {
        out.write(' ');
      } else if (c == '%') {
        int high = i + 1 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
        int low = i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw unreadable();
        }
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return utf8(out.toByteArray());
  }

  /// Strict UTF-8; a zero character is refused too, since no person types one.
  static String utf8(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw unreadable();
      }
      return text;
    } catch (CharacterCodingException e) {
      throw unreadable();
    }
  }

  private static ProblemException unreadable() {
    return new ProblemException(
        new Problem.Invalid("Part of what was sent is not readable text (UTF-8 was expected)."));
  }

  private Form multipart() throws IOException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, Form.Upload> uploads = new HashMap<>();
    int bytes = 0;
    int count = 0;
    try {
      var items = new Parts().getItemIterator(new Context());
      while (items.hasNext()) {
        FileItemInput item = items.next();
        if (++count > MAX_FIELDS) {
          throw new ProblemException(new Problem.TooLarge(MAX_FIELDS_BYTES));
        }
        if (item.isFormField()) {
          byte[] value = bounded(item.getInputStream(), MAX_FIELD_BYTES);
          bytes += value.length;
          if (bytes > MAX_FIELDS_BYTES) {
            throw new ProblemException(new Problem.TooLarge(MAX_FIELDS_BYTES));
          }
          fields.computeIfAbsent(item.getFieldName(), _ -> new ArrayList<>()).add(utf8(value));
        } else {
          file(item, uploads);
        }
      }
      return new Form(fields, uploads);
    } catch (FileUploadException e) {
      discard(uploads);
      throw new ProblemException(new Problem.Invalid("The form could not be read to its end."));
    } catch (ProblemException | IOException e) {
      discard(uploads);
      throw e;
    }
  }

  private void file(FileItemInput item, Map<String, Form.Upload> uploads) throws IOException {
    String name = item.getName() == null ? "" : item.getName();
    Path file = Files.createTempFile("folkmoot-upload-", ".part");
    boolean kept = false;
    try (InputStream from = item.getInputStream();
        OutputStream to = Files.newOutputStream(file)) {
      long copied = copy(from, to);
      if (!name.isEmpty() || copied > 0) {
        Form.Upload before = uploads.put(item.getFieldName(), new Form.Upload(name, file, copied));
        kept = true;
        if (before != null) {
          Files.deleteIfExists(before.file());
        }
      }
    } finally {
      if (!kept) {
        Files.deleteIfExists(file);
      }
    }
  }

  private long copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long total = 0;
    for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
      total += n;
      if (total > maxFileBytes) {
        throw new ProblemException(new Problem.TooLarge(maxFileBytes));
      }
      to.write(buffer, 0, n);
    }
    return total;
  }

  /// Deletes the temporary files of a form.
  static void discard(Map<String, Form.Upload> uploads) {
    for (Form.Upload upload : uploads.values()) {
      try {
        Files.deleteIfExists(upload.file());
      } catch (IOException e) {
        System.getLogger("door").log(System.Logger.Level.WARNING, "event=upload.left", e);
      }
    }
  }

  /// The stream parser of commons-fileupload2, bound to no servlet container.
  private static final class Parts
      extends AbstractFileUpload<RequestContext, DiskFileItem, DiskFileItemFactory> {

    @Override
    public org.apache.commons.fileupload2.core.FileItemInputIterator getItemIterator(
        RequestContext context) throws IOException {
      return super.getItemIterator(context);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(RequestContext context) {
      throw new IllegalStateException("parts are streamed");
    }

    @Override
    public List<DiskFileItem> parseRequest(RequestContext context) {
      throw new IllegalStateException("parts are streamed");
    }
  }

  private final class Context implements RequestContext {
    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public Charset getCharset() {
      return StandardCharsets.UTF_8;
    }

    @Override
    public long getContentLength() {
      return contentLength;
    }

    @Override
    public String getContentType() {
      return contentType;
    }

    @Override
    public InputStream getInputStream() {
      return in;
    }

    @Override
    public boolean isMultipartRelated() {
      return false;
    }
  }
}
