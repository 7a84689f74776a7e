package org.folkmoot.web.story;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Stories before the decision: all that may be read by those who decide, on one page.
///
/// @param progress "5 of 12 read"
/// @param readNow how many are read, and `readMost` of how many, for the bar
/// @param absent sentences on how many are not here, and why
public record ReadPage(
    String title,
    String intro,
    String progress,
    int readNow,
    int readMost,
    List<String> absent,
    List<Entry> entries,
    @Nullable EmptyState nothing,
    String action)
    implements Page {
  public ReadPage {
    absent = List.copyOf(absent);
    entries = List.copyOf(entries);
  }

  /// One story.
  ///
  /// @param id of the story
  /// @param anchor id of its heading on the page
  /// @param tick the label of its button, with the name of the story
  public record Entry(
      String id, String anchor, String heading, boolean isRead, String tick, Telling telling) {}

  public boolean hasEntries() {
    return !entries.isEmpty();
  }

  public boolean hasAbsent() {
    return !absent.isEmpty();
  }

  @Override
  public String template() {
    return "story/read.mustache";
  }
}
