package org.folkmoot.record.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that somebody looks for, to be found again in a text as the index finds them. Immutable.
public final class Sought {

  private final List<Map<WordForms, Set<String>>> words;

  private Sought(List<Map<WordForms, Set<String>>> words) {
    this.words = List.copyOf(words);
  }

  public static Sought of(String typed) {
    List<Map<WordForms, Set<String>>> words = new ArrayList<>();
    for (String word : WordForms.words(typed)) {
      Map<WordForms, Set<String>> forms = new HashMap<>();
      for (WordForms kind : WordForms.ALL) {
        forms.put(kind, kind.formsOf(word));
      }
      words.add(forms);
    }
    return new Sought(words);
  }

  public boolean isNothing() {
    return words.isEmpty();
  }

  /// Whether every word is in one of the texts.
  public boolean areAllIn(List<Entry.Text> texts) {
    Set<Map<WordForms, Set<String>>> open = new HashSet<>(words);
    for (Entry.Text text : texts) {
      for (WordForms kind : WordForms.of(text.language())) {
        Set<String> there = kind.formsOf(text.words());
        open.removeIf(word -> word.getOrDefault(kind, Set.of()).stream().anyMatch(there::contains));
      }
    }
    return open.isEmpty();
  }

  /// A part of a text: one of the words that are looked for, or what stands between them.
  public record Part(String text, boolean sought) {}

  /// The text in parts that make it again when put together. A text of which the index reads
  /// another form than stands there comes whole.
  public List<Part> parts(Entry.Text text) {
    String words = text.words();
    List<WordForms.Found> marks = marks(text);
    if (marks.isEmpty() || !WordForms.composed(words).equals(words)) {
      return List.of(new Part(words, false));
    }
    List<Part> parts = new ArrayList<>();
    int done = 0;
    for (WordForms.Found mark : marks) {
      if (mark.from() > done) {
        parts.add(new Part(words.substring(done, mark.from()), false));
      }
      if (mark.to() > done) {
        parts.add(new Part(words.substring(Math.max(done, mark.from()), mark.to()), true));
        done = mark.to();
      }
    }
    if (done < words.length()) {
      parts.add(new Part(words.substring(done), false));
    }
    return parts;
  }

  private List<WordForms.Found> marks(Entry.Text text) {
    List<WordForms.Found> marks = new ArrayList<>();
    for (WordForms kind : WordForms.of(text.language())) {
      for (WordForms.Found found : kind.in(WordForms.composed(text.words()))) {
        if (words.stream().anyMatch(w -> w.getOrDefault(kind, Set.of()).contains(found.form()))) {
          marks.add(found);
        }
      }
    }
    marks.sort(Comparator.comparingInt(WordForms.Found::from));
    return marks;
  }
}
