package org.folkmoot.sms.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the answer to a question with choices as people type it: `2`, `2.`, `"2"`, `two`, `২`,
/// `2️⃣`, `option 2`, `2 car`, `car`, `2 because there is nothing else`. Two choices where one is
/// asked, or a choice that is denied ("no bus"), is not understood. Immutable.
public final class Choices {

  /// One choice.
  ///
  /// @param key what the question prints before it: a digit or a letter
  /// @param words what people may write instead, in any language
  public record Choice(String key, List<String> words) {
    public Choice {
      words = List.copyOf(words);
    }
  }

  private static final int MAX_DIGITS = 9;

  private record Hit(int at, int length, String key) {}

  private final Lexicon lexicon = new Lexicon();
  private final Set<String> around = lexicon.words("around.choice");
  private final Set<String> joining = lexicon.words("joining");
  private final Set<String> not = lexicon.words("not");
  private final Set<String> zero = lexicon.words("zero");
  private final Map<String, String> numbers = new HashMap<>();

  public Choices() {
    for (var language : lexicon.numbers()) {
      for (var i = 0; i < language.size(); i++) {
        numbers.put(language.get(i), String.valueOf(i + 1));
      }
    }
  }

  /// The two choices of a question that asks yes or no: `1` and `2`.
  public List<Choice> yesOrNo() {
    return List.of(
        new Choice("1", lexicon.phrases("yes").stream().map(w -> String.join(" ", w)).toList()),
        new Choice("2", lexicon.phrases("no").stream().map(w -> String.join(" ", w)).toList()));
  }

  /// The keys that the text chooses, in the order written; empty if it is not understood.
  ///
  /// @param several whether more than one may be chosen
  public List<String> read(String text, List<Choice> choices, boolean several) {
    var words = new ArrayList<>(PlainWords.of(text));
    words.removeAll(around);
    var hits = hits(words, choices);
    var keys = new LinkedHashSet<String>();
    hits.forEach(hit -> keys.add(hit.key()));
    if (keys.isEmpty() || denied(words, hits.getFirst())) {
      return List.of();
    }
    if (several || keys.size() == 1) {
      return List.copyOf(keys);
    }
    var first = hits.getFirst();
    return first.at() == 0 && !joined(words, hits) ? List.of(first.key()) : List.of();
  }

  /// The whole number a text gives: `3`, `3.`, `three`, `৩`, `about 3`. Empty if there is none or
  /// more than one ("2 or 3", "2.5"), or if it is too large to be meant.
  public OptionalInt number(String text) {
    var found =
        PlainWords.of(text).stream()
            .map(word -> zero.contains(word) ? "0" : numbers.getOrDefault(word, word))
            .filter(word -> word.matches("[0-9]+"))
            .distinct()
            .toList();
    return found.size() == 1 && found.getFirst().length() <= MAX_DIGITS
        ? OptionalInt.of(Integer.parseInt(found.getFirst()))
        : OptionalInt.empty();
  }

  private List<Hit> hits(List<String> words, List<Choice> choices) {
    var onlyKeys =
        words.stream().allMatch(word -> joining.contains(word) || key(word, choices) != null);
    var hits = new ArrayList<Hit>();
    for (var at = 0; at < words.size(); ) {
      var hit = label(words, at, choices);
      if (hit == null) {
        var key = key(words.get(at), choices);
        // A letter inside a sentence is a word ("a", "i"), not a choice.
        var isLetter = key != null && Character.isLetter(key.codePointAt(0));
        hit = key == null || (isLetter && at > 0 && !onlyKeys) ? null : new Hit(at, 1, key);
      }
      if (hit == null) {
        at++;
      } else {
        hits.add(hit);
        at += hit.length();
      }
    }
    return hits;
  }

  private @Nullable String key(String word, List<Choice> choices) {
    var number = numbers.getOrDefault(word, word);
    for (var choice : choices) {
      if (choice.key().equalsIgnoreCase(number)) {
        return choice.key();
      }
    }
    return null;
  }

  private static @Nullable Hit label(List<String> words, int at, List<Choice> choices) {
    Hit longest = null;
    for (var choice : choices) {
      for (var label : choice.words()) {
        var phrase = PlainWords.of(label);
        var end = at + phrase.size();
        if (!phrase.isEmpty()
            && end <= words.size()
            && words.subList(at, end).equals(phrase)
            && (longest == null || phrase.size() > longest.length())) {
          longest = new Hit(at, phrase.size(), choice.key());
        }
      }
    }
    return longest;
  }

  private boolean denied(List<String> words, Hit first) {
    return !Collections.disjoint(words.subList(0, first.at()), not);
  }

  /// A different choice follows the first at once, or after "and" or "or".
  private boolean joined(List<String> words, List<Hit> hits) {
    var first = hits.getFirst();
    var next = hits.stream().filter(hit -> !hit.key().equals(first.key())).findFirst();
    return next.isPresent()
        && words.subList(first.at() + first.length(), next.get().at()).stream()
            .allMatch(joining::contains);
  }
}
