package org.folkmoot.consultation;

import java.time.LocalDate;
import java.util.Optional;

/// When questions were decided; the room of reports knows it.
@FunctionalInterface
public interface DecidedOn {

  /// The day a question was decided, once everybody may read what was.
  Optional<LocalDate> day(String slug);
}
