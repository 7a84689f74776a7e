package org.folkmoot.web.jury;

import java.util.List;

/// One recommendation with its ballots: counts, no names.
///
/// @param label "R1", and for a minority statement what it is
/// @param lang of its words
/// @param support "6 of 6 who voted can at least live with it"
public record RecommendationView(
    String label, String lang, String words, String reasons, String support, List<Ballot> ballots) {
  public RecommendationView {
    ballots = List.copyOf(ballots);
  }

  /// How many chose one answer on the ballot.
  public record Ballot(String level, String votes) {}

  public boolean hasReasons() {
    return !reasons.isEmpty();
  }
}
