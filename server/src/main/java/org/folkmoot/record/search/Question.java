package org.folkmoot.record.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is looked for in the index. Immutable.
///
/// @param readers all of these may find it
/// @param words every one of them must be there
/// @param staff whether the words are looked for where only staff read
/// @param narrowed the values allowed by facet; none means any
/// @param source only what came from here; empty for any
/// @param time null for any
/// @param below only places below this one; 0 for any
public record Question(
    String consultation,
    Set<String> readers,
    String words,
    boolean staff,
    Map<String, Set<String>> narrowed,
    String source,
    @Nullable Span time,
    long below) {

  public Question {
    readers = Set.copyOf(readers);
    narrowed = Map.copyOf(narrowed);
  }

  /// Seconds since 1970, from the first until before the second.
  public record Span(long from, long until) {}

  Question anyOf(String facet) {
    var others = new HashMap<>(narrowed);
    others.remove(facet);
    return new Question(consultation, readers, words, staff, others, source, time, below);
  }

  Question anyTime() {
    return new Question(consultation, readers, words, staff, narrowed, source, null, below);
  }

  /// Wherever a long list goes on, it is counted whole.
  Question whole() {
    return new Question(consultation, readers, words, staff, narrowed, source, time, 0);
  }
}
