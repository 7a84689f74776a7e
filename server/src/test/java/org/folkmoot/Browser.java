package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A person's browser: keeps cookies, follows where it is sent on to, fills in forms as they stand
/// on the page. Scripts do not run in it, so whatever a test does here works without them. For one
/// thread.
public final class Browser {

  private static final int MOST_REDIRECTS = 5;

  private final HttpClient client;
  private final URI portal;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable AuthenticatorApp app;

  Browser(HttpClient client, URI portal) {
    this(client, portal, null);
  }

  /// @param app on the phone of whoever sits at this browser: they connect it when a page asks for
  ///   that, and type its code when one asks for a code
  Browser(HttpClient client, URI portal, @Nullable AuthenticatorApp app) {
    this.client = client;
    this.portal = portal;
    this.app = app;
  }

  /// Leaves the phone away: pages that ask for a code stay as they are.
  public Browser withoutPhone() {
    app = null;
    return this;
  }

  /// Takes a phone to this browser: one that is connected already, or a new one.
  public Browser phone(AuthenticatorApp other) {
    app = other;
    return this;
  }

  /// The phone at hand.
  public AuthenticatorApp phone() {
    return Objects.requireNonNull(app, "no phone here");
  }

  /// The same browser, which finds another portal at the address it knows.
  Browser at(Portal other) {
    Browser there = new Browser(client, other.url(), app);
    there.cookies.putAll(cookies);
    there.headers.putAll(headers);
    return there;
  }

  /// Sends a header with every request from here on, for example `Accept-Language`.
  public Browser header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public Browser cookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /// The same browser without anything it has kept.
  Browser forgetful() {
    cookies.clear();
    return this;
  }

  /// All cookies kept so far, by name.
  Map<String, String> cookies() {
    return Map.copyOf(cookies);
  }

  /// Opens an address of the portal, with or without its host, and follows where it leads.
  public Screen get(String address) {
    return follow(request(address).GET());
  }

  /// The same without following.
  public Screen look(String address) {
    return send(request(address).GET());
  }

  /// Posts plain fields as they are given: for what no form on a page would send.
  public Screen post(String address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(e -> ScreenForm.encoded(e.getKey()) + "=" + ScreenForm.encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return post(
        address, "application/x-www-form-urlencoded", HttpRequest.BodyPublishers.ofString(body));
  }

  public Screen post(String address, String contentType, HttpRequest.BodyPublisher body) {
    return follow(request(address).header("Content-Type", contentType).POST(body));
  }

  /// Any request at all; not followed.
  public Screen send(String method, String address, String contentType, byte[] body) {
    return send(
        request(address)
            .header("Content-Type", contentType)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(portal.resolve(address)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::setHeader);
    return request;
  }

  private Screen follow(HttpRequest.Builder request) {
    Screen screen = send(request);
    for (int i = 0; i < MOST_REDIRECTS && screen.status() / 100 == 3; i++) {
      screen = send(request(screen.address().resolve(screen.header("Location")).toString()).GET());
    }
    return app == null ? screen : app.pass(screen);
  }

  private Screen send(HttpRequest.Builder building) {
    if (!cookies.isEmpty()) {
      building.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(e -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpRequest request = building.build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      response.headers().allValues("set-cookie").forEach(this::keep);
      return new Screen(
          this, request.uri(), response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String setCookie) {
    List<String> parts = List.of(setCookie.split(";\\s*"));
    int equals = parts.getFirst().indexOf('=');
    String name = parts.getFirst().substring(0, equals);
    if (parts.stream().anyMatch(part -> part.equalsIgnoreCase("Max-Age=0"))) {
      cookies.remove(name);
    } else {
      cookies.put(name, parts.getFirst().substring(equals + 1));
    }
  }
}
