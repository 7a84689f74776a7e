package org.folkmoot.web.statement;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// The officer's page: paste statements, see how they stand, put residents' own to the vote.
///
/// @param checkHref where what residents proposed is checked
public record StatementDeskPage(
    String title,
    @Nullable ErrorSummary problems,
    String lead,
    List<Row> rows,
    @Nullable EmptyState none,
    List<Proposal> proposals,
    @Nullable EmptyState noProposals,
    String checkHref,
    String action,
    TextArea seeds,
    Button add)
    implements Page {
  public StatementDeskPage {
    rows = List.copyOf(rows);
    proposals = List.copyOf(proposals);
  }

  /// @param takeOffAction null once it is off the list
  public record Row(
      String statement,
      String whose,
      String agree,
      String pass,
      String disagree,
      @Nullable String takeOffAction) {}

  /// @param state where it stands, in words
  /// @param voteAction null until it has been checked and may be shown
  public record Proposal(String words, String state, @Nullable String voteAction) {}

  @Override
  public boolean hasErrors() {
    return problems != null;
  }

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  public boolean hasProposals() {
    return !proposals.isEmpty();
  }

  @Override
  public String template() {
    return "statement/desk.mustache";
  }
}
