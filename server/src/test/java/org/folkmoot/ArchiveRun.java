package org.folkmoot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.folkmoot.record.Channel;
import org.folkmoot.record.NewContribution;

/// Many contributions out of one portal and into another, in a process whose heap is limited from
/// outside; prints rows of a table.
final class ArchiveRun {

  private static final int LONG = 40;

  /// @param arguments a directory to work in, how many, and `hear`, `write`, `read` or `copy`
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    int many = Integer.parseInt(arguments[1]);
    Path file = directory.resolve("record.jsonl");
    long begun = System.nanoTime();
    String row =
        switch (arguments[2]) {
          case "hear" -> hear(directory, many);
          case "write" -> write(directory, file);
          case "read" -> read(directory, file);
          default -> throw new IllegalArgumentException(arguments[2]);
        };
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %d |%n",
        row,
        seconds,
        Runtime.getRuntime().maxMemory() / 1024 / 1024);
    System.exit(0);
  }

  private static String hear(Path directory, int many) {
    try (RecordHouse house = RecordHouse.at(directory.resolve("first"))) {
      house.asking().hear(many, ArchiveRun::said);
      return many + " contributions heard";
    }
  }

  private static NewContribution said(int i) {
    return NewContribution.to(RecordHouse.SLUG, Channel.PANEL)
        .text(("Evening " + i + ", later buses would help. ").repeat(1 + i % LONG / 10), "en")
        .place("Saltmarsh");
  }

  private static String write(Path directory, Path file) throws IOException {
    try (RecordHouse house = RecordHouse.at(directory.resolve("first"))) {
      long written = house.writeFull(file);
      return "%d written, %d MB, log root %s"
          .formatted(
              written, Files.size(file) / 1_000_000, house.root().orElse("").substring(0, 8));
    }
  }

  private static String read(Path directory, Path file) throws IOException {
    try (RecordHouse house = RecordHouse.at(directory.resolve("second"))) {
      house.read(file);
      long heard =
          house.record().reading().heard(RecordHouse.SLUG).values().stream()
              .mapToLong(Long::longValue)
              .sum();
      return "%d heard after bringing them in, log root %s"
          .formatted(heard, house.root().orElse("").substring(0, 8));
    }
  }
}
