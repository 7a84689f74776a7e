package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.folkmoot.Writers.Acknowledged;
import org.folkmoot.record.Ledger;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the portal at random moments while eight people write, and looks for what was
/// acknowledged. `-Dstress=20` kills it twenty times.
final class KillIT {

  private static final int WRITERS = 8;

  @TempDir Path data;
  private final Random random = new Random();
  private final int port = PortalProcess.freePort();
  private final Map<String, Acknowledged> acknowledged = new LinkedHashMap<>();
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  @Test
  void nothing_acknowledged_is_lost_and_nothing_comes_twice() throws Exception {
    int kills = Integer.getInteger("stress", 2);
    for (int kill = 1; kill <= kills; kill++) {
      writeUntilKilled();
    }

    try (PortalProcess portal = PortalProcess.start(data, port, "serve", "--demo")) {
      everythingIsThere(new Writers(portal.url()));
      assertThat(portal.end()).as("exit code after SIGTERM").isZero();
    }
    try (Store store = Store.embedded(data.resolve("store"))) {
      Ledger.Verified log = new Ledger(store).verify("after-six");
      assertThat(log.wrong()).isEmpty();
      assertThat(log.entries()).isGreaterThanOrEqualTo(acknowledged.size());
    }
  }

  private void writeUntilKilled() throws InterruptedException {
    try (PortalProcess portal = PortalProcess.start(data, port, "serve", "--demo")) {
      Writers writers = new Writers(portal.url());
      var begun = new CountDownLatch(30);
      Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        threads.add(
            Thread.ofVirtual()
                .start(() -> untilGone(() -> writers.write(writer), begun::countDown, faults)));
      }
      threads.add(Thread.ofVirtual().start(() -> untilGone(() -> look(writers), () -> {}, faults)));
      assertThat(begun.await(120, TimeUnit.SECONDS)).as("thirty acts").isTrue();
      // A random moment of the work, not a wait for something.
      assertThat(new CountDownLatch(1).await(random.nextInt(2_000), TimeUnit.MILLISECONDS))
          .isFalse();
      portal.kill();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(faults).isEmpty();
      writers.acknowledged().forEach(a -> acknowledged.merge(a.receipt(), a, KillIT::later));
    }
  }

  private static Acknowledged later(Acknowledged a, Acknowledged b) {
    return a.takenBack() ? a : b;
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

  private void look(Writers writers) {
    for (JsonNode item :
        writers.get("/consultations/after-six/contributions?limit=50").path("items")) {
      seen.add(item.path("receipt").asText());
    }
  }

  private void everythingIsThere(Writers writers) {
    Map<String, Integer> texts = new HashMap<>();
    Map<String, String> statusByReceipt = new HashMap<>();
    String after = "";
    do {
      JsonNode page =
          writers.get(
              "/consultations/after-six/contributions?limit=200"
                  + (after.isEmpty() ? "" : "&after=" + after));
      for (JsonNode item : page.path("items")) {
        texts.merge(item.path("text").asText(), 1, Integer::sum);
        statusByReceipt.put(item.path("receipt").asText(), item.path("status").asText());
      }
      after = page.path("next").isNull() ? "" : page.path("next").asText();
    } while (!after.isEmpty());

    assertThat(acknowledged).as("acknowledged").hasSizeGreaterThan(30);
    acknowledged.forEach((receipt, a) -> {
      JsonNode found = writers.get("/receipts/" + receipt);
      assertThat(found.path("receipt").asText()).as(a.toString()).isEqualTo(receipt);
      if (a.takenBack()) {
        assertThat(texts).as("taken back").doesNotContainKey(a.text());
      } else if (!found.path("status").asText().equals("WITHDRAWN")) {
        assertThat(texts).as(a.toString()).containsEntry(a.text(), 1);
      }
    });
    for (String receipt : seen) {
      assertThat(writers.get("/receipts/" + receipt).path("receipt").asText()).isEqualTo(receipt);
    }
    acknowledged.values().stream()
        .filter(a -> !a.id().isEmpty())
        .limit(50)
        .forEach(a -> assertThat(writers.sendAgain(a)).as("again").isEqualTo(a.receipt()));
  }
}
