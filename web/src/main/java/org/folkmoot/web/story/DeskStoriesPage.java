package org.folkmoot.web.story;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Pagination;
import org.jspecify.annotations.Nullable;

/// All stories as staff see them, newest first.
public record DeskStoriesPage(
    String title,
    List<Row> rows,
    @Nullable EmptyState nothing,
    @Nullable Pagination pagination,
    List<Link> links)
    implements Page {
  public DeskStoriesPage {
    rows = List.copyOf(rows);
    links = List.copyOf(links);
  }

  /// One story.
  ///
  /// @param state where it stands: waits to be checked, checked, declined
  /// @param transcript whether what is said has been written down; empty where nothing needs it
  public record Row(
      String heading,
      String storyHref,
      String when,
      String what,
      String state,
      String uses,
      String transcript) {}

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "story/desk-stories.mustache";
  }
}
