package org.folkmoot.door;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// A table from a CSV file that somebody sent: UTF-8 with or without a byte order mark, a header
/// line, commas or semicolons, at most 100,000 rows. Column names are compared without case and
/// outer spaces.
public record CsvTable(List<String> columns, List<Map<String, String>> rows) {

  private static final int MOST_ROWS = 100_000;

  public CsvTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(Map::copyOf).toList();
  }

  /// Why a file is no table we can read; the sentence for the sender is under [#wordKey].
  public enum Fault {
    EMPTY,
    NOT_UTF8,
    NOT_CSV,
    NO_HEADER,
    TOO_MANY_ROWS;

    public String wordKey() {
      return "common.csv." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Thrown by [#read].
  public static final class UnreadableException extends Exception {
    private final Fault fault;

    UnreadableException(Fault fault) {
      super(fault.name(), null, false, false);
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }

  /// True if the table has all these columns.
  public boolean has(String... names) {
    return columns.containsAll(List.of(names));
  }

  /// Reads a file. Nothing of it is kept when it cannot be read whole.
  public static CsvTable read(byte[] bytes) throws UnreadableException {
    String text = text(bytes);
    int lineEnd = text.indexOf('\n');
    String first = lineEnd < 0 ? text : text.substring(0, lineEnd);
    boolean semicolons = first.indexOf(';') >= 0 && first.indexOf(',') < 0;
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(semicolons ? ';' : ',')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    try (var parser = format.parse(new StringReader(text))) {
      List<String> columns = null;
      List<Map<String, String>> rows = new ArrayList<>();
      for (CSVRecord line : parser) {
        if (columns == null) {
          columns = header(line);
        } else if (rows.size() == MOST_ROWS) {
          throw new UnreadableException(Fault.TOO_MANY_ROWS);
        } else {
          rows.add(row(columns, line));
        }
      }
      if (columns == null) {
        throw new UnreadableException(Fault.EMPTY);
      }
      return new CsvTable(columns, rows);
    } catch (IOException | IllegalStateException | UncheckedIOException e) {
      throw new UnreadableException(Fault.NOT_CSV);
    }
  }

  private static String text(byte[] bytes) throws UnreadableException {
    if (bytes.length == 0) {
      throw new UnreadableException(Fault.EMPTY);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw new UnreadableException(Fault.NOT_UTF8);
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableException(Fault.NOT_UTF8);
    }
  }

  private static List<String> header(CSVRecord line) throws UnreadableException {
    List<String> columns = new ArrayList<>();
    for (String name : line) {
      columns.add(name.strip().toLowerCase(Locale.ROOT));
    }
    if (columns.stream().allMatch(String::isEmpty)
        || columns.stream().distinct().count() < columns.size()) {
      throw new UnreadableException(Fault.NO_HEADER);
    }
    return columns;
  }

  private static Map<String, String> row(List<String> columns, CSVRecord line)
      throws UnreadableException {
    if (line.size() > columns.size()) {
      throw new UnreadableException(Fault.NOT_CSV);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), i < line.size() ? line.get(i) : "");
    }
    return row;
  }
}
