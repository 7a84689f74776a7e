package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Pagination;
import org.jspecify.annotations.Nullable;

/// Who looked at what is kept about people, newest first; never what they saw.
public record RightsViewsPage(
    String title,
    String listHref,
    List<Row> rows,
    @Nullable EmptyState nothing,
    @Nullable Pagination pages)
    implements Page {

  public RightsViewsPage {
    rows = List.copyOf(rows);
  }

  /// One look.
  ///
  /// @param question the consultation it was in; empty for none
  /// @param subject the code or request; empty for a list
  /// @param href the request's page; empty where there is none
  /// @param why empty where no reason is asked
  public record Row(
      String iso,
      String date,
      String who,
      String what,
      String question,
      String subject,
      String href,
      String why) {

    public boolean linked() {
      return !href.isEmpty();
    }
  }

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "desk/rights-views.mustache";
  }
}
