package org.folkmoot.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Contributions as a table for a spreadsheet, which would run what looks like a formula to it:
/// such a cell begins with an apostrophe instead. Used by one thread.
final class SafeCsv {

  private static final List<String> PLAIN =
      List.of(
          "consultation",
          "id",
          "seq",
          "channel",
          "mode",
          "captureKind",
          "voices",
          "title",
          "text",
          "language");
  private static final List<String> AFTER =
      List.of("contentNote", "place", "session", "receivedAt", "status");

  /// What spreadsheets take for the beginning of a formula, its full-width forms among them.
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private final Writer writer;
  private final CSVPrinter table;

  /// Writes the names of the columns.
  ///
  /// @throws UncheckedIOException when it cannot be written
  SafeCsv(OutputStream out) {
    this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      // Without the mark some spreadsheets read it as Latin-1.
      writer.write('\ufeff');
      this.table = new CSVPrinter(writer, CSVFormat.RFC4180);
      table.printRecord(
          Stream.of(PLAIN, List.of("answers", "marks"), AFTER, List.of("quoted", "name", "codes"))
              .flatMap(List::stream)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param json a contribution by the names of the API
  /// @param codes names of themes by id
  void row(Map<String, Object> json, Map<String, String> codes) {
    List<String> cells = new ArrayList<>();
    PLAIN.forEach(name -> cells.add(said(json.get(name))));
    cells.add(
        list(json, "answers").stream().map(SafeCsv::answer).collect(Collectors.joining("\n")));
    cells.add(
        map(json.get("marks")).entrySet().stream()
            .map(mark -> mark.getKey() + ": " + mark.getValue())
            .sorted()
            .collect(Collectors.joining("\n")));
    AFTER.forEach(name -> cells.add(said(json.get(name))));
    Map<?, ?> consent = map(json.get("consent"));
    cells.add(said(map(consent.get("scopes")).get("quoted")));
    cells.add(said(consent.get("name")));
    cells.add(
        list(json, "codes").stream()
            .map(id -> codes.getOrDefault(said(id), said(id)))
            .collect(Collectors.joining("; ")));
    try {
      table.printRecord(cells.stream().map(SafeCsv::guarded).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end() {
    try {
      table.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String guarded(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String answer(Object answer) {
    Map<?, ?> json = map(answer);
    String chosen =
        Stream.concat(
                list(json, "chosen").stream().map(SafeCsv::said), Stream.of(said(json.get("text"))))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("; "));
    return said(json.get("prompt")) + ": " + chosen;
  }

  private static String said(@org.jspecify.annotations.Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Map<?, ?> tally
        ? said(tally.get("tally")) + " marks"
        : value.toString();
  }

  private static List<?> list(Map<?, ?> json, String name) {
    return json.get(name) instanceof List<?> list ? list : List.of();
  }

  private static Map<?, ?> map(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
