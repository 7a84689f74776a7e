package org.folkmoot.sms.words;

import java.util.Collections;

/// Compares what people wrote with names, whatever the case, accents and punctuation.
public final class Phrases {

  private Phrases() {}

  /// Whether these words, one after the other, stand in the text.
  public static boolean holds(String text, String words) {
    var sought = PlainWords.of(words);
    return !sought.isEmpty() && Collections.indexOfSubList(PlainWords.of(text), sought) >= 0;
  }
}
