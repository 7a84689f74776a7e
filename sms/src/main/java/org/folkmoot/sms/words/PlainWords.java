package org.folkmoot.sms.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as bare words for comparing: lower case, without accents, quotes and punctuation, digits
/// of any script and emoji digits as 0 to 9. Never for keeping: what people wrote stays as they
/// wrote it.
final class PlainWords {
  // U+20E3 and U+FE0F make the emoji digit of a digit; both apostrophes stand inside words.
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{No}\\u20e3\\ufe0f\\u200c\\u200d'’]+");
  private static final Pattern SILENT =
      Pattern.compile("[\\u0300-\\u036f\\u20e3\\ufe0f\\u200c\\u200d'’]");

  /// A word and where it ends in the text.
  record Word(String plain, int end) {}

  private PlainWords() {}

  static List<String> of(String text) {
    return located(text).stream().map(Word::plain).toList();
  }

  static List<Word> located(String text) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      var plain = plain(matcher.group());
      if (!plain.isEmpty()) {
        words.add(new Word(plain, matcher.end()));
      }
    }
    return words;
  }

  private static String plain(String word) {
    var compatible = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var bare = SILENT.matcher(Normalizer.normalize(compatible, Normalizer.Form.NFD)).replaceAll("");
    var plain = new StringBuilder();
    bare.codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .map(c -> c == 'ł' ? 'l' : c) // the one Polish letter Unicode does not decompose
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
