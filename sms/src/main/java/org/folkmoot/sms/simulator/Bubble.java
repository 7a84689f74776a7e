package org.folkmoot.sms.simulator;

import java.time.Instant;

/// One text on the screen of a simulated phone.
///
/// @param mine written on this phone; otherwise it came to it
/// @param pictures how many were sent with it
/// @param undelivered it could not be handed on; shown as phones show it
public record Bubble(
    String id, boolean mine, String text, int pictures, Instant at, boolean undelivered) {

  /// Words alone.
  Bubble(String id, boolean mine, String text, Instant at, boolean undelivered) {
    this(id, mine, text, 0, at, undelivered);
  }

  /// Without the words, so that it may be logged.
  @Override
  public String toString() {
    return "Bubble[" + id + (mine ? " mine]" : "]");
  }
}
