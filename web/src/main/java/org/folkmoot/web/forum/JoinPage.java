package org.folkmoot.web.forum;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Before saying something for the first time: a name to show, and the questions every way in ends
/// with, once for the whole session.
public record JoinPage(
    String title,
    String session,
    @Nullable ErrorSummary errors,
    String action,
    TextField name,
    ClosingQuestions closing,
    Button button)
    implements Page {

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "forum/join.mustache";
  }
}
