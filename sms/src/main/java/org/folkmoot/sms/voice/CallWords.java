package org.folkmoot.sms.voice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is said on the telephone, from `spoken_en.properties` and its twins.
public final class CallWords {

  /// In the order in which they are offered.
  public static final List<String> LANGUAGES = List.of("en", "pl", "bn");

  /// Those for which the companies that carry calls have a voice. The others are only heard from
  /// recordings.
  public static final List<String> READ_ALOUD = List.of("en", "pl");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  /// Read from the files once: it is wanted at every step.
  private static final class Standard {
    private static final Map<String, Map<String, String>> WORDS =
        LANGUAGES.stream()
            .collect(Collectors.toUnmodifiableMap(language -> language, CallWords::read));
  }

  private CallWords() {}

  /// @throws IllegalArgumentException if there are no such words
  public static String say(String language, String key, Map<String, String> names) {
    String words = Standard.WORDS.getOrDefault(language, Map.of()).get(key);
    if (words == null) {
      throw new IllegalArgumentException("no spoken words " + key + " in " + language);
    }
    return PLACEHOLDER
        .matcher(words)
        .replaceAll(
            found -> Matcher.quoteReplacement(names.getOrDefault(found.group(1), found.group())));
  }

  public static String say(String language, String key) {
    return say(language, key, Map.of());
  }

  /// Every key of a language.
  static Set<String> keys(String language) {
    return Standard.WORDS.getOrDefault(language, Map.of()).keySet();
  }

  /// Words as they are read aloud, a sentence at a time.
  public static List<Line> lines(String language, String words) {
    List<Line> lines = new ArrayList<>();
    for (String sentence :
        words.strip().split("(?<=[.?!])\\s+(?=\\p{Lu})|(?<=[।?])\\s+(?=\\p{IsBengali})")) {
      if (!sentence.isBlank()) {
        lines.add(new Line.Say(language, sentence));
      }
    }
    return lines;
  }

  /// Digits and letters as words, one by one, with a silence after every few.
  ///
  /// @param group how many are said before each silence
  static List<Line> spelled(String language, String characters, int group) {
    List<Line> lines = new ArrayList<>();
    for (int begin = 0; begin < characters.length(); begin += group) {
      String part =
          characters
              .substring(begin, Math.min(characters.length(), begin + group))
              .chars()
              .mapToObj(c -> say(language, "sign." + (char) c))
              .collect(Collectors.joining(", "));
      lines.add(new Line.Say(language, part + "."));
      lines.add(new Line.Silence(1));
    }
    return lines;
  }

  private static Map<String, String> read(String language) {
    String name = "spoken_" + language + ".properties";
    var properties = new Properties();
    try (var in = CallWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + CallWords.class.getName());
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }
}
