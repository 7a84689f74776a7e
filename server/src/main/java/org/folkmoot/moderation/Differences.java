package org.folkmoot.moderation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.collections4.sequence.CommandVisitor;
import org.apache.commons.collections4.sequence.SequencesComparator;
import org.folkmoot.web.desk.QueuePage.Part;

/// How one text differs from another, word by word.
final class Differences {

  /// So many words of each are compared.
  private static final int MOST = 400;

  private Differences() {}

  /// The other text in pieces: the same, added in it, left out of it.
  static List<Part> of(String text, String other) {
    List<Part> parts = new ArrayList<>();
    new SequencesComparator<>(words(text), words(other))
        .getScript()
        .visit(
            new CommandVisitor<String>() {
              @Override
              public void visitInsertCommand(String word) {
                add(parts, "added", word);
              }

              @Override
              public void visitKeepCommand(String word) {
                add(parts, "", word);
              }

              @Override
              public void visitDeleteCommand(String word) {
                add(parts, "gone", word);
              }
            });
    return parts;
  }

  private static void add(List<Part> parts, String how, String word) {
    var next = new Part(how.equals("added"), how.equals("gone"), word);
    if (!parts.isEmpty() && parts.getLast().isLike(next)) {
      var last = parts.removeLast();
      parts.add(new Part(last.added(), last.gone(), last.words() + " " + word));
    } else {
      parts.add(next);
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).limit(MOST).toList();
  }
}
