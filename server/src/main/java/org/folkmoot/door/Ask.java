package org.folkmoot.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.folkmoot.web.Page;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;

/// One request as a room sees it: who asks, in which language, and what they sent. Used by one
/// thread.
public final class Ask {

  /// Largest body that is not a form: JSON, CSV, plain text.
  public static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

  /// What the door knows of a request before a room sees it.
  ///
  /// @param path as it came, without query, for links that come back
  /// @param headers by lower-case name, first value
  /// @param address the peer's, or the client's where a trusted proxy says so
  record Envelope(
      String method,
      String path,
      String rawQuery,
      Map<String, String> headers,
      Map<String, String> cookies,
      String address,
      Instant at,
      long contentLength,
      InputStream body) {}

  private final Envelope envelope;
  private final Route route;
  private final Map<String, String> values;
  private final Visitor visitor;
  private final Words words;
  private final Limits limits;
  private final BiFunction<Ask, Page, String> renderer;
  private final Map<String, List<String>> query;
  private @Nullable Form form;
  private byte @Nullable [] body;

  Ask(
      Envelope envelope,
      Route route,
      Map<String, String> values,
      Visitor visitor,
      Words words,
      Limits limits,
      BiFunction<Ask, Page, String> renderer) {
    this.envelope = envelope;
    this.route = route;
    this.values = values;
    this.visitor = visitor;
    this.words = words;
    this.limits = limits;
    this.renderer = renderer;
    this.query = FormReader.urlEncoded(envelope.rawQuery().getBytes(StandardCharsets.UTF_8));
  }

  public Visitor visitor() {
    return visitor;
  }

  /// The time this request came; one request sees one time.
  public Instant now() {
    return envelope.at();
  }

  public Words words() {
    return words;
  }

  public String method() {
    return envelope.method();
  }

  public Route route() {
    return route;
  }

  /// The path as it came, without the query.
  public String path() {
    return envelope.path();
  }

  /// Path and query, for a link back to this page.
  public String location() {
    return envelope.rawQuery().isEmpty()
        ? envelope.path()
        : envelope.path() + "?" + envelope.rawQuery();
  }

  public String address() {
    return envelope.address();
  }

  /// The value of a `{name}` in the route's pattern.
  public String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no {" + name + "} in " + route.pattern());
    }
    return value;
  }

  public Optional<String> valueIfAny(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A query parameter, stripped; empty if absent.
  public String query(String name) {
    List<String> all = query.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst().strip();
  }

  /// A number in the query; 0 where there is none.
  public long number(String name) {
    String typed = query(name);
    return typed.matches("\\d{1,15}") ? Long.parseLong(typed) : 0;
  }

  /// Which of these the query names, in small or capital letters.
  public <E extends Enum<E>> Optional<E> oneOf(String name, E[] all) {
    String named = query(name);
    return Arrays.stream(all).filter(one -> one.name().equalsIgnoreCase(named)).findFirst();
  }

  public Map<String, List<String>> queryAll() {
    return Map.copyOf(query);
  }

  /// A header by its lower-case name; empty if absent.
  public String header(String name) {
    return envelope.headers().getOrDefault(name, "");
  }

  public String cookie(String name) {
    return envelope.cookies().getOrDefault(name, "");
  }

  /// True if the client asked for JSON rather than a page.
  public boolean wantsJson() {
    return route.isApi() || header("accept").startsWith("application/json");
  }

  /// The form that was sent; read once, then kept.
  public Form form() {
    if (form == null) {
      try {
        form =
            new FormReader(
                    header("content-type"),
                    envelope.contentLength(),
                    envelope.body(),
                    route.maxFileBytes())
                .read();
      } catch (IOException e) {
        throw new ProblemException(new Problem.Invalid("The form could not be read to its end."));
      }
    }
    return form;
  }

  /// The whole body, for what is not a form; at most [#MAX_BODY_BYTES].
  public byte[] body() {
    if (body == null) {
      try {
        body = FormReader.bounded(envelope.body(), MAX_BODY_BYTES);
      } catch (IOException e) {
        throw new ProblemException(new Problem.Invalid("The body could not be read to its end."));
      }
    }
    return body;
  }

  /// The body as it comes, for what is too large to be kept whole; whoever reads it counts. May be
  /// read once, and not beside [#form] or [#body].
  public InputStream bodyStream() {
    return envelope.body();
  }

  /// The length of the body as the client gave it, in bytes; negative where it gave none.
  public long bodyLength() {
    return envelope.contentLength();
  }

  public JsonNode json() {
    return Json.parse(body());
  }

  /// Counts one more use of a limit beside the route's own.
  public void spend(Limit limit) {
    limits.spend(limit, visitor.device(), envelope.address());
  }

  /// Counts one more use of a limit beside the route's own; false, instead of a refusal, when it is
  /// used up.
  public boolean spendIfLeft(Limit limit) {
    try {
      spend(limit);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  /// Refuses if a limit of failures is used up, without counting.
  public void check(Limit limit) {
    limits.check(limit, visitor.device(), envelope.address());
  }

  /// Counts one more use of a limit on one thing, whoever asks for it; `perDevice` is how often.
  public void spendOn(Limit limit, String thing) {
    limits.spend(limit, "thing:" + thing, envelope.address());
  }

  /// Refuses if a limit on one thing is used up, without counting.
  public void checkOn(Limit limit, String thing) {
    limits.check(limit, "thing:" + thing, envelope.address());
  }

  /// A page in the reader's language, inside the portal's frame.
  public Answer page(Page page) {
    return page(200, page);
  }

  public Answer page(int status, Page page) {
    return Answer.html(status, renderer.apply(this, page));
  }

  void close() {
    if (form != null) {
      FormReader.discard(form.uploads());
    }
  }
}
