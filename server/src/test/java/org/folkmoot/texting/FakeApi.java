package org.folkmoot.texting;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.folkmoot.sms.PhoneNumber;

/// A gateway's API on this machine: takes texts, or refuses those to some numbers. Thread-safe.
public final class FakeApi implements AutoCloseable {

  public static final PhoneNumber OPTED_OUT = new PhoneNumber("+447700930001");
  public static final PhoneNumber NO_SUCH_NUMBER = new PhoneNumber("+447700930002");

  /// Not taken this time.
  public static final PhoneNumber BUSY = new PhoneNumber("+447700930003");

  /// A text it took.
  public record Taken(String to, String body, String id) {}

  /// How the API answers a text: status and JSON; null in `fields` means nothing.
  public record Reply(int status, String json) {}

  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final AtomicInteger sleeping = new AtomicInteger();
  private volatile int awakeUntil = Integer.MAX_VALUE;
  private volatile CountDownLatch asleep = new CountDownLatch(0);
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer server;
  private final FakeMedia media;

  private FakeApi(HttpServer server) {
    this.server = server;
    this.media = new FakeMedia(url());
  }

  /// As Twilio's API speaks: a form in, JSON with a `sid` out, error codes.
  public static FakeApi twilio() {
    return start(
        FakeApi::form,
        "To",
        "Body",
        id -> "{\"sid\":\"" + id + "\",\"status\":\"queued\"}",
        code -> "{\"code\":" + code + ",\"message\":\"no\",\"status\":400}",
        Map.of("out", "21610", "none", "21211"));
  }

  /// As a gateway of one's own speaks: JSON in, a word for a refusal.
  public static FakeApi own() {
    return start(
        body -> {
          try {
            var fields = new LinkedHashMap<String, String>();
            new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(body)
                .properties()
                .forEach(e -> fields.put(e.getKey(), e.getValue().asText("")));
            return fields;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        "to",
        "message",
        _ -> "{}",
        error -> "{\"error\":\"" + error + "\"}",
        Map.of("out", "opted_out", "none", "bad_number"));
  }

  private static FakeApi start(
      Function<String, Map<String, String>> reader,
      String to,
      String body,
      Function<String, String> accepted,
      Function<String, String> refused,
      Map<String, String> codes) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeApi api = new FakeApi(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext(
          "/",
          exchange -> {
            if (api.media.isAsked(exchange)) {
              api.media.answer(exchange);
              return;
            }
            String sent =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = api.take(reader.apply(sent), to, body, accepted, refused, codes);
            byte[] bytes = reply.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply take(
      Map<String, String> fields,
      String to,
      String body,
      Function<String, String> accepted,
      Function<String, String> refused,
      Map<String, String> codes) {
    int number = asked.incrementAndGet();
    String phone = fields.getOrDefault(to, "");
    if (phone.equals(OPTED_OUT.e164())) {
      return new Reply(400, refused.apply(codes.get("out")));
    }
    if (phone.equals(NO_SUCH_NUMBER.e164())) {
      return new Reply(400, refused.apply(codes.get("none")));
    }
    if (phone.equals(BUSY.e164())) {
      return new Reply(503, "{}");
    }
    String id = fields.getOrDefault("uuid", "SMfake" + number);
    taken.add(new Taken(phone, fields.getOrDefault(body, ""), id));
    if (taken.size() > awakeUntil) {
      sleeping.incrementAndGet();
      waitFor(asleep);
    }
    return new Reply(201, accepted.apply(id));
  }

  /// From now on it takes so many texts more and answers them; what it takes after that it answers
  /// no more, until it is woken.
  public void fallAsleepAfter(int texts) {
    asleep = new CountDownLatch(1);
    awakeUntil = taken.size() + texts;
  }

  /// How many texts it took and has not answered.
  public int unanswered() {
    return sleeping.get();
  }

  public void wake() {
    awakeUntil = Integer.MAX_VALUE;
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(String body) {
    var fields = new LinkedHashMap<String, String>();
    for (String pair : body.split("&", -1)) {
      String[] both = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(both[0], StandardCharsets.UTF_8),
          URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  /// The pictures it has.
  public FakeMedia media() {
    return media;
  }

  public final String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What it took, in order.
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  public List<Taken> takenFor(PhoneNumber phone) {
    return taken.stream().filter(t -> t.to().equals(phone.e164())).toList();
  }

  /// How often it was asked, refusals among them.
  public int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    asleep.countDown();
    server.stop(0);
  }
}
