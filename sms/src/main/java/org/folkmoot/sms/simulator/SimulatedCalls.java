package org.folkmoot.sms.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.folkmoot.sms.Webhook;
import org.folkmoot.sms.simulator.SimulatedNetwork.Portal;
import org.folkmoot.sms.twilio.TwilioSignature;
import org.folkmoot.sms.voice.VoiceProvider;
import org.jspecify.annotations.Nullable;

/// A telephone exchange without telephones: calls made here reach the portal as Twilio's signed
/// webhooks, and what the portal answers is followed as Twilio follows it. What callers say is kept
/// here until the portal deletes it. Safe for use by many threads.
public final class SimulatedCalls implements VoiceProvider, AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final String NAME_OF_RECORDING = "RE[0-9a-f]{32}";

  private final String secret;
  private final Lock connecting = new ReentrantLock();
  private @Nullable HttpClient http;
  private final AtomicReference<Optional<Portal>> portal = new AtomicReference<>(Optional.empty());
  private final Map<String, byte[]> recordings = new ConcurrentHashMap<>();
  private final long run = System.nanoTime();
  private final AtomicLong next = new AtomicLong();

  /// @param secret shared with nobody but the portal's own webhooks, which this object checks
  public SimulatedCalls(String secret) {
    this.secret = secret;
  }

  /// Tells the exchange where the portal listens, once it does.
  public void connect(Portal where) {
    portal.set(Optional.of(where));
  }

  /// Calls a number of the portal.
  ///
  /// @param from E.164, or `anonymous` for a number that is withheld
  public PhoneCall call(String from, String to) {
    return new PhoneCall(this, newId("CA"), from, to);
  }

  @Override
  public String name() {
    return SimulatedNetwork.NAME;
  }

  @Override
  public boolean isGenuine(Webhook call) {
    return TwilioSignature.valid(call, List.of(secret));
  }

  @Override
  public boolean isRecording(String recording) {
    return recording.matches(NAME_OF_RECORDING);
  }

  @Override
  public InputStream open(String recording) throws IOException {
    byte[] sound = recordings.get(recording);
    if (sound == null) {
      throw new NoRecordingException("404");
    }
    return new ByteArrayInputStream(sound);
  }

  @Override
  public void delete(String recording) {
    recordings.remove(recording);
  }

  /// Names of the recordings that have not been deleted.
  public List<String> recordings() {
    return recordings.keySet().stream().sorted().toList();
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

  String keep(byte[] sound) {
    String name = newId("RE");
    recordings.put(name, sound);
    return name;
  }

  /// Posts signed fields to an address of the portal, given by path or in full.
  ///
  /// @throws IOException if it did not answer 200
  String post(String where, Map<String, String> fields) throws IOException {
    Portal to = portal.get().orElseThrow(() -> new IOException("no portal"));
    String base = to.publicBase().toString().replaceAll("/+$", "");
    String path = where.startsWith(base) ? where.substring(base.length()) : where;
    var form = new TreeMap<String, List<String>>();
    fields.forEach((name, value) -> form.put(name, List.of(value)));
    String signature = TwilioSignature.sign(base + path, form, secret);
    var request =
        HttpRequest.newBuilder(reachable(to, path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header(TwilioSignature.HEADER, signature)
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
            .build();
    try {
      var answer = http().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("the portal answered " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static URI reachable(Portal to, String path) {
    return to.reachable().resolve(path);
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// As Twilio names things: two letters and 32 hexadecimal digits.
  private String newId(String prefix) {
    return String.format(Locale.ROOT, "%s%016x%016x", prefix, run, next.incrementAndGet());
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
}
