package org.folkmoot.web.story;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Pagination;
import org.jspecify.annotations.Nullable;

/// Stories that anyone may read.
///
/// @param tellHref the way to tell one; null while none are heard
/// @param closed said instead; null while they are
public record StoriesPage(
    String title,
    @Nullable String tellHref,
    @Nullable String closed,
    List<Row> rows,
    @Nullable EmptyState nothing,
    @Nullable Pagination pagination)
    implements Page {
  public StoriesPage {
    rows = List.copyOf(rows);
  }

  /// One story on the list.
  ///
  /// @param what said of what it is besides words: "with a recording"; null for words alone
  public record Row(
      String heading,
      String storyHref,
      String lang,
      String beginning,
      String by,
      String when,
      String whenIso,
      @Nullable String what,
      @Nullable String mind) {}

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "story/stories.mustache";
  }
}
