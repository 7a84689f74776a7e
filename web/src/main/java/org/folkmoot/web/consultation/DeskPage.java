package org.folkmoot.web.consultation;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// The first page for those who work here: what waits today, then every question.
///
/// @param waits what waits for this person, each opening its list
/// @param nothingWaits said instead where nothing waits; null where something does
/// @param nothing said where there is no question yet, else null
/// @param links what else this person may open
public record DeskPage(
    String title,
    List<Wait> waits,
    @Nullable String nothingWaits,
    List<Row> rows,
    @Nullable EmptyState nothing,
    List<Link> links)
    implements Page {
  public DeskPage {
    waits = List.copyOf(waits);
    rows = List.copyOf(rows);
    links = List.copyOf(links);
  }

  /// Something that waits.
  ///
  /// @param where the question's name
  public record Wait(String where, Link list) {}

  /// One question.
  ///
  /// @param state "Open", "Draft", "Closed"
  public record Row(
      String name, String rowHref, String question, String state, boolean open, String when) {}

  public boolean hasWaits() {
    return !waits.isEmpty();
  }

  public boolean hasLinks() {
    return !links.isEmpty();
  }

  @Override
  public String template() {
    return "consultation/desk.mustache";
  }
}
