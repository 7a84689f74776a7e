package org.folkmoot.demo;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.folkmoot.consultation.ConsultationRoom;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.statement.StatementRoom;
import org.folkmoot.statement.StatementService;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Loads the full town into an empty store through the services people use, as a process of its
/// own, and prints what it took, beside what the bare store takes for single durable documents.
///
/// Eight at a time: a voice is one call, and so is each single vote; a voter's come one after the
/// other. Acknowledged means in the record and its ledger, on disk.
public final class FullTownRun {

  private static final String ASKED = "after-six";
  private static final int AT_ONCE = 8;
  private static final int YARDSTICK = 4_000;

  private FullTownRun() {}

  /// What one part of the run took.
  ///
  /// @param processor seconds of processor time of the process
  private record Took(String what, int writes, double clock, double processor) {
    double rate() {
      return writes / clock;
    }
  }

  /// @param arguments a directory to make the store in
  @SuppressWarnings("SystemOut") // its output is what the bench reads
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Path.of(arguments[0]);
    try (Store store = Store.embedded(data.resolve("store"))) {
      List<Took> all = new ArrayList<>();
      // Java learns first: a cold yardstick would flatter.
      yardstick(store, "first");
      all.add(yardstick(store, "before"));
      Keys keys = Keys.open(data.resolve("master.json"), true, store);
      RecordRoom record = RecordRoom.in(store, keys, InstantSource.system());
      all.add(voices(record));
      all.add(votes(statements(store, keys, record)));
      all.add(yardstick(store, "after"));
      double bare = (all.getFirst().rate() + all.getLast().rate()) / 2;
      for (Took took : all) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.1f | %.2f | %.0f | %.2f |%n",
            took.what(),
            took.writes(),
            took.clock(),
            took.processor() * 1_000 / took.writes(),
            took.rate(),
            took.rate() / bare);
      }
      System.out.printf(Locale.ROOT, "%nResident after this: %d MB.%n", resident());
    }
  }

  private static StatementService statements(Store store, Keys keys, RecordRoom record) {
    InstantSource time = InstantSource.system();
    var consultations = ConsultationRoom.in(store, record.ledger(), time, () -> true).service();
    return StatementRoom.in(
            store, record, consultations, new Vault(store, keys, number -> number), time)
        .service();
  }

  private static Took yardstick(Store store, String when) throws InterruptedException {
    var plain = store.collection("plain");
    return took(
        "single documents, bare store, " + when,
        IntStream.range(0, YARDSTICK)
            .<List<Runnable>>mapToObj(i ->
                List.of(() ->
                    plain.insertOne(new Document("_id", when + i).append("text", "x".repeat(400)))))
            .toList());
  }

  private static Took voices(RecordRoom record) throws InterruptedException {
    return took(
        "contributions",
        town().voices().stream()
            .<List<Runnable>>map(said -> List.of(() -> record.service().add(said.to(ASKED))))
            .toList());
  }

  private static Took votes(StatementService statements) throws InterruptedException {
    List<String> ids =
        IntStream.range(0, FullTown.STATEMENTS)
            .mapToObj(i -> statements.add(ASKED, "Statement number " + i, "bench").id())
            .toList();
    Map<String, List<FullTown.Marked>> byVoter =
        town().votes().stream().collect(Collectors.groupingBy(FullTown.Marked::participant));
    return took(
        "votes",
        byVoter.values().stream()
            .map(marks ->
                marks.stream()
                    .<Runnable>map(m ->
                        () ->
                            statements.vote(
                                ASKED, m.participant(), ids.get(m.statement()), m.vote()))
                    .toList())
            .toList());
  }

  private static FullTown town() {
    return new FullTown(ASKED, 7, 1);
  }

  /// Runs lists of acts, each list in its order, [#AT_ONCE] lists at a time.
  private static Took took(String what, List<List<Runnable>> acts) throws InterruptedException {
    double processor = processor();
    long begun = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> running = new ArrayList<>();
      acts.forEach(list -> running.add(threads.submit(() -> list.forEach(Runnable::run))));
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return new Took(
        what,
        acts.stream().mapToInt(List::size).sum(),
        (System.nanoTime() - begun) / 1e9,
        processor() - processor);
  }

  private static double processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /// Megabytes; Linux only.
  private static long resident() throws IOException {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      String line = status.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }
  }
}
