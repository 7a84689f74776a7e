package org.folkmoot.web.texting;

import java.util.List;

/// The screen of a telephone with a conversation on it.
///
/// @param label what the screen shows, for those who do not see it
/// @param top who the conversation is with, as the telephone names them
public record PhoneScreen(String label, String top, List<Bubble> bubbles) {
  public PhoneScreen {
    bubbles = List.copyOf(bubbles);
  }

  /// One text.
  ///
  /// @param who "You" or who wrote, said before the text to those who do not see its side
  /// @param mine written on this telephone
  /// @param failed said below a text that could not be delivered; empty otherwise
  /// @param newest where the eye goes after sending: the first answer to the last text written here
  public record Bubble(String who, boolean mine, String said, String failed, boolean newest) {
    public Bubble(String who, boolean mine, String said, String failed) {
      this(who, mine, said, failed, false);
    }
  }

  public boolean isEmpty() {
    return bubbles.isEmpty();
  }
}
