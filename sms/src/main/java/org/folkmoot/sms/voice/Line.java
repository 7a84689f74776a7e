package org.folkmoot.sms.voice;

/// Something a caller hears.
public sealed interface Line {

  /// One sentence, read aloud.
  ///
  /// @param language BCP 47, of the voice that reads it
  record Say(String language, String words) implements Line {}

  /// The same from a recording.
  ///
  /// @param words that are said in it
  /// @param recording its name, as the portal gives it out
  record Play(String language, String words, String recording) implements Line {}

  /// @param seconds at least 1
  record Silence(int seconds) implements Line {}
}
