package org.folkmoot.door;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.webserver.websocket.WsUpgrader;
import io.helidon.websocket.WsListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Helidon below the door: turns its requests into envelopes and our answers into its responses.
///
/// All paths go to one handler, because Helidon answers 404 to a wrong method and to HEAD, and
/// writes a body to HEAD when a handler sends one; the routes table knows better.
public final class HttpServer implements AutoCloseable {

  private static final long LARGEST_BODY = 210L * 1024 * 1024;
  private static final int LARGEST_FRAME = 64 * 1024;

  /// Where to listen; with port 0 a free port is picked.
  ///
  /// @param secure the public address is https, so cookies are too
  /// @param trustedProxy the peer whose `X-Forwarded-For` is believed; empty for none
  public record Listen(String host, int port, boolean secure, String trustedProxy) {}

  private final Door door;
  private final Listen listen;
  private final WebServer server;

  /// @param sockets by path pattern, each makes one listener per connection
  public HttpServer(Door door, Listen listen, Map<String, Supplier<WsListener>> sockets) {
    this.door = door;
    this.listen = listen;
    HttpRouting.Builder http = HttpRouting.builder().any("/*", this::handle);
    http.any(this::handle);
    WsRouting.Builder live = WsRouting.builder();
    sockets.forEach(live::endpoint);
    WsConfig frames = WsConfig.builder().maxFrameLength(LARGEST_FRAME).build();
    this.server =
        WebServer.builder()
            .host(listen.host())
            .port(listen.port())
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofSeconds(5))
            .idleConnectionTimeout(Duration.ofMinutes(5))
            .maxPayloadSize(LARGEST_BODY)
            .addProtocol(frames)
            .addConnectionSelector(
                Http1ConnectionSelector.builder()
                    .config(Http1Config.create())
                    .addUpgrader(new CountedUpgrader(frames))
                    .build())
            .addRouting(http)
            .addRouting(live)
            .build();
  }

  /// Loads the web server, by making one that never listens.
  public static void prepare() {
    WebServer.builder()
        .shutdownHook(false)
        .addProtocol(WsConfig.create())
        .addRouting(HttpRouting.builder().any((_, _) -> {}))
        .addRouting(WsRouting.builder())
        .build();
  }

  public HttpServer start() {
    server.start();
    return this;
  }

  public int port() {
    return server.port();
  }

  /// Stops accepting, waits for what is under way, then ends.
  @Override
  public void close() {
    server.stop();
  }

  private void handle(ServerRequest request, ServerResponse response) {
    Ask.Envelope asked = envelope(request);
    Answer answer = door.answer(asked);
    try {
      write(request, response, Packing.fits(asked, answer) ? packed(answer) : answer);
    } catch (IOException e) {
      // The reader is gone; nobody is left to tell.
      System.getLogger("door")
          .log(System.Logger.Level.DEBUG, "event=reader.gone route=" + request.prologue().method());
    }
  }

  private Ask.Envelope envelope(ServerRequest request) {
    ServerRequestHeaders from = request.headers();
    Map<String, String> headers = headers(from);
    return new Ask.Envelope(
        request.prologue().method().text(),
        path(request.prologue()),
        request.query().rawValue(),
        headers,
        cookies(from),
        address(request.remotePeer(), headers),
        door.time().instant(),
        from.contentLength().orElse(-1),
        request.content().hasEntity()
            ? request.content().inputStream()
            : InputStream.nullInputStream());
  }

  private static Map<String, String> headers(io.helidon.http.Headers from) {
    Map<String, String> headers = new HashMap<>();
    from.forEach(
        header -> headers.putIfAbsent(header.name().toLowerCase(Locale.ROOT), header.get()));
    return headers;
  }

  private static Map<String, String> cookies(ServerRequestHeaders from) {
    Map<String, String> cookies = new HashMap<>();
    var found = from.cookies();
    for (String name : found.names()) {
      found.first(name).ifPresent(value -> cookies.put(name, value));
    }
    return cookies;
  }

  /// With one slash: a link back to "//host/…" would lead to another site.
  private static String path(HttpPrologue prologue) {
    return "/" + prologue.uriPath().rawPath().replaceFirst("^/+", "");
  }

  private String address(PeerInfo from, Map<String, String> headers) {
    String peer = from.host();
    String forwarded = headers.getOrDefault("x-forwarded-for", "");
    if (!listen.trustedProxy().isEmpty()
        && peer.equals(listen.trustedProxy())
        && !forwarded.isEmpty()) {
      return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    return peer;
  }

  /// Helidon leads upgrades past the handler, and so past the limits; here they are counted too.
  private final class CountedUpgrader extends WsUpgrader {
    CountedUpgrader(WsConfig frames) {
      super(frames);
    }

    @Override
    public @Nullable ServerConnection upgrade(
        ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> from) {
      String address = address(context.remotePeer(), headers(from));
      return door.mayUpgrade(path(prologue), cookies(ServerRequestHeaders.create(from)), address)
          ? super.upgrade(context, prologue, from)
          : null;
    }
  }

  private void write(ServerRequest request, ServerResponse response, Answer answer)
      throws IOException {
    boolean head = request.prologue().method().text().equals("HEAD");
    Headers.SECURITY.forEach((name, value) -> set(response, name, value));
    answer.headers().forEach((name, value) -> set(response, name, value));
    for (Answer.NewCookie cookie : answer.cookies()) {
      response.headers().addCookie(setCookie(cookie));
    }
    switch (answer.body()) {
      case Answer.Body.Ready ready -> {
        response.status(Status.create(answer.status()));
        if (head) {
          response.headers().contentLength(ready.bytes().length);
          response.send();
        } else {
          response.send(ready.bytes());
        }
      }
      case Answer.Body.Streamed streamed ->
          stream(request, response, answer.status(), streamed, head);
      case Answer.Body.Live live -> {
        response.status(Status.create(answer.status()));
        if (head) {
          response.send();
          return;
        }
        set(response, "X-Accel-Buffering", "no");
        try (OutputStream out = response.outputStream()) {
          live.writer().write(out);
        }
      }
    }
  }

  private static Answer packed(Answer answer) throws IOException {
    byte[] bytes = Packing.packed(((Answer.Body.Ready) answer.body()).bytes());
    return new Answer(
            answer.status(), answer.headers(), answer.cookies(), new Answer.Body.Ready(bytes))
        .header("Content-Encoding", "gzip")
        .header("Vary", "Accept-Encoding");
  }

  private static void stream(
      ServerRequest request,
      ServerResponse response,
      int status,
      Answer.Body.Streamed streamed,
      boolean head)
      throws IOException {
    ByteRange range =
        ByteRange.of(request.headers().first(HeaderNames.RANGE).orElse(""), streamed.length());
    set(response, "Accept-Ranges", "bytes");
    if (range.isUnsatisfiable()) {
      set(response, "Content-Range", "bytes */" + streamed.length());
      response.status(Status.REQUESTED_RANGE_NOT_SATISFIABLE_416).send();
      return;
    }
    if (range.isPart()) {
      set(
          response,
          "Content-Range",
          "bytes " + range.from() + "-" + range.to() + "/" + streamed.length());
    }
    response.status(range.isPart() ? Status.PARTIAL_CONTENT_206 : Status.create(status));
    response.headers().contentLength(range.length());
    if (head) {
      response.send();
      return;
    }
    try (InputStream in = streamed.opener().open(range.from());
        OutputStream out = response.outputStream()) {
      byte[] buffer = new byte[64 * 1024];
      long left = range.length();
      while (left > 0) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) {
          break;
        }
        out.write(buffer, 0, n);
        left -= n;
      }
    }
  }

  private SetCookie setCookie(Answer.NewCookie cookie) {
    return SetCookie.builder(cookie.name(), cookie.value())
        .httpOnly(true)
        .secure(listen.secure())
        .sameSite(SetCookie.SameSite.LAX)
        .path("/")
        .maxAge(Duration.ofSeconds(cookie.maxAgeSeconds()))
        .build();
  }

  private static void set(ServerResponse response, String name, String value) {
    response.headers().set(HeaderNames.create(name), value);
  }
}
