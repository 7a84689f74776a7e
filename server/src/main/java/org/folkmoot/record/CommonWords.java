package org.folkmoot.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Words so common that knowing them shows nothing. Immutable.
final class CommonWords {

  private static final String RESOURCE = "/record/common-words.txt";
  private static final int SHORTEST = 4;

  private final Set<String> common;

  CommonWords() {
    try (InputStream in = CommonWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      this.common = Set.copyOf(RecordCodec.words(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// True if somebody who knows this word of a text has probably read it; the word as
  /// [RecordCodec#words] gives it.
  boolean isTelling(String word) {
    return word.codePoints().filter(Character::isLetter).count() >= SHORTEST
        && !common.contains(word);
  }
}
