package org.folkmoot.texting;

import java.util.Optional;
import org.folkmoot.consultation.Consultation;

/// Where people can call instead of texting; the calling room knows.
@FunctionalInterface
public interface PhoneLines {

  /// The number that takes calls about a question now, E.164; empty if none does.
  Optional<String> number(Consultation consultation);
}
