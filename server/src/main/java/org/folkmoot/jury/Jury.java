package org.folkmoot.jury;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The jury of a consultation.
///
/// @param consultation its slug, and the jury's id
/// @param remit the jury's question
/// @param threshold percent of those voting who must at least be able to live with a
///   recommendation; domain practice is 80
/// @param draw empty until it was drawn
public record Jury(
    String consultation,
    String title,
    String remit,
    int seats,
    int threshold,
    String about,
    Optional<Draw> draw) {

  public static final int USUAL_THRESHOLD = 80;

  /// The same with a draw that was made.
  Jury drawn(Draw made) {
    return new Jury(consultation, title, remit, seats, threshold, about, Optional.of(made));
  }

  /// What is kept of a draw: no names.
  ///
  /// @param poolHash SHA-256 of the pool file, and `quotaHash` of the quota file, in hex
  /// @param panel ids of those drawn, as the pool gave them
  /// @param seats how each quota came out
  public record Draw(
      Instant at,
      int poolSize,
      String poolHash,
      String quotaHash,
      List<String> panel,
      List<Seats> seats) {
    public Draw {
      panel = List.copyOf(panel);
      seats = List.copyOf(seats);
    }
  }

  /// One quota, how many the pool had, and how many were drawn.
  public record Seats(Quota quota, int inPool, int drawn) {}
}
