package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// What is set apart, for the lead alone.
///
/// @param takenBack those of which only the lead still has a copy
public record SafetyPage(
    String title,
    List<Row> rows,
    List<Row> takenBack,
    @Nullable EmptyState nothing,
    @Nullable Pagination pages)
    implements Page {

  public SafetyPage {
    rows = List.copyOf(rows);
    takenBack = List.copyOf(takenBack);
  }

  /// One of them, shortened, and its page.
  public record Row(VoiceItem voice, String href) {}

  public boolean hasTakenBack() {
    return !takenBack.isEmpty();
  }

  @Override
  public String template() {
    return "desk/safety.mustache";
  }
}
