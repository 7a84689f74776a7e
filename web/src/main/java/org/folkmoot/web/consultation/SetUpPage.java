package org.folkmoot.web.consultation;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.jspecify.annotations.Nullable;

/// The one page behind the set-up link; also the page that changes the council or a question alone.
///
/// @param council null where only a question is changed
/// @param question null where only the council is changed
/// @param settled said where people have begun to answer, so that some things stay, else null
public record SetUpPage(
    String title,
    String lead,
    @Nullable ErrorSummary errors,
    @Nullable CouncilFields council,
    @Nullable QuestionFields question,
    @Nullable String settled,
    String action,
    Button save)
    implements Page {

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "consultation/set-up.mustache";
  }
}
