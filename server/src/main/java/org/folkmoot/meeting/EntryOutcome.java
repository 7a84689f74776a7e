package org.folkmoot.meeting;

import java.util.Optional;
import org.folkmoot.record.Voice;

/// What became of a sheet or card that was entered back.
public sealed interface EntryOutcome {

  /// It is in the record.
  ///
  /// @param items how many things were said on it
  /// @param held how many of them were set apart for the safeguarding lead
  record Entered(int items, int held) implements EntryOutcome {}

  /// It was entered before and says something else now; nothing was added.
  ///
  /// @param earlier the first entry, unless it was taken back or set apart
  record EnteredBefore(Optional<Voice> earlier) implements EntryOutcome {}

  /// The code is not one of this meeting's cards.
  record OtherCard() implements EntryOutcome {}

  /// The consultation does not hear anybody by this way.
  record NotHearing() implements EntryOutcome {}
}
