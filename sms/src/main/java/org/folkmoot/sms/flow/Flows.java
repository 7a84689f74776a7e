package org.folkmoot.sms.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.sms.words.Choices.Choice;
import org.jspecify.annotations.Nullable;

/// Reads flows. A file holds `id`, `keyword`, `languages`, `questions` (each `id`, `kind`, `text`
/// by language, the same in other words as `again`, `choices` by key with the words people may
/// write, `range` of a number, and `several`, `onlyIf`, `unless` where wanted), `names` by
/// language, and, where wanted, `texts` by language that replace standard ones and `askUnder18`.
/// Unknown fields are refused.
public final class Flows {
  /// Languages with standard texts.
  public static final List<String> LANGUAGES = List.of("en", "pl", "bn");

  private static final ObjectMapper JSON = new ObjectMapper();

  private record FlowFile(
      String id,
      String keyword,
      List<String> languages,
      boolean askUnder18,
      @Nullable Map<String, Map<String, String>> names,
      @Nullable Map<String, Map<String, String>> texts,
      List<QuestionFile> questions) {}

  private record QuestionFile(
      String id,
      Question.Kind kind,
      Map<String, String> text,
      @Nullable Map<String, String> again,
      @Nullable Map<String, List<String>> choices,
      boolean several,
      Question.@Nullable Range range,
      @Nullable Map<String, List<String>> onlyIf,
      @Nullable Map<String, List<String>> unless) {

    Question question() {
      var list =
          or(choices).entrySet().stream().map(e -> new Choice(e.getKey(), e.getValue())).toList();
      return new Question(id, kind, text, or(again), list, several, range, or(onlyIf), or(unless));
    }
  }

  private Flows() {}

  /// What every line uses, read from its files once: a flow is asked for with every text.
  private static final class Standard {
    private static final Map<String, Map<String, String>> TEXTS =
        LANGUAGES.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    language -> language,
                    language -> properties("texts_" + language + ".properties")));
    private static final List<Question> CLOSING = readClosing();
    private static final Flow AFTER_SIX = read(resource("after-six.json"));
  }

  /// The sample conversation, "Wrenmouth After Six", in English, Polish and Bangla.
  public static Flow afterSix() {
    return Standard.AFTER_SIX;
  }

  /// Reads a flow file.
  ///
  /// @throws IllegalArgumentException if it is not one, with the reason
  public static Flow read(String json) {
    FlowFile file;
    try {
      file = JSON.readValue(json, FlowFile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a flow: " + e.getOriginalMessage(), e);
    }
    var questions = file.questions().stream().map(QuestionFile::question).toList();
    return new Flow(
        file.id(),
        file.keyword(),
        file.languages(),
        questions,
        closing(file.askUnder18()),
        or(file.names()),
        texts(file.languages(), or(file.texts())));
  }

  /// The flow of a consultation that asks one thing, to be answered in own words.
  ///
  /// @param question by language; its languages, in the order of [#LANGUAGES], are the flow's
  /// @param names by language: `council survey topic place phone site decided danger danger.call
  ///   helpline`
  public static Flow withOneQuestion(
      String id,
      String keyword,
      Map<String, String> question,
      boolean askUnder18,
      Map<String, Map<String, String>> names) {
    var languages = LANGUAGES.stream().filter(question::containsKey).toList();
    var q1 =
        new Question(
            "Q1",
            Question.Kind.OPEN,
            question,
            Map.of(),
            List.of(),
            false,
            null,
            Map.of(),
            Map.of());
    return new Flow(
        id,
        keyword,
        languages,
        List.of(q1),
        closing(askUnder18),
        names,
        texts(languages, Map.of()));
  }

  private static List<Question> closing(boolean askUnder18) {
    return Standard.CLOSING.stream()
        .filter(question -> askUnder18 || !question.id().equals("UNDER18"))
        .toList();
  }

  private static List<Question> readClosing() {
    try {
      return Stream.of(JSON.readValue(resource("closing.json"), QuestionFile[].class))
          .map(QuestionFile::question)
          .toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Map<String, String>> texts(
      List<String> languages, Map<String, Map<String, String>> own) {
    var texts = new HashMap<String, Map<String, String>>();
    for (var language : languages) {
      var merged = new TreeMap<String, String>();
      merged.putAll(Standard.TEXTS.getOrDefault(language, Map.of()));
      merged.putAll(own.getOrDefault(language, Map.of()));
      texts.put(language, Map.copyOf(merged));
    }
    return texts;
  }

  private static Map<String, String> properties(String name) {
    var properties = new Properties();
    try (var in = open(name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (var in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    var in = Flows.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing beside " + Flows.class.getName());
    }
    return in;
  }

  private static <V> Map<String, V> or(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : map;
  }
}
