package org.folkmoot.web.statement;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// Room for a statement of one's own.
///
/// @param act makes sending twice one act
public record ProposePage(
    String title,
    @Nullable ErrorSummary problems,
    String action,
    String act,
    TextArea words,
    ClosingQuestions closing,
    Button send)
    implements Page {
  @Override
  public boolean hasErrors() {
    return problems != null;
  }

  @Override
  public String template() {
    return "statement/propose.mustache";
  }
}
