package org.folkmoot.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What residents read, in each language.
class PlainWordsTest {
  private static final int LONGEST_MEAN = 15;
  private static final Map<String, String> TABLES =
      Map.of("en", "words/plain-words.properties", "pl", "words/plain-words-pl.properties");

  @Test
  void residents_are_spoken_to_in_plain_words() {
    Set<String> found = new TreeSet<>();
    for (String language : Words.LANGUAGES) {
      Set<String> terms = terms(TABLES.get(language));
      resident(language)
          .forEach((key, text) ->
              terms.stream()
                  .filter(term -> says(text, term))
                  .forEach(term -> found.add(language + " " + key + ": " + term)));
    }

    assertThat(found).isEmpty();
  }

  @Test
  void sentences_are_short_in_every_room() {
    for (String language : Words.LANGUAGES) {
      Map<String, List<Integer>> rooms = new TreeMap<>();
      resident(language)
          .forEach((key, text) ->
              rooms
                  .computeIfAbsent(key.split("\\.", 2)[0], _ -> new ArrayList<>())
                  .addAll(lengths(text)));

      assertThat(rooms).hasSizeGreaterThan(10);
      rooms.forEach((room, lengths) ->
          assertThat(lengths.stream().mapToInt(Integer::intValue).average().orElse(0))
              .as("words in a sentence of %s in %s", room, language)
              .isLessThanOrEqualTo(LONGEST_MEAN));
    }
  }

  /// How many words each sentence has; labels of one or two words are no sentences.
  private static List<Integer> lengths(String text) {
    String plain =
        text.replaceAll("\\{\\w+, plural,", "")
            .replaceAll("(=\\d|one|few|many|other) \\{([^{}]*(\\{\\w+}[^{}]*)*)}", "$2. ")
            .replaceAll("[{}]", "");
    return Pattern.compile("[.!?…]+(\\s|$)|\\R")
        .splitAsStream(plain)
        .map(sentence -> sentence.strip().split("\\s+").length)
        .filter(words -> words > 2)
        .toList();
  }

  @Test
  void what_residents_read_is_complete_in_every_language() {
    for (String language : Words.LANGUAGES) {
      assertThat(resident(language).keySet())
          .as(language)
          .containsExactlyInAnyOrderElementsOf(resident("en").keySet());
    }
  }

  @Test
  void a_translation_names_the_same_values() {
    Map<String, String> english = Words.english().own();
    for (String language : Words.LANGUAGES) {
      Words.of(language)
          .own()
          .forEach((key, text) ->
              assertThat(values(text, language))
                  .as("%s %s", language, key)
                  .isEqualTo(values(english.getOrDefault(key, ""), "en")));
    }
  }

  private static Map<String, String> resident(String language) {
    return Words.of(language).own().entrySet().stream()
        .filter(text -> Words.RESIDENT_ROOMS.contains(text.getKey().split("\\.", 2)[0]))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Set<String> values(String text, String language) {
    return text.contains("{")
        ? new MessageFormat(text, ULocale.forLanguageTag(language)).getArgumentNames()
        : Set.of();
  }

  private static boolean says(String text, String term) {
    boolean beginning = term.endsWith("*");
    String bare = beginning ? term.substring(0, term.length() - 1) : term;
    return Pattern.compile(
            "(?<!\\p{L})" + Pattern.quote(bare) + (beginning ? "" : "(?!\\p{L})"),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  private static Set<String> terms(String table) {
    Properties terms = new Properties();
    try (Reader in =
        new InputStreamReader(
            Words.class.getClassLoader().getResourceAsStream(table), StandardCharsets.UTF_8)) {
      terms.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(terms).isNotEmpty();
    return terms.stringPropertyNames();
  }
}
