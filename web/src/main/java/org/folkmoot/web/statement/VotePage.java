package org.folkmoot.web.statement;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ClosingQuestions;
import org.folkmoot.web.part.ErrorSummary;
import org.jspecify.annotations.Nullable;

/// Statements to agree or disagree with; nothing on it tells how others chose.
///
/// @param closing asked with the first answers only, then null
/// @param on ways on: say one of your own, how it stands
public record VotePage(
    String title,
    String lead,
    @Nullable ErrorSummary problems,
    String action,
    List<Choices> cards,
    @Nullable ClosingQuestions closing,
    Button send,
    List<Link> on)
    implements Page {
  public VotePage {
    cards = List.copyOf(cards);
    on = List.copyOf(on);
  }

  @Override
  public boolean hasErrors() {
    return problems != null;
  }

  @Override
  public String template() {
    return "statement/vote.mustache";
  }
}
