package org.folkmoot.store.embedded;

import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.folkmoot.store.SequencedLog;
import org.folkmoot.store.Store;

/// A process that writes with several threads until it is killed, and prints a line for every write
/// that was acknowledged to it. Arguments: directory, round.
///
/// Lines are `doc ID`, `upd ID VERSION`, `del ID`, `log SEQ ACT`, `batch ID`, `blob ID` and `claim
/// KEY OWNER`; an id is announced as `try del ID` before it is deleted.
final class BusyWriters {

  private static final int THREADS = 8;

  private BusyWriters() {}

  @SuppressWarnings("SystemOut") // its output is what the test reads
  public static void main(String[] arguments) throws Exception {
    var out = System.out;
    try (var store = Store.embedded(Path.of(arguments[0]))) {
      store.index("docs", "group", "n");
      var log = store.log("ledger");
      var threads =
          IntStream.range(0, THREADS)
              .mapToObj(t -> "r" + arguments[1] + "t" + t)
              .map(name ->
                  Thread.ofPlatform()
                      .start(() -> {
                        for (int i = 0; ; i++) {
                          write(store, log, name, i, out);
                        }
                      }))
              .toList();
      out.println("ready");
      for (var thread : threads) {
        thread.join();
      }
    }
  }

  private static void write(Store store, SequencedLog log, String name, int i, PrintStream out) {
    var docs = store.collection("docs");
    var id = name + "-" + i;
    docs.insertOne(
        new Document("_id", id)
            .append("group", name)
            .append("n", i)
            .append("version", 0)
            .append("text", "x".repeat(i % 700)));
    out.println("doc " + id);
    docs.updateOne(new Document("_id", id).append("version", 0), Updates.inc("version", 1));
    out.println("upd " + id + " 1");
    switch (i % 4) {
      case 0 -> {
        out.println("try del " + id);
        docs.deleteOne(new Document("_id", id));
        out.println("del " + id);
      }
      case 1 -> out.println("log " + log.append("all", id, new Document("by", name)) + " " + id);
      case 2 -> {
        var batch = List.of(new Document("_id", id + "/a"), new Document("_id", id + "/b"));
        store.collection("batches").insertMany(batch);
        out.println("batch " + id);
      }
      default -> {
        out.println("claim key" + i + " " + store.claims().take("key" + i, name));
        if (i % 40 == 3) {
          out.println("blob " + blob(store, i));
        }
      }
    }
  }

  private static String blob(Store store, int i) {
    try {
      var bytes = new ByteArrayInputStream(new byte[300_000 + i]);
      return store.blobs().put(bytes, "audio/ogg").value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
