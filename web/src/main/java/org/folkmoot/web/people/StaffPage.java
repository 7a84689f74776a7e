package org.folkmoot.web.people;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Who works here, and the form that invites somebody.
///
/// @param needsSafetyLead said while nobody is named who reads what may mean danger, else null
public record StaffPage(
    String title,
    @Nullable ErrorSummary errors,
    @Nullable String needsSafetyLead,
    List<Row> rows,
    TextField name,
    TextField email,
    Choices roles,
    Select scope,
    Button invite)
    implements Page {
  public StaffPage {
    rows = List.copyOf(rows);
  }

  /// One person.
  ///
  /// @param where the one question they work for, or all
  /// @param removes null for the reader's own line: nobody locks themselves out
  public record Row(
      String who,
      String does,
      String where,
      String againAction,
      Button again,
      @Nullable Remove removes) {}

  public record Remove(String action, Button button) {}

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "people/staff.mustache";
  }
}
