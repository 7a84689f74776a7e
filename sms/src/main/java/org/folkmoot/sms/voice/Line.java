package org.folkmoot.sms.voice;

/// Something a caller hears.
public sealed interface Line {

  /// One sentence, read aloud.
  ///
  /// @param language BCP 47, of the voice that reads it
  record Say(String language, String words) implements Line {}

  /// @param seconds at least 1
  record Silence(int seconds) implements Line {}
}
