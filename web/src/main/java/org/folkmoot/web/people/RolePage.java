package org.folkmoot.web.people;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// What one person who works here may do, and what happened to that so far.
///
/// @param reset begins their second factor anew; null where none is set up
/// @param remove null for the reader's own page
/// @param signedIn in how many browsers they are signed in
/// @param end signs them out everywhere; null where they are signed in nowhere
public record RolePage(
    String title,
    @Nullable ErrorSummary errors,
    String action,
    Choices roles,
    Select scope,
    TextField why,
    Button save,
    @Nullable Button reset,
    @Nullable Button remove,
    String signedIn,
    @Nullable Button end,
    List<Entry> log)
    implements Page {
  public RolePage {
    log = List.copyOf(log);
  }

  /// @param why empty where no reason was given
  public record Entry(String when, String what, String why) {}

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "people/role.mustache";
  }
}
