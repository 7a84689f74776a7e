package org.folkmoot.sms.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds which keyword a text begins with. The longest keyword wins, so `BUS STOP` may stand beside
/// `BUS`. Immutable. Ask only when no conversation is under way with this number: in the middle of
/// one "bus" may be an answer.
public final class Keywords {
  private static final Pattern BETWEEN = Pattern.compile("^[\\s:;,.!\\-–—]+");
  private static final String QUOTES = "\"'“”‘’„«»";

  private final List<Keyword> keywords;

  private record Keyword(String name, List<String> words) {}

  /// The keyword a text begins with and what was written after it, as written.
  public record Match(String keyword, String rest) {}

  public Keywords(Collection<String> keywords) {
    this.keywords =
        keywords.stream()
            .map(name -> new Keyword(name, PlainWords.of(name)))
            .filter(keyword -> !keyword.words().isEmpty())
            .sorted(
                Comparator.comparingInt((Keyword k) -> k.words().size())
                    .reversed()
                    .thenComparing(Keyword::name))
            .toList();
  }

  public Optional<Match> match(String text) {
    var words = PlainWords.located(text);
    for (var keyword : keywords) {
      var length = keyword.words().size();
      if (words.size() >= length
          && words.subList(0, length).stream()
              .map(PlainWords.Word::plain)
              .toList()
              .equals(keyword.words())) {
        return Optional.of(new Match(keyword.name(), rest(text, words.get(length - 1).end())));
      }
    }
    return Optional.empty();
  }

  private static String rest(String text, int end) {
    var rest = BETWEEN.matcher(text.substring(end)).replaceFirst("").strip();
    var quoted = QUOTES.indexOf(text.strip().charAt(0)) >= 0;
    if (quoted && !rest.isEmpty() && QUOTES.indexOf(rest.charAt(rest.length() - 1)) >= 0) {
      rest = rest.substring(0, rest.length() - 1).strip();
    }
    return rest;
  }
}
