package org.folkmoot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.Status;

/// Many contributions out of one portal and into another, in a process whose heap is limited from
/// outside; prints rows of a table.
final class ArchiveRun {

  private static final int LONG = 40;
  private static final int AT_ONCE = 500;
  private static final List<Channel> DOORS =
      List.of(Channel.PANEL, Channel.SMS, Channel.FORUM, Channel.COMMENT_CARD, Channel.STORY);
  private static final List<String> PLACES =
      List.of("Saltmarsh", "Harbour", "Eastgate", "Castle Hill", "Fairfield", "Old Town", "Quay");
  private static final List<String> WORDS =
      List.of("Dark stops", "Shift work", "Hospital visits", "College", "Taxis cost", "The quay");

  /// @param arguments a directory to work in, how many, and `hear`, `write`, `read` or `count`
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
          case "count" -> counts(directory);
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
      house.asking(LocalDate.now(ZoneOffset.UTC).minusDays(1)).hear(many, ArchiveRun::said);
      group(house, many);
      return many + " contributions heard";
    }
  }

  /// Published, from many doors and areas, in two languages: something to narrow down by.
  private static NewContribution said(int i) {
    String said =
        i % 10 == 0
            ? "Wieczór " + i + ", później powinny jeździć autobusy. "
            : "Evening " + i + ", later buses would help. " + WORDS.get(i % WORDS.size()) + ". ";
    NewContribution voice =
        NewContribution.to(RecordHouse.SLUG, DOORS.get(i % DOORS.size()))
            .act("bench:" + i)
            .text(said.repeat(1 + i % LONG / 10), i % 10 == 0 ? "pl" : "en")
            .place(PLACES.get(i % PLACES.size()))
            .consent(
                Consent.countedOnly(Consent.Given.SCREEN, "en")
                    .withScopes(
                        new Consent.Scopes(true, false, i % 4 != 0, false, false, false), ""));
    return i % 8 == 0 ? voice : voice.alreadyChecked();
  }

  /// Every tenth under a theme.
  private static void group(RecordHouse house, int many) {
    List<String> themes =
        List.of("Last bus", "Cost", "Work").stream()
            .map(name -> house.themes().add(RecordHouse.SLUG, name, "", "Amina").id())
            .toList();
    Map<String, Set<String>> grouped = new HashMap<>();
    for (int i = 0; i < many; i += 10) {
      Channel door = DOORS.get(i % DOORS.size());
      String id = NewContribution.idOf(RecordHouse.SLUG, door, "bench:" + i);
      grouped.put(id, Set.of(themes.get(i / 10 % themes.size())));
      if (grouped.size() == AT_ONCE) {
        house.record().service().group(grouped, "Amina");
        grouped.clear();
      }
    }
    house.record().service().group(grouped, "Amina");
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
      return "%s heard after bringing them in, log root %s"
          .formatted(heard(house), house.root().orElse("").substring(0, 8));
    }
  }

  /// Of both, to be compared.
  private static String counts(Path directory) {
    try (RecordHouse first = RecordHouse.at(directory.resolve("first"));
        RecordHouse second = RecordHouse.at(directory.resolve("second"))) {
      String whole = counts(first);
      return counts(second).equals(whole) ? "the same counts: " + whole : "OTHER COUNTS";
    }
  }

  private static String counts(RecordHouse house) {
    RecordQuery all = RecordQuery.in(RecordHouse.SLUG);
    var reading = house.record().reading();
    return "%d heard, %d published, %d waiting, %d by text"
        .formatted(
            heard(house),
            reading.count(all.publishedOnly()),
            reading.count(all.statuses(Set.of(Status.RECEIVED))),
            reading.count(all.channel(Channel.SMS)));
  }

  private static long heard(RecordHouse house) {
    return house.record().reading().heard(RecordHouse.SLUG).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
