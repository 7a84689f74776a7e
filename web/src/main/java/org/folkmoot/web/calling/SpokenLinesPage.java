package org.folkmoot.web.calling;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.FileField;
import org.jspecify.annotations.Nullable;

/// Everything that is said in a line's calls, in one language, each with its recording or a place
/// for one.
///
/// @param done how many are recorded
/// @param about what callers hear as long as not all are
/// @param files what can be sent
/// @param back the page about calls
/// @param others the same in other languages
/// @param in the language of the words
public record SpokenLinesPage(
    String title,
    @Nullable ErrorSummary errors,
    String soFar,
    int done,
    int all,
    String about,
    String files,
    String back,
    List<Other> others,
    String action,
    String in,
    List<Row> rows)
    implements Page {

  public SpokenLinesPage {
    others = List.copyOf(others);
    rows = List.copyOf(rows);
  }

  public record Other(String href, String name) {}

  /// Words, and how they are heard.
  ///
  /// @param number its place in the list, from 1
  /// @param isWritten false where `said` only tells that nobody has written them yet
  /// @param src of the recording; null where there is none
  /// @param old said where it is of words that have changed; null where it is not
  /// @param file null where there is nothing to record
  /// @param remove null where there is nothing to remove
  public record Row(
      int number,
      String said,
      boolean isWritten,
      @Nullable String src,
      String playerLabel,
      @Nullable String old,
      @Nullable FileField file,
      @Nullable Checkbox remove) {

    public boolean isOpen() {
      return remove == null || (file != null && file.error() != null);
    }
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "calling/lines.mustache";
  }
}
