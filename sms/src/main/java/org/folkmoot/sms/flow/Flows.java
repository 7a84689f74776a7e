package org.folkmoot.sms.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
/// language, and, where wanted, `texts` by language that replace standard ones, `askUnder18`, and
/// `made` (see [QuestionSet]). Unknown fields are refused.
public final class Flows {
  /// Languages with standard texts.
  public static final List<String> LANGUAGES = List.of("en", "pl", "bn");

  private static final String UNDER_18 = "UNDER18";

  private static final ObjectMapper JSON = new ObjectMapper();

  private record FlowFile(
      String id,
      String keyword,
      List<String> languages,
      boolean askUnder18,
      int made,
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
    FlowFile file = file(json);
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

  /// Reads the questions of a flow file, to be changed.
  ///
  /// @throws IllegalArgumentException if it is not one, with the reason
  public static QuestionSet questions(String json) {
    FlowFile file = file(json);
    var questions = file.questions().stream().map(QuestionFile::question).toList();
    return new QuestionSet(questions, file.made());
  }

  /// The flow that asks these questions, in every language that all of them have.
  public static Flow of(
      String id, String keyword, QuestionSet set, Map<String, Map<String, String>> names) {
    return new Flow(
        id,
        keyword,
        set.languages(),
        set.questions(),
        closing(true),
        names,
        texts(set.languages(), Map.of()));
  }

  /// The file of these questions, as [#read] and [#questions] take it.
  public static String write(String id, String keyword, QuestionSet set) {
    var file = new LinkedHashMap<String, Object>();
    file.put("id", id);
    file.put("keyword", keyword);
    file.put("languages", set.languages());
    file.put("askUnder18", true);
    file.put("made", set.made());
    file.put("questions", set.questions().stream().map(Flows::written).toList());
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> written(Question question) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", question.id());
    fields.put("kind", question.kind());
    fields.put("text", new TreeMap<>(question.text()));
    if (!question.again().isEmpty()) {
      fields.put("again", new TreeMap<>(question.again()));
    }
    if (!question.choices().isEmpty()) {
      var choices = new LinkedHashMap<String, List<String>>();
      question.choices().forEach(choice -> choices.put(choice.key(), choice.words()));
      fields.put("choices", choices);
    }
    if (question.several()) {
      fields.put("several", true);
    }
    var range = question.range();
    if (range != null) {
      fields.put("range", Map.of("from", range.from(), "to", range.to()));
    }
    if (!question.onlyIf().isEmpty()) {
      fields.put("onlyIf", new TreeMap<>(question.onlyIf()));
    }
    if (!question.unless().isEmpty()) {
      fields.put("unless", new TreeMap<>(question.unless()));
    }
    return fields;
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

  private static FlowFile file(String json) {
    FlowFile file;
    try {
      file = JSON.readValue(json, FlowFile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a flow: " + e.getOriginalMessage(), e);
    }
    // What a file leaves out is null, whatever the types say.
    Object questions = file.questions();
    if (questions == null) {
      throw new IllegalArgumentException("not a flow: it has no questions");
    }
    return file;
  }

  private static List<Question> closing(boolean askUnder18) {
    return askUnder18
        ? Standard.CLOSING
        : Standard.CLOSING.stream()
            .filter(question -> !question.id().equals(UNDER_18))
            .map(question -> question.whatever(UNDER_18))
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
