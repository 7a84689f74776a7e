package org.folkmoot.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a room returns: status, headers, cookies and a body. Immutable.
public record Answer(int status, Map<String, String> headers, List<NewCookie> cookies, Body body) {

  public static final String HTML = "text/html; charset=UTF-8";
  public static final String JSON = "application/json; charset=UTF-8";

  public Answer {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  /// A cookie to set, always HttpOnly, SameSite=Lax and on the whole site; a max age of 0 deletes
  /// it.
  public record NewCookie(String name, String value, long maxAgeSeconds) {}

  public sealed interface Body {
    /// Bytes that are ready.
    record Ready(byte[] bytes) implements Body {}

    /// Something large, read as it is sent; the door serves ranges of it.
    record Streamed(long length, Opener opener) implements Body {}

    /// A live stream of unknown length: the writer runs until it is done or the reader is gone.
    record Live(Writer writer) implements Body {}
  }

  /// Opens the content at an offset in bytes.
  @FunctionalInterface
  public interface Opener {
    InputStream open(long offset) throws IOException;
  }

  /// Writes chunks to the client, flushing each.
  @FunctionalInterface
  public interface Writer {
    void write(OutputStream out) throws IOException;
  }

  public static Answer html(int status, String html) {
    return text(status, HTML, html);
  }

  public static Answer text(int status, String contentType, String text) {
    return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer json(int status, Object value) {
    return bytes(status, JSON, Json.bytes(value));
  }

  public static Answer bytes(int status, String contentType, byte[] bytes) {
    return new Answer(
        status, Map.of("Content-Type", contentType), List.of(), new Body.Ready(bytes));
  }

  /// Sends the browser on to another page with GET (303).
  public static Answer seeOther(String location) {
    return new Answer(303, Map.of("Location", location), List.of(), new Body.Ready(new byte[0]));
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), List.of(), new Body.Ready(new byte[0]));
  }

  /// A download with a plain file name (letters, digits, dot, dash).
  public static Answer download(String contentType, String fileName, byte[] bytes) {
    return bytes(200, contentType, bytes)
        .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
  }

  /// Media people uploaded: served with ranges, never as a page of ours.
  public static Answer media(String contentType, long length, Opener opener) {
    return new Answer(
        200,
        Map.of(
            "Content-Type", contentType,
            "Content-Security-Policy", "default-src 'none'; sandbox",
            "Cache-Control", "private, no-store"),
        List.of(),
        new Body.Streamed(length, opener));
  }

  public static Answer live(String contentType, Writer writer) {
    return new Answer(200, Map.of("Content-Type", contentType), List.of(), new Body.Live(writer));
  }

  public Answer header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, cookies, body);
  }

  public Answer cookie(String name, String value, long maxAgeSeconds) {
    var more = new ArrayList<>(cookies);
    more.add(new NewCookie(name, value, maxAgeSeconds));
    return new Answer(status, headers, more, body);
  }

  /// Shows a short message on the next page. The key is of a message bundle, never free text.
  public Answer flash(String wordKey) {
    return cookie(Cookies.FLASH, wordKey, 60);
  }
}
