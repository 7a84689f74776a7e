package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Measures the packaged portal from outside and writes `server/docs/bench.md`.
///
/// Machines are shared, so a time says little: what is trusted is processor time of the portal per
/// request, and every figure stands beside a yardstick measured in turns with it in the same run.
/// One argument chooses a part: `start`, `http`, `town`, `search`, `archive`, `texting`, `uploads`
/// or `media`; none means all.
final class Bench {

  private static final int ROUNDS = 5;
  private static final int READERS = 8;
  private static final int MANY = 100_000;
  private static final Duration A_TURN = Duration.ofSeconds(3);

  private final Path jar;
  private final List<String> page = new ArrayList<>();

  /// Where what takes long to be heard is kept for the next part; with the property `bench.data`
  /// for the next run too.
  private final Path hundredThousand;

  private Bench(Path jar) throws IOException {
    this.jar = jar;
    String kept = System.getProperty("bench.data", "");
    this.hundredThousand =
        kept.isEmpty() ? Files.createTempDirectory("bench-record") : Path.of(kept);
  }

  /// @param arguments the jar, the results page, and which part
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Bench bench = new Bench(Path.of(arguments[0]));
    System.setProperty("folkmoot.jar", arguments[0]);
    String part = arguments.length > 2 ? arguments[2] : "";
    bench.head();
    if (part.isEmpty() || part.equals("start")) {
      bench.start();
    }
    if (part.isEmpty() || part.equals("http")) {
      bench.http();
    }
    if (part.isEmpty() || part.equals("town")) {
      bench.town();
    }
    if (part.isEmpty() || part.equals("search")) {
      bench.page.addAll(SearchBench.measure(bench.hundredThousand));
    }
    if (part.isEmpty() || part.equals("archive")) {
      bench.archive();
    }
    if (part.isEmpty() || part.equals("texting")) {
      bench.page.addAll(TextingBench.measure());
    }
    if (part.isEmpty() || part.equals("uploads")) {
      bench.page.addAll(UploadBench.uploads());
    }
    if (part.isEmpty() || part.equals("media")) {
      bench.page.addAll(UploadBench.media());
    }
    String text = String.join("\n", bench.page) + "\n";
    System.out.println(text);
    Path results = Path.of(arguments[1]);
    Files.writeString(results, part.isEmpty() ? text : put(text, Files.readString(results)));
    System.exit(0);
  }

  /// The page with the sections that were measured now in the place of those of the same name.
  private static String put(String measured, String page) {
    List<String> before = List.of(page.split("(?m)^(?=## )"));
    List<String> all = new ArrayList<>(before);
    for (String section : measured.split("(?m)^(?=## )")) {
      String name = section.lines().findFirst().orElse("");
      int at =
          IntStream.range(0, before.size())
              .filter(i -> before.get(i).startsWith(name + "\n"))
              .findFirst()
              .orElse(-1);
      if (at < 0) {
        all.add("\n" + section);
      } else if (name.startsWith("## ")) {
        all.set(at, section);
      }
    }
    return String.join("", all);
  }

  private void head() {
    page.add("# Measured");
    page.add("");
    page.add(
        "Made by `mvn -Pbench` on %s, Java %s, %d processors. Other work may have run on the same"
            .formatted(
                LocalDate.now(java.time.ZoneId.systemDefault()),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors()));
    page.add("machine: trust processor time and ratios, not clock time. Each figure is the median");
    page.add("of " + ROUNDS + " turns, yardstick and subject in turns.");
  }

  // --- starting -------------------------------------------------------------------------------

  private void start() throws IOException {
    Path data = Files.createTempDirectory("bench-start");
    List<Started> yardstick = new ArrayList<>();
    List<Started> empty = new ArrayList<>();
    List<Started> again = new ArrayList<>();
    List<Started> plain = new ArrayList<>();
    List<String> cached = PortalProcess.rehearsed();
    started(data.resolve("demo"), cached, "serve", "--demo");
    for (int i = 0; i < ROUNDS; i++) {
      yardstick.add(jvm());
      empty.add(started(data.resolve("empty" + i), cached, "serve"));
      again.add(started(data.resolve("demo"), cached, "serve", "--demo"));
      plain.add(started(data.resolve("plain" + i), List.of(), "serve"));
    }
    page.add("");
    page.add("## Start to first page");
    page.add("");
    page.add(
        "From `java -XX:+UseSerialGC -Xms48m -Xmx256m -XX:AOTCache=folkmoot.aot -jar folkmoot.jar"
            + " serve` until the front page has arrived. Yardstick: `java -jar folkmoot.jar"
            + " --version`.");
    page.add("");
    page.add("| start | clock s | processor s | of yardstick | resident MB |");
    page.add("|---|---|---|---|---|");
    double one = median(yardstick.stream().map(Started::processor).toList());
    row("yardstick", yardstick, one);
    row("empty portal", empty, one);
    row("sample already loaded", again, one);
    row("empty portal without the cache", plain, one);
  }

  private record Started(double clock, double processor, double resident) {}

  private void row(String name, List<Started> runs, double yardstick) {
    double processor = median(runs.stream().map(Started::processor).toList());
    page.add(
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %.1f | %.1f | %.0f |",
            name,
            median(runs.stream().map(Started::clock).toList()),
            processor,
            processor / yardstick,
            median(runs.stream().map(Started::resident).toList())));
  }

  private Started jvm() {
    long begun = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(
                  java(),
                  "-XX:+UseSerialGC",
                  "-Xms48m",
                  "-Xmx256m",
                  "-jar",
                  jar.toString(),
                  "--version")
              .redirectErrorStream(true)
              .start();
      // Its times are gone with it, so they are read while its last words are still to be read.
      double processor = 0;
      while (process.isAlive()) {
        processor = Math.max(processor, PortalProcess.processorSeconds(process.pid()));
        Thread.onSpinWait();
      }
      return new Started((System.nanoTime() - begun) / 1e9, processor, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Started started(Path data, List<String> options, String... command) {
    long begun = System.nanoTime();
    try (PortalProcess portal =
            PortalProcess.start(data, PortalProcess.freePort(), options, command);
        HttpClient client = HttpClient.newHttpClient()) {
      get(client, portal.url().resolve("/"));
      double clock = (System.nanoTime() - begun) / 1e9;
      Started answer = new Started(clock, portal.processorSeconds(), portal.residentMegabytes());
      portal.end();
      return answer;
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  // --- reading and writing --------------------------------------------------------------------

  private void http() throws IOException {
    Path data = Files.createTempDirectory("bench-http");
    try (PortalProcess portal =
            PortalProcess.start(data, PortalProcess.freePort(), List.of(), "serve", "--demo");
        HttpClient client = HttpClient.newHttpClient()) {
      page.add("");
      page.add("## Pages and messages");
      page.add("");
      page.add(
          READERS
              + " at a time over real HTTP, portal with its sample. Yardstick: `GET /health/live`,"
              + " the same server and door without a page.");
      page.add("");
      page.add("| | processor ms each | of yardstick | a second | slowest of a hundred, ms |");
      page.add("|---|---|---|---|---|");
      Supplier<HttpRequest> yardstick = () -> ask(portal, "/health/live");
      List<Subject> subjects =
          List.of(
              new Subject("`GET /`", () -> ask(portal, "/")),
              new Subject("a question's page", () -> ask(portal, "/c/after-six")),
              new Subject("the report", () -> ask(portal, "/c/after-six/report")),
              new Subject("the public record", () -> ask(portal, "/c/after-six/record")),
              new Subject("a contribution by the API, stored durably", () -> say(portal)));
      turn(client, portal, yardstick);
      List<Turn> measure = new ArrayList<>();
      List<List<Turn>> turns = new ArrayList<>();
      subjects.forEach(s -> turns.add(new ArrayList<>()));
      for (int round = 0; round < ROUNDS; round++) {
        measure.add(turn(client, portal, yardstick));
        for (int i = 0; i < subjects.size(); i++) {
          turns.get(i).add(turn(client, portal, subjects.get(i).request()));
        }
      }
      double one = median(measure.stream().map(Turn::processor).toList());
      turns("yardstick", measure, one);
      for (int i = 0; i < subjects.size(); i++) {
        turns(subjects.get(i).name(), turns.get(i), one);
      }
      page.add("");
      page.add(
          String.format(Locale.ROOT, "Resident after this: %.0f MB.", portal.residentMegabytes()));
    }
  }

  private record Subject(String name, Supplier<HttpRequest> request) {}

  /// @param processor milliseconds of the portal's processor time for each request
  private record Turn(double processor, double rate, double slow, int refused) {}

  private void turns(String name, List<Turn> turns, double yardstick) {
    double processor = median(turns.stream().map(Turn::processor).toList());
    int refused = turns.stream().mapToInt(Turn::refused).sum();
    page.add(
        String.format(
            Locale.ROOT,
            "| %s%s | %.2f | %.1f | %.0f | %.0f |",
            name,
            refused == 0 ? "" : " (" + refused + " refused)",
            processor,
            processor / yardstick,
            median(turns.stream().map(Turn::rate).toList()),
            median(turns.stream().map(Turn::slow).toList())));
  }

  private static Turn turn(HttpClient client, PortalProcess portal, Supplier<HttpRequest> request) {
    long end = System.nanoTime() + A_TURN.toNanos();
    double before = portal.processorSeconds();
    long begun = System.nanoTime();
    AtomicInteger refused = new AtomicInteger();
    List<Long> took = new ArrayList<>();
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        all.add(readers.submit(() -> read(client, request, end, refused)));
      }
      for (Future<List<Long>> one : all) {
        took.addAll(one.get());
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double processor = (portal.processorSeconds() - before) * 1000 / took.size();
    took.sort(null);
    return new Turn(
        processor, took.size() / seconds, took.get(took.size() * 99 / 100) / 1e6, refused.get());
  }

  private static List<Long> read(
      HttpClient client, Supplier<HttpRequest> request, long end, AtomicInteger refused)
      throws IOException, InterruptedException {
    List<Long> took = new ArrayList<>();
    while (System.nanoTime() < end) {
      long begun = System.nanoTime();
      int status = client.send(request.get(), HttpResponse.BodyHandlers.discarding()).statusCode();
      took.add(System.nanoTime() - begun);
      if (status / 100 != 2) {
        refused.incrementAndGet();
      }
    }
    return took;
  }

  private static HttpRequest ask(PortalProcess portal, String path) {
    return from(portal.url().resolve(path)).build();
  }

  private static HttpRequest say(PortalProcess portal) {
    String body =
        ("{\"id\":\"%s\",\"channel\":\"PANEL\",\"text\":\"The last bus is too early.\","
                + "\"consent\":{\"scopes\":{}}}")
            .formatted(UUID.randomUUID());
    return from(portal.url().resolve("/api/v1/consultations/after-six/contributions"))
        .header("Authorization", "Bearer every-right")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  // Each from an address of its own, as behind a proxy: one address alone would soon be slowed
  // down.
  static HttpRequest.Builder from(URI address) {
    Random random = ThreadLocalRandom.current();
    String from =
        "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    return HttpRequest.newBuilder(address).header("X-Forwarded-For", from);
  }

  // --- a whole town ---------------------------------------------------------------------------

  private void town() throws IOException {
    Path data = Files.createTempDirectory("bench-town");
    Process town =
        new ProcessBuilder(
                java(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.folkmoot.demo.FullTownRun",
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(town.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    page.add("");
    page.add("## A town at its full size");
    page.add("");
    page.add(
        "1,758 contributions and 4,212 single votes into an empty store, 8 at a time, through the"
            + " services people use; acknowledged means in the record and its ledger, on disk."
            + " Yardstick: single documents into the bare store, in the same run.");
    page.add("");
    page.add("| | writes | clock s | processor ms each | a second | of yardstick |");
    page.add("|---|---|---|---|---|---|");
    said.lines().forEach(page::add);
  }

  // --- the record as a file -------------------------------------------------------------------

  private void archive() throws IOException {
    Path data = Files.createDirectories(hundredThousand.resolve("many"));
    page.add("");
    page.add("## The record as a file");
    page.add("");
    page.add(
        "A hundred thousand contributions into an empty store, out of it as a full edition and into"
            + " another empty store, each in a process of its own with at most 256 MB of heap.");
    page.add("");
    page.add("| | clock s | heap at most, MB |");
    page.add("|---|---|---|");
    for (String step : List.of("hear", "write", "read", "count")) {
      if (!step.equals("hear") || !Files.isDirectory(data.resolve("first"))) {
        page.add(SearchBench.archive(data, MANY, step));
      }
    }
  }

  private static void get(HttpClient client, URI address) {
    try {
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(address + " answered " + answer.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
