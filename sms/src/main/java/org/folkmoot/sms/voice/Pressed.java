package org.folkmoot.sms.voice;

/// What a caller did.
///
/// @param keys digits, `*` and `#`; empty for silence
/// @param seconds how long they spoke; 0 where nothing was recorded
public record Pressed(String keys, int seconds) {

  public static Pressed keys(String keys) {
    return new Pressed(keys, 0);
  }

  /// Without the keys, which may be a number.
  @Override
  public String toString() {
    return "Pressed[" + keys.length() + " keys, " + seconds + " s]";
  }
}
