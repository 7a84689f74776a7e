package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.sms.twilio.TwilioSignature;
import org.folkmoot.texting.FakeApi;

/// A storm of texts at the packaged portal: 2,000 telephones text five times each within a minute,
/// every text is delivered twice, in the order of a network, and the portal is killed in the
/// middle.
final class TextingBench {

  private static final int PHONES = Integer.getInteger("bench.phones", 2_000);
  private static final List<String> SAID = List.of("BUS No bus for %d", "GO", "1", "2", "HELP");
  private static final Duration WINDOW = Duration.ofSeconds(Integer.getInteger("bench.window", 60));
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration HEARD = Duration.ofMinutes(10);
  private static final int BEFORE = 400;
  private static final int CONNECTIONS = 128;
  private static final Pattern SAMPLE =
      Pattern.compile("\"text\":\"No bus for (\\d+)\",\"language\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final Semaphore lines = new Semaphore(CONNECTIONS);
  private final Random random = new Random(5);
  private URI portal = URI.create("http://127.0.0.1");

  private TextingBench() {}

  static List<String> measure() throws IOException, InterruptedException {
    return new TextingBench().run();
  }

  private List<String> run() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("bench-texting");
    System.setProperty("sms.patience", "1200");
    FakeApi api = FakeApi.twilio();
    System.setProperty("sms.api", api.url());
    int port = PortalProcess.freePort();
    PortalProcess process = PortalProcess.start(data, port, "serve", "--demo");
    portal = process.url();
    ask();
    warmUp();
    double idle = process.processorSeconds();
    long begun = System.nanoTime();
    double[] processor = new double[1];
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PHONES; i++) {
        int phone = i;
        long start = (long) (random.nextDouble() * WINDOW.toMillis() * 0.7);
        threads.execute(() -> phone(phone, start));
      }
      await(() -> acknowledged.get() >= PHONES * SAID.size());
      processor[0] = process.processorSeconds() - idle;
      process.kill();
      process = PortalProcess.start(data, port, "serve", "--demo");
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Map<Integer, Integer> voices = whenHeard(begun);
    double heard = (System.nanoTime() - begun) / 1e9;
    processor[0] += process.processorSeconds();
    List<String> page = page(seconds, heard, processor[0], voices, process.residentMegabytes());
    process.close();
    api.close();
    return page;
  }

  /// The voices once what was acknowledged is heard, or after a time in which it ought to be.
  private Map<Integer, Integer> whenHeard(long begun) {
    Map<Integer, Integer> voices = voices();
    while (voices.size() < PHONES && System.nanoTime() - begun < HEARD.toNanos()) {
      pause(Duration.ofSeconds(2).toMillis());
      voices = voices();
    }
    return voices;
  }

  /// A portal is killed on a day of work, not in its first seconds: some telephones text before.
  private void warmUp() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < BEFORE; i++) {
        int phone = PHONES + i;
        threads.execute(() -> {
          for (int said = 0; said < SAID.size(); said++) {
            deliver(phone, SAID.get(said).formatted(phone), "SMbefore-" + phone + "-" + said);
          }
        });
      }
    }
    millis.clear();
    acknowledged.set(0);
    repeated.set(0);
  }

  /// An officer has the line ask one question.
  private void ask() {
    Browser officer = new Browser(client, portal);
    officer.get("/sign-in/key").form().set("key", "every-right").submit();
    Screen saved =
        officer
            .get("/desk/c/after-six/texting")
            .form()
            .set("script", "ONE_QUESTION")
            .set("question-en", "What keeps you at home after six? DONE when finished.")
            .submit();
    if (saved.status() != 200 || saved.notice().isEmpty()) {
      throw new IllegalStateException("not set up: " + saved.errors());
    }
  }

  /// One telephone: its owner texts when the answer to the last text is there; the network delivers
  /// each text a second time whenever it likes.
  private void phone(int number, long start) {
    pause(start);
    long wait = WINDOW.toMillis() / 4 / SAID.size();
    try (var again = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SAID.size(); i++) {
        String id = "SMstorm-" + number + "-" + i;
        String words = SAID.get(i).formatted(number);
        deliver(number, words, id);
        long later = (long) (Math.random() * WINDOW.toMillis() / 5);
        again.execute(() -> {
          pause(later);
          deliver(number, words, id);
        });
        pause((long) (Math.random() * 2 * wait));
      }
    }
  }

  /// Until it is acknowledged, as a gateway does.
  private void deliver(int number, String words, String id) {
    while (true) {
      lines.acquireUninterruptibly();
      long begun = System.nanoTime();
      try {
        if (send(number, words, id) == 200) {
          millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
          acknowledged.incrementAndGet();
          return;
        }
      } catch (IOException e) {
        repeated.incrementAndGet();
      } finally {
        lines.release();
      }
      pause(200);
    }
  }

  private int send(int number, String words, String id) throws IOException {
    Map<String, List<String>> form = new TreeMap<>();
    form.put("MessageSid", List.of(id));
    form.put("AccountSid", List.of("ACtest"));
    form.put("From", List.of("+447%09d".formatted(number * 499_979L % 1_000_000_000L)));
    form.put("To", List.of(PortalProcess.TEXT_NUMBER));
    form.put("Body", List.of(words));
    form.put("NumMedia", List.of("0"));
    String body =
        form.entrySet().stream()
            .map(e ->
                e.getKey()
                    + "="
                    + URLEncoder.encode(e.getValue().getFirst(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    URI address = portal.resolve("/sms/twilio/inbound");
    var request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                TwilioSignature.HEADER,
                TwilioSignature.sign(address.toString(), form, PortalProcess.TEXT_TOKEN))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private List<String> page(
      double seconds,
      double heard,
      double processor,
      Map<Integer, Integer> voices,
      double resident) {
    long twice = voices.values().stream().filter(times -> times > 1).count();
    List<Long> sorted = millis.stream().sorted().toList();
    var page = new ArrayList<String>();
    page.add("");
    page.add("## A storm of texts");
    page.add("");
    page.add(
        ("%,d texts of %,d telephones, each delivered twice, in the order of a network, by Twilio's"
                + " signed calls; the portal, warm from %,d before, killed with `kill -9` in the"
                + " middle; what was not acknowledged was told again (%,d times). All acknowledged"
                + " after %.0f s and heard after %.0f; %.1f ms of processor time for each call.")
            .formatted(
                PHONES * SAID.size(),
                PHONES,
                BEFORE * SAID.size(),
                repeated.get(),
                seconds,
                heard,
                processor * 1000 / Math.max(1, acknowledged.get())));
    page.add("");
    page.add("| | |");
    page.add("|---|---|");
    page.add("| voices that should be in the record | %,d |".formatted(PHONES));
    page.add("| that are | %,d |".formatted(voices.size()));
    page.add("| twice | %,d |".formatted(twice));
    page.add(
        "| telephones the desk knows (the town's and those before among them) | %s |"
            .formatted(conversations()));
    page.add("| acknowledged, median | %,d ms |".formatted(at(sorted, 0.5)));
    page.add("| 99 of a hundred | %,d ms |".formatted(at(sorted, 0.99)));
    page.add("| the slowest | %,d ms |".formatted(at(sorted, 1)));
    page.add("");
    page.add(String.format(Locale.ROOT, "Resident after this: %.0f MB.", resident));
    return page;
  }

  private static long at(List<Long> sorted, double part) {
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * part)));
  }

  /// How many the desk says there are: those that texted before, those of the storm, the town's.
  private String conversations() {
    Browser officer = new Browser(client, portal);
    officer.get("/sign-in/key").form().set("key", "every-right").submit();
    Matcher said =
        Pattern.compile("([\\d,]+) people have texted")
            .matcher(officer.get("/desk/c/after-six/texting").text());
    return said.find() ? said.group(1) : "not said";
  }

  /// How often each telephone's sentence is in the record.
  private Map<Integer, Integer> voices() {
    var voices = new HashMap<Integer, Integer>();
    String after = "";
    do {
      String body =
          contributions("channel=SMS&limit=200" + (after.isEmpty() ? "" : "&after=" + after));
      Matcher said = SAMPLE.matcher(body);
      while (said.find()) {
        int phone = Integer.parseInt(said.group(1));
        if (phone < PHONES) {
          voices.merge(phone, 1, Integer::sum);
        }
      }
      Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(body);
      after = next.find() ? next.group(1) : "";
    } while (!after.isEmpty());
    return voices;
  }

  private String contributions(String query) {
    try {
      var request =
          HttpRequest.newBuilder(
                  portal.resolve("/api/v1/consultations/after-six/contributions?" + query))
              .header("Authorization", "Bearer every-right")
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      pause(50);
    }
  }
}
