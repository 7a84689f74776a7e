package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// What people asked about themselves, and the form that looks for one.
public record RightsPage(
    String title, @Nullable ErrorSummary errors, TextField who, TextField identity, List<Row> rows)
    implements Page {

  public RightsPage {
    rows = List.copyOf(rows);
  }

  /// One request.
  public record Row(String href, String opened, String standing) {}

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  @Override
  public String template() {
    return "desk/rights.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
