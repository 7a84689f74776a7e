package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.folkmoot.media.MediaFiles;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.sms.simulator.PhoneCall;
import org.folkmoot.sms.simulator.SimulatedCalls;
import org.folkmoot.sms.simulator.SimulatedNetwork;
import org.folkmoot.sms.twilio.TwilioSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the portal in the middle of a call, at one step after the other: the company that carries
/// calls tells it once more what was not answered, and the caller notices nothing. `-Dstress=5`
/// does so in five calls.
final class KilledCallIT {

  private static final String LINE = "+441632960777";
  private static final int PATIENCE = 120;

  @TempDir Path data;
  private final int port = PortalProcess.freePort();
  private final Random random = new Random();
  private final HttpClient http = HttpClient.newHttpClient();
  private final SimulatedCalls exchange =
      new SimulatedCalls(PortalProcess.TEXT_TOKEN, Duration.ofSeconds(PATIENCE));
  private final ReentrantLock alone = new ReentrantLock();
  private final List<String> killed = new ArrayList<>();
  private PortalProcess portal;
  private String api;

  /// Which of the company's requests, or of ours to it, are cut off, one after the other: after a
  /// key, in the news of a recording, while it is fetched.
  private final Deque<Predicate<String>> cuts = new ConcurrentLinkedDeque<>();

  private volatile CountDownLatch deleted = new CountDownLatch(1);

  @Test
  void a_call_goes_on_where_it_was_whatever_step_the_portal_is_killed_in() throws Exception {
    setUp();
    HttpServer company = company();
    api = "http://127.0.0.1:" + company.getAddress().getPort();
    portal = start();
    URI base = URI.create("http://127.0.0.1:" + port);
    exchange.connect(new SimulatedNetwork.Portal(URI.create(api), base));
    List<String> codes = new ArrayList<>();
    try {
      for (int call = 0; call < Integer.getInteger("stress", 1); call++) {
        codes.add(call());
      }
    } finally {
      portal.close();
      company.stop(0);
      exchange.close();
    }
    standExactlyOnce(codes);
  }

  private String call() throws IOException, InterruptedException {
    deleted = new CountDownLatch(1);
    PhoneCall call = exchange.call("+447700900" + (200 + random.nextInt(700)), LINE);
    call.dial().press("1").press("1");
    cuts.add(path -> path.contains("/step/"));
    cuts.add(path -> path.contains("/voice/twilio/recording"));
    cuts.add(path -> path.startsWith("GET /2010"));
    call.press("1").press("1").press("2").press("1");
    call.speak(MediaFiles.fixture("tagged.mp3"), Duration.ofSeconds(20));
    call.press("2").press("1").press("1");
    String code = told(call);
    call.hangUp();
    if (!deleted.await(PATIENCE, TimeUnit.SECONDS)) {
      throw new AssertionError("the recording was not fetched and deleted: " + killed);
    }
    return code;
  }

  /// The ten signs of the code, as they were said.
  private static String told(PhoneCall call) {
    String signs =
        String.join(
                "\n",
                call.noises().stream().filter(n -> !n.mine()).map(PhoneCall.Noise::what).toList())
            .replaceAll("(?s).*for our website or a library\\.", "")
            .replaceAll("(?s)Once more\\..*", "");
    var code = new StringBuilder();
    List<String> digits =
        List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    for (String said : signs.split("\n")) {
      String sign = said.replace(".", "").strip();
      if (digits.contains(sign)) {
        code.append(digits.indexOf(sign));
      } else if (sign.contains(" for ")) {
        code.append(sign.charAt(0));
      }
    }
    return code.toString();
  }

  private void standExactlyOnce(List<String> codes) {
    try (Portal after = Portal.over(data, untilNow(), Map.of())) {
      for (String code : codes) {
        Contribution c =
            after.record().reading().byReceipt(ReceiptCode.parse(code).orElseThrow()).orElseThrow();
        assertThat(c.channel()).isEqualTo(Channel.PHONE);
        assertThat(c.answers()).extracting(a -> a.question()).contains("Q1", "Q2", "STORY");
        assertThat(c.media()).as("the recording, once").hasSize(1);
      }
      assertThat(
              after
                  .record()
                  .reading()
                  .list(Reader.SAFEGUARDING, RecordQuery.in(Portal.AFTER_SIX))
                  .voices())
          .as("each call once, after kills in %s", killed)
          .hasSize(codes.size());
      assertThat(exchange.recordings()).isEmpty();
      assertThat(killed).hasSizeGreaterThanOrEqualTo(3 * codes.size());
      assertThat(after.record().ledger().verify(Portal.AFTER_SIX).wrong()).isEmpty();
    }
  }

  private void setUp() {
    try (Portal before = Portal.over(data, untilNow(), Map.of()).setUp()) {
      Browser officer = before.officer();
      officer
          .get("/desk/c/after-six/texting")
          .form()
          .set("keyword", "bus")
          .set("number", "07700 900999")
          .set("script", "AFTER_SIX")
          .submit();
      officer
          .get("/desk/c/after-six/calling")
          .form("Save")
          .set("number", "01632 960777")
          .set("question-en", "How should people get home after six?")
          .set("question-pl", "Jak ludzie mają wracać do domu po szóstej?")
          .tick("on")
          .submit();
    }
  }

  /// The process has the clock of this machine, portals in this JVM one that stands still.
  private static Duration untilNow() {
    return Duration.between(new MutableTime().instant(), Instant.now());
  }

  private PortalProcess start() {
    ProcessBuilder line = PortalProcess.line(data, port, PortalProcess.brief(), "serve");
    line.environment().put("FOLKMOOT_TWILIO_API_URL", api);
    return PortalProcess.start(line, port);
  }

  /// The company that carries calls: tells the portal, once more where it got no answer, and has
  /// its recordings asked for.
  private HttpServer company() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/voice", this::tell);
    server.createContext("/2010-04-01", this::asked);
    server.start();
    return server;
  }

  private void tell(HttpExchange told) throws IOException {
    byte[] body = told.getRequestBody().readAllBytes();
    String path = told.getRequestURI().toString();
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(PATIENCE))
            .header("Content-Type", told.getRequestHeaders().getFirst("Content-Type"))
            .header(
                TwilioSignature.HEADER, told.getRequestHeaders().getFirst(TwilioSignature.HEADER))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      if (isCut(path)) {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        // Now before it has come, now in the middle, now when it is done and was not answered yet.
        new CountDownLatch(1).await(random.nextInt(60), TimeUnit.MILLISECONDS);
        kill(path);
        answer.cancel(true);
      }
      var answer = answered(request);
      answer(told, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Told once more for as long as there is no answer.
  private HttpResponse<byte[]> answered(HttpRequest request)
      throws IOException, InterruptedException {
    while (true) {
      try {
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException e) {
        // Killed in the middle of it: it is there again once whoever killed it lets go.
        alone.lock();
        boolean there = portal.isAlive();
        alone.unlock();
        if (!there) {
          throw e;
        }
      }
    }
  }

  private void asked(HttpExchange ask) throws IOException {
    String line = ask.getRequestMethod() + " " + ask.getRequestURI();
    String recording = line.replaceFirst(".*/Recordings/", "").replaceFirst("\\..*", "");
    if (isCut(line)) {
      // The portal waits for an answer and cannot be killed by whoever owes it one.
      Thread.ofVirtual().start(() -> kill(line));
      ask.close();
    } else if (ask.getRequestMethod().equals("DELETE")) {
      exchange.delete(recording);
      answer(ask, 204, new byte[0]);
      deleted.countDown();
    } else {
      try (var sound = exchange.open(recording)) {
        answer(ask, 200, sound.readAllBytes());
      }
    }
  }

  private boolean isCut(String request) {
    Predicate<String> next = cuts.peek();
    return next != null && next.test(request);
  }

  private void kill(String during) {
    alone.lock();
    try {
      cuts.poll();
      portal.kill();
      killed.add(during);
      portal = start();
    } finally {
      alone.unlock();
    }
  }

  private static void answer(HttpExchange to, int status, byte[] body) throws IOException {
    to.getResponseHeaders().set("Content-Type", "application/xml");
    to.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      to.getResponseBody().write(body);
    }
    to.close();
  }
}
