package org.folkmoot.web.meeting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// A table's note sheet, to be copied from the paper line by line.
///
/// @param act id of this sheet's entry
/// @param language null where the consultation speaks one language only
public record NotesPage(
    String title,
    String backHref,
    String act,
    @Nullable String closed,
    @Nullable ErrorSummary errors,
    TextField table,
    TextField people,
    @Nullable Choices language,
    List<Row> rows,
    Checkbox agreed,
    Checkbox website,
    Button send)
    implements Page {
  public NotesPage {
    rows = List.copyOf(rows);
  }

  /// One line of the sheet.
  public record Row(
      int number, String kindName, List<Select.Entry> kinds, String textName, String said) {
    public Row {
      kinds = List.copyOf(kinds);
    }
  }

  /// The drawing that stands on the paper too.
  public Drawing drawing() {
    return Drawing.ofDoor("PUBLIC_MEETING");
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "meeting/desk-notes.mustache";
  }
}
