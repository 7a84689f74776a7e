package org.folkmoot.texting;

import java.util.Optional;
import org.folkmoot.record.Contribution;

/// What was decided, short enough for a text; the reporting room knows.
@FunctionalInterface
public interface ResultLines {

  /// @param said what people said, @param did what is done, or why not; a sentence each
  record Line(String said, String did) {}

  /// The line for one voice, or, without one, for the consultation as a whole; empty while nothing
  /// is decided.
  Optional<Line> of(String consultation, Optional<Contribution> voice, String language);

  /// Nothing is decided yet.
  static ResultLines none() {
    return (_, _, _) -> Optional.empty();
  }
}
