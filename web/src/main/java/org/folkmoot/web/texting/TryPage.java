package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// A telephone on which an officer tries a line. Nothing is kept: what was typed goes along with
/// the form.
///
/// @param said everything typed so far, in order
/// @param notes what each text would become
public record TryPage(
    String title,
    @Nullable ErrorSummary errors,
    String action,
    String textingHref,
    PhoneScreen screen,
    List<String> said,
    TextArea write,
    List<Note> notes)
    implements Page {

  public TryPage {
    said = List.copyOf(said);
    notes = List.copyOf(notes);
  }

  public record Note(String said, String became) {}

  public boolean hasNotes() {
    return !notes.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "texting/try.mustache";
  }
}
