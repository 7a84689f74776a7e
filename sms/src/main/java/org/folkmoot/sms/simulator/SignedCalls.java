package org.folkmoot.sms.simulator;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.folkmoot.sms.simulator.SimulatedNetwork.Portal;
import org.folkmoot.sms.twilio.TwilioSignature;
import org.jspecify.annotations.Nullable;

/// Calls to the portal's webhooks, signed as Twilio signs them. Safe for use by many threads; close
/// it to drop what is under way.
final class SignedCalls implements AutoCloseable {

  /// As long as Twilio waits.
  static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final String secret;
  private final Duration patience;
  private final Lock connecting = new ReentrantLock();
  private @Nullable HttpClient http;
  private final AtomicReference<Optional<Portal>> portal = new AtomicReference<>(Optional.empty());

  /// @param secret shared with nobody but the portal's webhooks
  /// @param patience how long an answer is waited for
  SignedCalls(String secret, Duration patience) {
    this.secret = secret;
    this.patience = patience;
  }

  /// Tells where the portal listens, once it does.
  void connect(Portal where) {
    portal.set(Optional.of(where));
  }

  /// Posts fields to an address of the portal, given by path or in full.
  ///
  /// @throws IOException if there is no portal, or it does not answer
  HttpResponse<String> post(String where, Map<String, String> fields) throws IOException {
    Portal to = connected();
    var base = base(to);
    var path = path(to, where);
    var form = new TreeMap<String, List<String>>();
    fields.forEach((name, value) -> form.put(name, List.of(value)));
    var request =
        HttpRequest.newBuilder(to.reachable().resolve(path))
            .timeout(patience)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header(TwilioSignature.HEADER, TwilioSignature.sign(base + path, form, secret))
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
            .build();
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Fetches something from the portal, unsigned; what lies elsewhere is not fetched.
  HttpResponse<byte[]> get(String where) throws IOException {
    Portal to = connected();
    if (!path(to, where).startsWith("/")) {
      throw new IOException("not of the portal: " + where);
    }
    return send(
        HttpRequest.newBuilder(to.reachable().resolve(path(to, where))).timeout(patience).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private Portal connected() throws IOException {
    return portal.get().orElseThrow(() -> new IOException("no portal"));
  }

  private static String base(Portal to) {
    return to.publicBase().toString().replaceAll("/+$", "");
  }

  private static String path(Portal to, String where) {
    return where.startsWith(base(to)) ? where.substring(base(to).length()) : where;
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> read)
      throws IOException {
    try {
      return http().send(request, read);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  // Made at the first call, not at the start: it brings the whole of TLS along.
  private HttpClient http() {
    connecting.lock();
    try {
      if (http == null) {
        http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
      }
      return http;
    } finally {
      connecting.unlock();
    }
  }

  @Override
  public void close() {
    connecting.lock();
    try {
      if (http != null) {
        http.shutdownNow();
      }
    } finally {
      connecting.unlock();
    }
  }
}
