package org.folkmoot.web.people;

import java.util.List;
import org.folkmoot.web.Page;

/// Who has which roles, since when and why.
public record RolesPage(String title, String lead, List<Row> rows) implements Page {
  public RolesPage {
    rows = List.copyOf(rows);
  }

  /// One person.
  ///
  /// @param where the one question they work for, or all
  /// @param since who gave it when, and why
  public record Row(String who, String href, String does, String where, String since) {}

  @Override
  public String template() {
    return "people/roles.mustache";
  }
}
