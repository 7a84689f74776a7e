package org.folkmoot.record.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.stempel.StempelFilter;
import org.apache.lucene.analysis.stempel.StempelStemmer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// The words of a text in the forms under which they are found: as they stand without case and
/// accents, and by the stem that the text's language gives them. No word is left out for being
/// common. Thread-safe.
final class WordForms {

  /// As they stand, in any language.
  static final WordForms PLAIN = new WordForms("");

  private static final List<WordForms> STEMS = List.of(new WordForms("en"), new WordForms("pl"));

  static final List<WordForms> ALL = Stream.concat(Stream.of(PLAIN), STEMS.stream()).toList();

  private static final int MOST_SOUGHT = 32;

  private final String language;
  private final Analyzer analyzer;

  private WordForms(String language) {
    this.language = language;
    this.analyzer = new Forms(language);
  }

  /// The stems of this language, or nothing but the plain forms.
  static List<WordForms> of(String language) {
    String primary = language.split("[-_]", 2)[0];
    List<WordForms> forms = new ArrayList<>(List.of(PLAIN));
    for (WordForms one : STEMS) {
      if (one.language.equals(primary)) {
        forms.add(one);
      }
    }
    return forms;
  }

  String suffix() {
    return this == PLAIN ? "" : "." + language;
  }

  Analyzer analyzer() {
    return analyzer;
  }

  /// As it is read in, so that one look and one meaning have one form.
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /// A form with where its word stands.
  record Found(String form, int from, int to) {}

  /// Of a text that is [#composed], in its order.
  List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", new StringReader(text))) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        found.add(new Found(term.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> formsOf(String text) {
    Set<String> forms = new LinkedHashSet<>();
    in(composed(text)).forEach(found -> forms.add(found.form()));
    return forms;
  }

  /// What somebody types in, as single words.
  static List<String> words(String sought) {
    String text = composed(sought);
    return PLAIN.in(text).stream()
        .map(found -> text.substring(found.from(), found.to()))
        .distinct()
        .limit(MOST_SOUGHT)
        .toList();
  }

  private static final class Forms extends Analyzer {
    private final String language;

    Forms(String language) {
      this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream lower =
          new LowerCaseFilter(language.equals("en") ? new EnglishPossessiveFilter(words) : words);
      TokenStream stems =
          switch (language) {
            // Each knows forms that the other does not: buses, driving.
            case "en" -> new PorterStemFilter(new KStemFilter(lower));
            case "pl" ->
                new StempelFilter(lower, new StempelStemmer(PolishAnalyzer.getDefaultTable()));
            default -> new ArabicNormalizationFilter(new DecimalDigitFilter(lower));
          };
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(stems));
    }
  }
}
