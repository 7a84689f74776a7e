package org.folkmoot;

import static java.util.stream.Collectors.counting;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.Writers.Acknowledged;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the portal at random moments while eight people write, and looks for what was
/// acknowledged. `-Dstress=20` kills it twenty times.
final class KillIT {

  private static final int WRITERS = 8;
  private static final int CARDS = 24;

  @TempDir Path data;
  private final Random random = new Random();
  private final int port = PortalProcess.freePort();
  private final Queue<WritersForms.Card> cards = new ConcurrentLinkedQueue<>();

  private final Map<String, Acknowledged> acknowledged = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> votes = new HashMap<>();
  private final List<Integer> dots = new ArrayList<>();
  private final Map<String, List<String>> sifted = new HashMap<>();

  /// Receipts that a list showed, and words that everybody could read.
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  private final Queue<String> readByAll = new ConcurrentLinkedQueue<>();

  /// The most marks that were seen.
  private final AtomicInteger marksSeen = new AtomicInteger();

  @Test
  void nothing_acknowledged_is_lost_and_nothing_comes_twice() throws Exception {
    int kills = Integer.getInteger("stress", 2);
    KilledTown.copyTo(data);
    for (int kill = 1; kill <= kills; kill++) {
      writeUntilKilled();
    }
    Decided decided = new Decided(random);
    try (PortalProcess portal =
        PortalProcess.start(data, port, PortalProcess.brief(), "serve", "--demo")) {
      everythingIsThere(new Writers(portal.url(), cards));
      decided.recordUntilKilled(portal);
    }
    try (PortalProcess portal =
        PortalProcess.start(data, port, PortalProcess.brief(), "serve", "--demo")) {
      decided.isThere(portal.url());
      assertThat(portal.end()).as("exit code after SIGTERM").isZero();
    }
    try (Store store = Store.embedded(data.resolve("store"))) {
      Keys keys = Keys.open(data.resolve("master-key.json"), false, store);
      RecordRoom record = RecordRoom.in(store, keys, InstantSource.system());
      Ledger.Verified log = record.ledger().verify("after-six");
      assertThat(log.wrong()).isEmpty();
      assertThat(record.check().wrong("after-six")).isEmpty();
      assertThat(log.entries()).isGreaterThanOrEqualTo(acknowledged.size());
      System.out.printf(
          Locale.ROOT,
          "%d kills, %d things acknowledged %s, %d acts of the desk, %d sheets of dots, %d read by"
              + " all, %d entries in the log: nothing lost, nothing twice%n",
          kills + 1,
          acknowledged.size(),
          acknowledged.values().stream()
              .collect(Collectors.groupingBy(Acknowledged::door, TreeMap::new, counting())),
          sifted.size(),
          dots.size(),
          readByAll.stream().distinct().count(),
          log.entries());
    }
  }

  private void writeUntilKilled() throws InterruptedException {
    try (PortalProcess portal =
        PortalProcess.start(data, port, PortalProcess.brief(), "serve", "--demo")) {
      if (cards.size() < CARDS / 2) {
        WritersForms.print(HttpClient.newHttpClient(), portal.url(), CARDS, cards);
      }
      Writers writers = new Writers(portal.url(), cards);
      var begun = new CountDownLatch(40);
      Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        threads.add(
            Thread.ofVirtual()
                .start(() -> untilGone(() -> writers.write(writer), begun::countDown, faults)));
      }
      threads.add(Thread.ofVirtual().start(() -> untilGone(() -> look(writers), () -> {}, faults)));
      assertThat(begun.await(120, TimeUnit.SECONDS)).as("forty acts; %s", faults).isTrue();
      // A random moment of the work, not a wait for something.
      assertThat(new CountDownLatch(1).await(random.nextInt(2_000), TimeUnit.MILLISECONDS))
          .isFalse();
      portal.kill();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(faults).isEmpty();
      writers
          .acknowledged()
          .forEach(a -> acknowledged.merge(a.text() + a.receipt(), a, KillIT::later));
      votes.putAll(writers.forms().votes);
      dots.addAll(writers.forms().dots);
      writers.forms().sifted.forEach((id, acts) -> sifted.merge(id, acts, KillIT::joined));
    }
  }

  private static Acknowledged later(Acknowledged a, Acknowledged b) {
    return a.takenBack() ? a : b;
  }

  private static List<String> joined(List<String> a, List<String> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  private static void untilGone(Runnable act, Runnable done, Queue<Throwable> faults) {
    while (true) {
      try {
        act.run();
        done.run();
      } catch (UncheckedIOException e) {
        return;
      } catch (RuntimeException | AssertionError e) {
        faults.add(e);
        return;
      }
    }
  }

  /// Looks at a list, at what everybody can read and at how the statements stand.
  private void look(Writers writers) {
    for (JsonNode item :
        writers.get("/consultations/after-six/contributions?limit=50").path("items")) {
      seen.add(item.path("receipt").asText());
    }
    Browser anybody = writers.forms().resident();
    for (String page :
        List.of("/c/after-six/record", "/c/after-six/forum/after-six-live", "/c/after-six/jury")) {
      Writers.WORDS
          .matcher(anybody.get(page).text())
          .results()
          .map(MatchResult::group)
          .forEach(readByAll::add);
    }
    int marks = marks(writers);
    marksSeen.accumulateAndGet(marks, Math::max);
  }

  /// How many marks the statements have.
  private static int marks(Writers writers) {
    int marks = 0;
    for (JsonNode statement :
        writers.get("/consultations/after-six/statements?limit=200").path("items")) {
      for (JsonNode count : statement.path("marks")) {
        marks += count.asInt();
      }
    }
    return marks;
  }

  private void everythingIsThere(Writers writers) {
    Map<String, Integer> texts = new HashMap<>();
    Map<String, JsonNode> byReceipt = new HashMap<>();
    Map<String, JsonNode> byId = new HashMap<>();
    String after = "";
    do {
      JsonNode page =
          writers.get(
              "/consultations/after-six/contributions?limit=200"
                  + (after.isEmpty() ? "" : "&after=" + after));
      for (JsonNode item : page.path("items")) {
        Writers.WORDS
            .matcher(item.path("text").asText())
            .results()
            .forEach(words -> texts.merge(words.group(), 1, Integer::sum));
        byReceipt.put(item.path("receipt").asText(), item);
        assertThat(byId.put(item.path("id").asText(), item)).as("one of an id").isNull();
      }
      after = page.path("next").isNull() ? "" : page.path("next").asText();
    } while (!after.isEmpty());

    assertThat(texts).as("each once").allSatisfy((_, times) -> assertThat(times).isOne());
    assertThat(acknowledged).as("acknowledged").hasSizeGreaterThan(40);
    acknowledged.values().forEach(a -> isThere(a, writers, texts));
    for (String receipt : Set.copyOf(seen)) {
      assertThat(writers.get("/receipts/" + receipt).path("receipt").asText()).isEqualTo(receipt);
    }
    assertThat(texts.keySet()).as("read by all").containsAll(Set.copyOf(readByAll));
    marksAreThere(writers, byReceipt);
    sifted.forEach((id, acts) -> wasSifted(id, acts, byId));
    acknowledged.values().stream()
        .filter(a -> !a.id().isEmpty())
        .limit(50)
        .forEach(a -> assertThat(writers.sendAgain(a)).as("again").isEqualTo(a.receipt()));
  }

  private static void isThere(Acknowledged a, Writers writers, Map<String, Integer> texts) {
    boolean back = a.takenBack();
    if (!a.receipt().isEmpty()) {
      JsonNode found = writers.get("/receipts/" + a.receipt());
      assertThat(found.path("receipt").asText()).as(a.toString()).isEqualTo(a.receipt());
      back |= found.path("status").asText().equals("WITHDRAWN");
    }
    if (back) {
      assertThat(texts).as("taken back").doesNotContainKey(a.text());
    } else if (!a.text().isEmpty()) {
      assertThat(texts).as(a.toString()).containsEntry(a.text(), 1);
    }
  }

  /// The votes are those of the slips, each slip has what its voter was told, and no sheet of dots
  /// counts twice.
  private void marksAreThere(Writers writers, Map<String, JsonNode> byReceipt) {
    votes.forEach((receipt, marks) -> {
      JsonNode slip = byReceipt.get(receipt).path("marks");
      assertThat(slip.size()).isEqualTo(marks.size());
      marks.forEach((mark, count) -> assertThat(slip.path(mark).asInt()).isEqualTo(count));
    });
    int onSlips = 0;
    Map<Integer, Integer> sheets = new HashMap<>();
    for (JsonNode item : byReceipt.values()) {
      for (JsonNode count : item.path("marks")) {
        switch (item.path("channel").asText()) {
          case "STATEMENT" -> onSlips += count.asInt();
          case "DOT_VOTE" -> sheets.merge(count.asInt(), 1, Integer::sum);
          default -> {}
        }
      }
    }
    assertThat(marks(writers)).as("votes counted").isEqualTo(onSlips);
    assertThat(onSlips).as("no vote that was seen is gone").isGreaterThanOrEqualTo(marksSeen.get());
    dots.forEach(number -> assertThat(sheets).as("dots").containsEntry(number, 1));
  }

  private static void wasSifted(String id, List<String> acts, Map<String, JsonNode> byId) {
    JsonNode item = byId.get(id);
    assertThat(item).as(id).isNotNull();
    String status = item.path("status").asText();
    if (status.equals("WITHDRAWN")) {
      return;
    }
    if (acts.contains("REFUSED")) {
      assertThat(status).isEqualTo("REFUSED");
    } else if (acts.contains("CLEARED")) {
      assertThat(status).isIn("CLEARED", "PUBLISHED", "CODED");
    }
    if (acts.contains("theme")) {
      assertThat(item.path("codes")).as("themes of %s", id).isNotEmpty();
    }
  }
}
