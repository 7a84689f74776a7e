package org.folkmoot.texting;

import java.util.List;

/// A way texts reach the portal: a gateway's own form of its webhook. Stories are told over each.
interface TextedLine {

  /// A text arrives.
  ///
  /// @param from E.164
  /// @param message the gateway's id of it; the same again is the same text told of twice
  /// @return what the phone is answered
  List<String> text(TextingTown town, String from, String message, String words);

  /// A gateway that fetches what is to be sent does so.
  ///
  /// @return how many texts it was given
  default int fetch(TextingTown town) {
    return 0;
  }
}
