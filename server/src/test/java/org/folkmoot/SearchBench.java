package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// A record of a hundred thousand beside one of a thousand, each in a portal with 256 MB of heap:
/// what grows with the record and what does not. The small one is the yardstick, asked in turns
/// with the large one.
final class SearchBench {

  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final int TURNS = 60;
  private static final int TO_WARM_UP = 25;
  private static final String RECORD = "/c/after-six/record";
  private static final List<String> WORDS =
      List.of("buses", "dark stop", "shift", "hospital", "college", "taxis cost", "autobus");

  private final List<String> page = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  private SearchBench() {}

  /// @param data a directory to work in; what was heard in it before is used again
  static List<String> measure(Path data) throws IOException {
    SearchBench bench = new SearchBench();
    bench.run(data);
    return bench.page;
  }

  private void run(Path data) throws IOException {
    page.add("");
    page.add("## A record of a hundred thousand");
    page.add("");
    page.add(
        "The packaged portal with at most 256 MB of heap over %,d contributions, and, as yardstick"
            .formatted(MANY));
    page.add(
        "and in turns with it, over %,d; one request at a time. A filtered page has other words,"
            .formatted(FEW));
    page.add("another way in or another language at each request, with all its numbers.");
    page.add("");
    Path few = heard(data.resolve("few"), FEW);
    Path many = heard(data.resolve("many"), MANY);
    page.add("");
    page.add("| median of %d | ms at %,d | ms at %,d | times |".formatted(TURNS, FEW, MANY));
    page.add("|---|---|---|---|");
    try (PortalProcess small = start(few);
        PortalProcess large = start(many)) {
      until(large);
      until(small);
      both("the record's first page", small, large, _ -> RECORD);
      both("filtered, with numbers", small, large, SearchBench::filtered);
      both("filtered, at the desk's API", small, large, SearchBench::listed);
      both("one added by the API", small, large, null);
      page.add("");
      page.add(
          String.format(
              Locale.ROOT,
              "Resident after this: %.0f MB and %.0f MB.",
              small.residentMegabytes(),
              large.residentMegabytes()));
      small.end();
      large.end();
    }
    anew(many);
  }

  private Path heard(Path directory, int many) throws IOException {
    Path first = directory.resolve("first");
    if (!Files.isDirectory(first)) {
      Files.createDirectories(directory);
      archive(directory, many, "hear");
    }
    return first;
  }

  /// One step of [ArchiveRun] in a process of its own; gives the row it prints.
  static String archive(Path directory, int many, String step) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.folkmoot.ArchiveRun",
                directory.toString(),
                Integer.toString(many),
                step)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.isBlank() ? "| " + step + " failed | | |" : said.strip();
  }

  private static PortalProcess start(Path data) {
    return PortalProcess.start(data, PortalProcess.freePort(), "serve");
  }

  /// Until the index is in order, looking at pages meanwhile.
  ///
  /// @return milliseconds of every answer until then
  private List<Double> until(PortalProcess portal) {
    List<Double> took = new ArrayList<>();
    for (int look = 0; look < 10_000; look++) {
      Answer answer = ask(get(portal, RECORD));
      took.add(answer.millis());
      if (answer.body().contains("narrow__count")) {
        return took;
      }
    }
    throw new IllegalStateException("the index is never in order");
  }

  private void anew(Path many) throws IOException {
    try (Stream<Path> files = Files.walk(many.resolve("index"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    try (PortalProcess portal = start(many)) {
      long begun = System.nanoTime();
      List<Double> took = until(portal);
      double seconds = (System.nanoTime() - begun) / 1e9;
      List<Double> meanwhile = took.subList(0, took.size() - 1);
      page.add("");
      page.add(
          String.format(
              Locale.ROOT,
              "The index of %,d thrown away: in order again after %.1f s; meanwhile %d pages were"
                  + " answered, in %.0f ms as a rule, the slowest in %.0f ms.",
              MANY,
              seconds,
              meanwhile.size(),
              meanwhile.isEmpty() ? 0 : median(meanwhile),
              meanwhile.stream().mapToDouble(Double::doubleValue).max().orElse(0)));
      portal.end();
    }
  }

  private static String filtered(int turn) {
    String words = WORDS.get(turn % WORDS.size()).replace(' ', '+');
    return RECORD
        + "?q="
        + words
        + switch (turn % 3) {
          case 0 -> "&door=SMS";
          case 1 -> "&language=" + (turn % 2 == 0 ? "pl" : "en");
          default -> "&area=Harbour";
        };
  }

  private static String listed(int turn) {
    return "/api/v1/consultations/after-six/contributions?channel=SMS&q="
        + WORDS.get(turn % WORDS.size()).replace(' ', '+');
  }

  /// @param paths null for adding
  private void both(
      String name,
      PortalProcess small,
      PortalProcess large,
      @org.jspecify.annotations.Nullable IntFunction<String> paths) {
    List<Double> few = new ArrayList<>();
    List<Double> many = new ArrayList<>();
    for (int turn = -TO_WARM_UP; turn < TURNS; turn++) {
      int which = turn + TO_WARM_UP;
      double one = ask(paths == null ? say(small) : get(small, paths.apply(which))).millis();
      double other = ask(paths == null ? say(large) : get(large, paths.apply(which))).millis();
      if (turn >= 0) {
        few.add(one);
        many.add(other);
      }
    }
    page.add(
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %.1f | %.1f |",
            name,
            median(few),
            median(many),
            median(many) / median(few)));
  }

  private static HttpRequest get(PortalProcess portal, String path) {
    return Bench.from(portal.url().resolve(path))
        .header("Authorization", "Bearer every-right")
        .build();
  }

  private static HttpRequest say(PortalProcess portal) {
    String body =
        ("{\"id\":\"%s\",\"channel\":\"PANEL\",\"text\":\"The last bus is too early.\","
                + "\"consent\":{\"scopes\":{}}}")
            .formatted(UUID.randomUUID());
    return Bench.from(portal.url().resolve("/api/v1/consultations/after-six/contributions"))
        .header("Authorization", "Bearer every-right")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private record Answer(double millis, String body) {}

  private Answer ask(HttpRequest request) {
    long begun = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      double millis = (System.nanoTime() - begun) / 1e6;
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return new Answer(millis, answer.body());
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
