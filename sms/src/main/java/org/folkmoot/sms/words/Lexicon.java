package org.folkmoot.sms.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The words of `reserved.properties`, ready for comparing. Immutable; read once and shared.
final class Lexicon {
  private static final String RESOURCE = "reserved.properties";

  /// Phrases by key, each a list of plain words, longest first.
  private final TreeMap<String, List<List<String>>> phrases = new TreeMap<>();

  Lexicon() {
    var file = new Properties();
    try (var in = Lexicon.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing beside " + Lexicon.class.getName());
      }
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (var key : file.stringPropertyNames()) {
      var list = new ArrayList<List<String>>();
      for (var phrase : file.getProperty(key).split(",", -1)) {
        list.add(PlainWords.of(phrase));
      }
      list.sort(Comparator.<List<String>>comparingInt(List::size).reversed());
      phrases.put(key, Collections.unmodifiableList(list));
    }
  }

  /// All phrases under `prefix` itself or `prefix.something`, longest first.
  List<List<String>> phrases(String prefix) {
    return phrases.entrySet().stream()
        .filter(e -> e.getKey().equals(prefix) || e.getKey().startsWith(prefix + "."))
        .flatMap(e -> e.getValue().stream())
        .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
        .toList();
  }

  /// The single words under exactly `key`.
  Set<String> words(String key) {
    return phrases.getOrDefault(key, List.of()).stream()
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// One to ten in each language, in order.
  List<List<String>> numbers() {
    return phrases.entrySet().stream()
        .filter(e -> e.getKey().startsWith("numbers."))
        .map(e -> e.getValue().stream().map(words -> String.join(" ", words)).toList())
        .toList();
  }
}
