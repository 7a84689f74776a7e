package org.folkmoot.initiative;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.folkmoot.door.CsvTable;

/// What lies on the shelf to learn from: titles and authors as they are cited, from
/// `initiative/learning.csv`. Summaries are ours, in the word bundles.
final class LearningShelf {

  /// One thing to learn from.
  ///
  /// @param title as its authors call it, in English
  /// @param year empty where it has none
  /// @param repliesTo its number on the shelf, of what it replies to; empty if to nothing
  record Work(String title, String by, String year, String repliesTo) {}

  private static final List<Work> WORKS = read();

  private LearningShelf() {}

  static List<Work> works() {
    return WORKS;
  }

  static int size() {
    return WORKS.size();
  }

  private static List<Work> read() {
    try (InputStream in =
        LearningShelf.class.getClassLoader().getResourceAsStream("initiative/learning.csv")) {
      if (in == null) {
        throw new IllegalStateException("initiative/learning.csv is missing");
      }
      return CsvTable.read(in.readAllBytes()).rows().stream()
          .map(row ->
              new Work(
                  row.getOrDefault("title", ""),
                  row.getOrDefault("by", ""),
                  row.getOrDefault("year", ""),
                  row.getOrDefault("replies to", "")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CsvTable.UnreadableException e) {
      throw new IllegalStateException("initiative/learning.csv is no table", e);
    }
  }
}
