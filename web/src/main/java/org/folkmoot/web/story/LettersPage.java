package org.folkmoot.web.story;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.FileField;
import org.jspecify.annotations.Nullable;

/// Letters that have been entered, and the way to enter one.
///
/// @param action where the file goes; null while letters are not taken
/// @param closed said instead
public record LettersPage(
    String title,
    @Nullable String action,
    @Nullable String closed,
    @Nullable ErrorSummary summary,
    FileField file,
    String typeHref,
    List<Row> rows,
    @Nullable EmptyState nothing)
    implements Page {
  public LettersPage {
    rows = List.copyOf(rows);
  }

  /// One letter.
  ///
  /// @param code its receipt, to answer the writer with
  public record Row(
      String writer,
      String heading,
      String itemHref,
      String received,
      String state,
      String uses,
      String code) {}

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return summary != null;
  }

  @Override
  public String template() {
    return "story/letters.mustache";
  }
}
