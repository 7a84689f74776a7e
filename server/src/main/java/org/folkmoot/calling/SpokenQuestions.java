package org.folkmoot.calling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.Flows;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.sms.voice.CallQuestion;
import org.folkmoot.sms.voice.CallQuestions;
import org.folkmoot.sms.voice.CallWords;
import org.folkmoot.sms.words.Choices.Choice;
import org.folkmoot.texting.TextLine;
import org.folkmoot.texting.TextingService;

/// The questions of a consultation that are asked by text and can be answered with a key. Those of
/// the sample have words of their own for the ear; of others the question is read up to its
/// question mark, and then what can be chosen.
record SpokenQuestions(TextingService texting) {

  private static final int KEYS = 9;

  /// @param languages a question that lacks one of them is left out
  List<CallQuestion> of(PhoneLine line, List<String> languages) {
    return texting
        .line(line.consultation())
        .map(TextLine::flow)
        .map(flow ->
            flow.questions().stream()
                .flatMap(question -> spoken(flow, question, languages).stream())
                .toList())
        .orElse(List.of());
  }

  private static Optional<CallQuestion> spoken(
      Flow flow, Question question, List<String> languages) {
    Map<String, String> ask = new HashMap<>();
    languages.stream()
        .filter(language -> question.text().containsKey(language))
        .forEach(language -> ask.put(language, asked(flow.ask(question, language))));
    if (!ask.keySet().containsAll(languages)) {
      return Optional.empty();
    }
    return switch (question.kind()) {
      case YES_NO -> Optional.of(sample(question).orElseGet(() -> yesOrNo(question, ask)));
      case CHOICE ->
          question.choices().size() > KEYS || question.several()
              ? Optional.empty()
              : Optional.of(sample(question).orElseGet(() -> choice(question, ask, languages)));
      default -> Optional.empty();
    };
  }

  /// The sample's own words, as long as the same can be chosen.
  private static Optional<CallQuestion> sample(Question question) {
    boolean isSample =
        Flows.afterSix()
            .question(question.id())
            .filter(q -> q.text().equals(question.text()))
            .isPresent();
    Set<String> keys = question.choices().stream().map(Choice::key).collect(Collectors.toSet());
    return CallQuestions.afterSix().stream()
        .filter(_ -> isSample)
        .filter(q -> q.id().equals(question.id()))
        .filter(q -> keys.isEmpty() || means(q).equals(keys))
        .findFirst();
  }

  private static Set<String> means(CallQuestion question) {
    return new HashSet<>(question.choices().stream().map(CallQuestion.Choice::means).toList());
  }

  private static CallQuestion yesOrNo(Question question, Map<String, String> ask) {
    return new CallQuestion(
        question.id(),
        ask,
        List.of(
            new CallQuestion.Choice("1", "1", labels("yes", ask.keySet())),
            new CallQuestion.Choice("2", "2", labels("no", ask.keySet()))));
  }

  private static Map<String, String> labels(String key, Set<String> languages) {
    return languages.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                language -> language, language -> CallWords.say(language, key)));
  }

  private static CallQuestion choice(
      Question question, Map<String, String> ask, List<String> languages) {
    List<CallQuestion.Choice> choices = new ArrayList<>();
    for (Choice choice : question.choices()) {
      String label = choice.words().isEmpty() ? choice.key() : choice.words().getFirst();
      Map<String, String> labels = new HashMap<>();
      languages.forEach(language -> labels.put(language, label));
      choices.add(
          new CallQuestion.Choice(String.valueOf(choices.size() + 1), choice.key(), labels));
    }
    return new CallQuestion(question.id(), ask, choices);
  }

  /// Without the count before it and the ways to answer by text after it.
  private static String asked(String text) {
    String bare = text.replaceFirst("^[0-9]+/[0-9]+\\s*", "");
    int mark = bare.indexOf('?');
    return mark < 0 ? bare : bare.substring(0, mark + 1);
  }
}
