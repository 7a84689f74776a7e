package org.folkmoot.consultation;

import java.util.Optional;
import org.folkmoot.door.Ask;

/// The meetings people can still come to; the room of meetings knows them.
@FunctionalInterface
public interface ComingMeetings {

  /// The one that begins next, or the one that is on.
  Optional<Coming> next(Ask ask, Consultation consultation);

  /// A meeting to come.
  ///
  /// @param when as the council's clock shows it, in the words of whoever asks
  /// @param where its place on one line
  /// @param href its notice
  /// @param interpreted whether interpreters are there
  record Coming(String title, String when, String where, String href, boolean interpreted) {}

  /// None, ever.
  static ComingMeetings none() {
    return (_, _) -> Optional.empty();
  }
}
