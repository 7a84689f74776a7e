package org.folkmoot.texting;

import org.folkmoot.sms.words.Segments;

/// How a text is written that we send.
final class Outgoing {

  private Outgoing() {}

  /// Typography that would make a text cost two parts or three is written plainly.
  static String plain(String text) {
    return Segments.swapTypography(text).strip();
  }

  /// How many texts it is paid as.
  static int parts(String text) {
    return Math.max(1, Segments.of(text).parts());
  }
}
