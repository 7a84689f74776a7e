package org.folkmoot.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A short list of phrases per language (harm, abuse, suicide) that set a contribution apart for
/// the safeguarding lead. A match is never a verdict: a person decides. All languages are always
/// looked for, because people write in the language they need. Immutable.
public final class SafeguardingWords {

  private static final String FILE = "/record/safeguarding-words.txt";

  private static final Pattern UNHEARD = Pattern.compile("[\\p{Mn}'’`\\u200B-\\u200D\\u00AD]");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Pattern phrases;

  public SafeguardingWords() {
    try (InputStream in = SafeguardingWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      String any =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(SafeguardingWords::pattern)
              .collect(Collectors.joining("|"));
      phrases = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])");
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " cannot be read", e);
    }
  }

  /// True if any phrase stands in the text as whole words, whatever case, accents or spaces.
  public boolean match(String text) {
    return phrases.matcher(plain(text)).find();
  }

  private static String pattern(String phrase) {
    return plain(phrase).strip().replace(" ", "[^\\p{L}\\p{N}]+").replace("*", "\\p{L}*");
  }

  private static String plain(String text) {
    String heard = UNHEARD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return SPACE
        .matcher(heard.replace('ł', 'l').replace('Ł', 'l').toLowerCase(Locale.ROOT))
        .replaceAll(" ");
  }
}
