package org.folkmoot.report;

import java.util.List;
import org.folkmoot.record.Voice;

/// What one reader gets who opens a figure.
public sealed interface Opening {

  /// There is no such figure, or no report that this reader may see.
  record Missing() implements Opening {}

  /// It is too small to be told to this reader; it opens no list.
  record TooFew(Figure figure) implements Opening {}

  /// shown + notShown + takenBack = the figure's total, always.
  ///
  /// @param voices what the reader may read of it, in the order of the record
  record Open(Figure figure, int shown, int notShown, int takenBack, List<Voice> voices)
      implements Opening {
    public Open {
      voices = List.copyOf(voices);
      if (shown + notShown + takenBack != figure.total()) {
        throw new IllegalStateException(figure.id() + " does not add up");
      }
    }
  }
}
