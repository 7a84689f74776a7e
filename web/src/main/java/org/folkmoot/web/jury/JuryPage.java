package org.folkmoot.web.jury;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// What the jury was asked, how its members were found, what they recommend.
///
/// @param drawn sentences about the lottery; empty until it was held
/// @param nothing said while there is no recommendation, else null
public record JuryPage(
    String title,
    String lead,
    String remit,
    List<String> drawn,
    List<SeatRow> seats,
    List<RecommendationView> recommendations,
    List<RecommendationView> minority,
    @Nullable EmptyState nothing)
    implements Page {
  public JuryPage {
    drawn = List.copyOf(drawn);
    seats = List.copyOf(seats);
    recommendations = List.copyOf(recommendations);
    minority = List.copyOf(minority);
  }

  /// One row of the table of who was needed and who was drawn.
  public record SeatRow(
      @Nullable String feature, String value, String wanted, String inPool, String drawn) {}

  public boolean hasSeats() {
    return !seats.isEmpty();
  }

  public boolean hasRecommendations() {
    return !recommendations.isEmpty();
  }

  public boolean hasMinority() {
    return !minority.isEmpty();
  }

  @Override
  public String template() {
    return "jury/jury.mustache";
  }
}
