package org.folkmoot.sms.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A conversation as data: what is asked, in which languages, and what is said around it.
/// Immutable. Read one with [Flows].
///
/// @param languages BCP 47, the first is used until another is chosen
/// @param closing the questions that every way in ends with
/// @param names what stands for `{council}`, `{phone}` and so on, by language
/// @param texts by language, then by [FlowText#key()]
/// @param places names that answer where somebody lives; with none of them any short name does
public record Flow(
    String id,
    String keyword,
    List<String> languages,
    List<Question> questions,
    List<Question> closing,
    Map<String, Map<String, String>> names,
    Map<String, Map<String, String>> texts,
    List<String> places) {

  /// A flow that knows no places.
  public Flow(
      String id,
      String keyword,
      List<String> languages,
      List<Question> questions,
      List<Question> closing,
      Map<String, Map<String, String>> names,
      Map<String, Map<String, String>> texts) {
    this(id, keyword, languages, questions, closing, names, texts, List.of());
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z.]+)}");

  public Flow {
    languages = List.copyOf(languages);
    questions = List.copyOf(questions);
    closing = List.copyOf(closing);
    names = Map.copyOf(names);
    texts = Map.copyOf(texts);
    places = List.copyOf(places);
    if (keyword.isBlank() || languages.isEmpty() || questions.isEmpty()) {
      throw new IllegalArgumentException(
          "a flow has a keyword, at least one language and at least one question");
    }
    for (var language : languages) {
      for (var question : Stream.concat(questions.stream(), closing.stream()).toList()) {
        if (!question.text().containsKey(language)) {
          throw new IllegalArgumentException(question.id() + " has no text in " + language);
        }
      }
    }
  }

  /// The same flow with these names in every language, over the ones it has: the number to call in
  /// danger, the date of the decision.
  public Flow with(Map<String, String> more) {
    var all = new HashMap<String, Map<String, String>>();
    for (var language : languages) {
      var merged = new HashMap<>(names.getOrDefault(language, Map.of()));
      merged.putAll(more);
      all.put(language, Map.copyOf(merged));
    }
    return new Flow(id, keyword, languages, questions, closing, all, texts, places);
  }

  /// The same flow where these places are known.
  public Flow among(List<String> known) {
    return new Flow(id, keyword, languages, questions, closing, names, texts, known);
  }

  /// Questions and closing questions, in order.
  public List<Question> all() {
    var all = new ArrayList<>(questions);
    all.addAll(closing);
    return all;
  }

  public Optional<Question> question(String questionId) {
    return all().stream().filter(q -> q.id().equals(questionId)).findFirst();
  }

  /// A text with its names filled in. What has no name yet (`{receipt}`) stays.
  public String text(String language, FlowText text) {
    return text(language, text, Map.of());
  }

  /// A text with its names and these filled in.
  public String text(String language, FlowText text, Map<String, String> more) {
    var written = texts.getOrDefault(language, Map.of()).get(text.key());
    if (written == null) {
      throw new IllegalArgumentException("no text " + text.key() + " in " + language);
    }
    return filled(language, written, more);
  }

  /// What a question asks, with names filled in.
  public String ask(Question question, String language) {
    return filled(language, question.text().getOrDefault(language, ""), Map.of());
  }

  /// The same question in other words, if it has them.
  public String askAgain(Question question, String language) {
    String other = question.again().get(language);
    return other == null ? ask(question, language) : filled(language, other, Map.of());
  }

  private String filled(String language, String written, Map<String, String> more) {
    return PLACEHOLDER
        .matcher(written)
        .replaceAll(found -> {
          var value = value(language, found.group(1), more);
          return Matcher.quoteReplacement(value.orElse(found.group()));
        });
  }

  private Optional<String> value(String language, String name, Map<String, String> more) {
    if (more.containsKey(name)) {
      return Optional.ofNullable(more.get(name));
    }
    return switch (name) {
      case "keyword" -> Optional.of(keyword);
      case "questions" -> Optional.of(questionCount(language));
      // As it is counted in the offer of languages.
      case "number" -> Optional.of(String.valueOf(languages.indexOf(language) + 1));
      default -> Optional.ofNullable(names.getOrDefault(language, Map.of()).get(name));
    };
  }

  private String questionCount(String language) {
    return questions.size() == 1
        ? text(language, FlowText.QUESTIONS_ONE)
        : text(
            language,
            FlowText.QUESTIONS_SEVERAL,
            Map.of("count", String.valueOf(questions.size())));
  }
}
