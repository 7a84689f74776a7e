package org.folkmoot.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.folkmoot.store.BlobId;
import org.folkmoot.store.SequencedLog.Entry;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Kills a writing process with SIGKILL at random moments, on one store again and again, and looks
/// for everything it was told was written. `-Dstress=N` kills N times (3 otherwise).
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated("kills at moments of the clock")
final class KilledProcessTest {

  private static final int ROUNDS = Integer.getInteger("stress", 3);

  @TempDir Path home;

  @Test
  void what_was_acknowledged_is_there_once_after_a_kill() throws Exception {
    var random = new Random();
    var told = new ArrayList<String>();
    for (int round = 0; round < ROUNDS; round++) {
      int before = told.size();
      told.addAll(killAfter(random.nextInt(100, 1_500), round));
      assertThat(told.size()).isGreaterThan(before);
      try (var store = Store.embedded(home.resolve("store"))) {
        check(store, told);
      }
    }
  }

  /// Starts the writers, waits for some number of acknowledged writes, kills, and returns the
  /// lines.
  private List<String> killAfter(int writes, int round) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                BusyWriters.class.getName(),
                home.resolve("store").toString(),
                Integer.toString(round))
            .redirectError(home.resolve("errors-" + round).toFile())
            .start();
    var lines = new ArrayList<String>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = out.readLine()) != null) {
        lines.add(line);
        if (lines.size() == writes) {
          process.destroyForcibly();
        }
      }
    } catch (IOException closedByTheKill) {
      assertThat(lines).hasSizeGreaterThanOrEqualTo(writes);
    }
    assertThat(process.waitFor()).as("killed, not ended by itself").isEqualTo(137);
    lines.remove("ready");
    return lines;
  }

  /// The class path of this test, whichever way it was started.
  private static String classPath() {
    return BusyWriters.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static void check(Store store, List<String> told) {
    var documents = documents(store);
    var triedToDelete = named(told, "try del ");
    var deleted = named(told, "del ");
    for (var id : named(told, "doc ")) {
      if (!triedToDelete.contains(id)) {
        assertThat(documents).containsKey(id);
      }
    }
    assertThat(documents.keySet()).doesNotContainAnyElementsOf(deleted);
    for (var line : named(told, "upd ")) {
      var version = documents.get(line.substring(0, line.indexOf(' ')));
      assertThat(version).as(line).isIn(null, 1);
    }
    var batches = new HashSet<String>();
    store.collection("batches").find().forEach(d -> batches.add(d.getString("_id")));
    named(told, "batch ").forEach(id -> assertThat(batches).contains(id + "/a", id + "/b"));
    checkLog(store.log("ledger").after("all", 0, Integer.MAX_VALUE), named(told, "log "));
    for (var line : named(told, "claim ")) {
      var words = line.split(" ", 2);
      assertThat(store.claims().holder(words[0])).contains(words[1]);
    }
    for (var id : named(told, "blob ")) {
      var blob = store.blobs().open(new BlobId(id)).orElseThrow();
      try (var stream = blob.stream()) {
        assertThat(stream.readAllBytes()).hasSize((int) blob.length());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Every document once, and the same ones by `_id`, by the other index and by reading everything.
  private static Map<String, Integer> documents(Store store) {
    var byScan = new HashMap<String, Integer>();
    var docs = store.collection("docs");
    docs.find()
        .forEach(d -> assertThat(byScan.put(d.getString("_id"), d.getInteger("version"))).isNull());
    var byId = new ArrayList<String>();
    docs.find().sort(new Document("_id", 1)).forEach(d -> byId.add(d.getString("_id")));
    var byGroup = new ArrayList<String>();
    docs.find(new Document("group", new Document("$gte", "")))
        .forEach(d -> byGroup.add(d.getString("_id")));
    assertThat(byId).containsExactlyInAnyOrderElementsOf(byScan.keySet());
    assertThat(byGroup).containsExactlyInAnyOrderElementsOf(byScan.keySet());
    return byScan;
  }

  private static void checkLog(List<Entry> entries, Set<String> told) {
    assertThat(entries)
        .extracting(Entry::seq)
        .isEqualTo(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    assertThat(entries).extracting(Entry::act).doesNotHaveDuplicates();
    var kept = entries.stream().map(e -> e.seq() + " " + e.act()).collect(Collectors.toSet());
    assertThat(kept).containsAll(told);
  }

  private static Set<String> named(List<String> told, String word) {
    return told.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> line.substring(word.length()))
        .collect(Collectors.toSet());
  }
}
