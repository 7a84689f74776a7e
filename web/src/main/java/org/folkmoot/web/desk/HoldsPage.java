package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// What must not be lost for now, and the form that puts one more under a hold.
public record HoldsPage(
    String title, @Nullable ErrorSummary errors, TextField code, TextField why, List<Row> rows)
    implements Page {

  public HoldsPage {
    rows = List.copyOf(rows);
  }

  /// One hold, without the words it is about.
  public record Row(
      String href, String code, String question, String since, String why, String standing) {}

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "desk/holds.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
