package org.folkmoot.web.jury;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.FileField;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// The desk of a jury, in the order of the work: set up, draw, enter what was recommended.
///
/// @param lottery null until the jury is set up, and once it was drawn
/// @param result null until it was drawn
/// @param ballot null until the jury is set up
public record JuryDeskPage(
    String title,
    @Nullable ErrorSummary problems,
    SetUp setUp,
    @Nullable Lottery lottery,
    @Nullable Result result,
    @Nullable Ballot ballot,
    List<RecommendationView> recommendations)
    implements Page {
  public JuryDeskPage {
    recommendations = List.copyOf(recommendations);
  }

  public record SetUp(
      String action,
      TextField name,
      TextArea remitField,
      TextField seatsField,
      TextField thresholdField,
      TextArea about,
      Button save) {}

  public record Lottery(String action, FileField pool, FileField quotas, Button draw) {}

  /// @param names only for who runs the lottery; empty for others
  /// @param forget action that deletes the pool; null once it was deleted or for others
  public record Result(
      List<String> said,
      List<JuryPage.SeatRow> seatRows,
      List<String> panel,
      List<String> names,
      @Nullable String forget) {
    public Result {
      said = List.copyOf(said);
      seatRows = List.copyOf(seatRows);
      panel = List.copyOf(panel);
      names = List.copyOf(names);
    }

    public boolean hasNames() {
      return !names.isEmpty();
    }
  }

  public record Ballot(
      String action,
      TextField number,
      TextArea words,
      TextArea reasons,
      List<TextField> counts,
      Button enter) {
    public Ballot {
      counts = List.copyOf(counts);
    }
  }

  public boolean hasRecommendations() {
    return !recommendations.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return problems != null;
  }

  @Override
  public String template() {
    return "jury/desk.mustache";
  }
}
