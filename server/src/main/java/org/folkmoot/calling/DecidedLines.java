package org.folkmoot.calling;

import java.util.Optional;
import org.folkmoot.record.Contribution;
import org.folkmoot.sms.voice.CallPortal;

/// What was decided, short enough to be read aloud; the reporting room knows.
@FunctionalInterface
public interface DecidedLines {

  /// The line for one voice; empty while nothing is decided.
  Optional<CallPortal.Decided> of(String consultation, Contribution voice, String language);
}
