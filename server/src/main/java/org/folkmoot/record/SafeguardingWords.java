package org.folkmoot.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A short list of phrases per language (harm, abuse, suicide) that set a contribution apart for
/// the safeguarding lead. A match is never a verdict: a person decides. All languages are always
/// looked for, because people write in the language they need. Immutable.
public final class SafeguardingWords {

  private static final String FILE = "/record/safeguarding-words.txt";

  private final List<Pattern> phrases;

  public SafeguardingWords() {
    try (InputStream in = SafeguardingWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      phrases =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(SafeguardingWords::pattern)
              .toList();
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read", e);
    }
  }

  /// True if any phrase stands in the text as whole words, whatever case, accents or spaces.
  public boolean match(String text) {
    String plain = plain(text);
    return phrases.stream().anyMatch(phrase -> phrase.matcher(plain).find());
  }

  private static Pattern pattern(String phrase) {
    String words = plain(phrase).strip().replace(" ", "[^\\p{L}\\p{N}]+").replace("*", "\\p{L}*");
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])");
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{Mn}'’`\\u200B-\\u200D\\u00AD]", "")
        .replace('ł', 'l')
        .replace('Ł', 'l')
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
  }
}
