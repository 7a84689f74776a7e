package org.folkmoot.web.consultation;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// The first page for those who work here: every question and what waits.
///
/// @param nothing said where there is no question yet, else null
/// @param links what else this person may open
public record DeskPage(String title, List<Row> rows, @Nullable EmptyState nothing, List<Link> links)
    implements Page {
  public DeskPage {
    rows = List.copyOf(rows);
    links = List.copyOf(links);
  }

  /// One question.
  ///
  /// @param state "Open", "Draft", "Closed"
  /// @param waits what waits for this person there, each a link
  public record Row(
      String name,
      String rowHref,
      String question,
      String state,
      boolean open,
      String when,
      List<Link> waits) {
    public Row {
      waits = List.copyOf(waits);
    }

    public boolean hasWaits() {
      return !waits.isEmpty();
    }
  }

  public boolean hasLinks() {
    return !links.isEmpty();
  }

  @Override
  public String template() {
    return "consultation/desk.mustache";
  }
}
