package org.folkmoot.web.initiative;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// What an initiative is called, why there is one, and which questions belong to it.
///
/// @param questions null while there is none to choose from
/// @param href the page that everybody reads
public record InitiativeDeskPage(
    String title,
    String lead,
    @Nullable ErrorSummary errors,
    TextField name,
    TextArea why,
    @Nullable Choices questions,
    String action,
    String href,
    Button save)
    implements Page {

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "initiative/desk.mustache";
  }
}
