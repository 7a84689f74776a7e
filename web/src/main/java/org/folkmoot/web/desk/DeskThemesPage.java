package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// The themes of a consultation: add one, call one something else.
public record DeskThemesPage(
    String title,
    @Nullable ErrorSummary errors,
    String listHref,
    String action,
    List<Row> rows,
    TextField name,
    TextArea definition)
    implements Page {

  public DeskThemesPage {
    rows = List.copyOf(rows);
  }

  /// One theme and how much is under it.
  public record Row(String id, String called, String meaning, String count, String href) {}

  @Override
  public String template() {
    return "desk/themes.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
