package org.folkmoot.record;

import java.util.List;

/// What came of a contribution; the reporting room knows.
public interface Outcomes {

  /// One line for the contributor.
  ///
  /// @param theme its name on screen
  /// @param answered false while nobody has answered it
  /// @param said what people said, @param did what is done, @param whyNot why not; may be empty
  record Line(
      String theme,
      boolean answered,
      String said,
      String did,
      String whyNot,
      String who,
      String by) {}

  List<Line> of(Contribution contribution);

  /// Whether the report quotes it.
  boolean isQuoted(Contribution contribution);
}
