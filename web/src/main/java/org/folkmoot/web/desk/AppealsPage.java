package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// What people asked a second look at, oldest first.
public record AppealsPage(String title, List<Row> rows, @Nullable EmptyState nothing)
    implements Page {

  public AppealsPage {
    rows = List.copyOf(rows);
  }

  /// @param asked since when it waits, in a sentence
  /// @param stop why this reader does not answer it, or null
  public record Row(
      VoiceItem voice, String code, String asked, @Nullable String stop, String href) {}

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "desk/appeals.mustache";
  }
}
