package org.folkmoot.sms.voice;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one telephone line says and asks. Immutable.
///
/// @param languages BCP 47, of [CallWords#LANGUAGES]; where there are two a caller chooses
/// @param names what stands for `{council}` and `{danger}`, by language
/// @param questions answered with a key
/// @param openQuestion answered in own words, by language
/// @param recorded names of recordings, by language and by the very words they say
/// @param isHearing whether answers are taken today; codes and call-backs always are
public record CallScript(
    List<String> languages,
    Map<String, Map<String, String>> names,
    List<CallQuestion> questions,
    Map<String, String> openQuestion,
    Map<String, Map<String, String>> recorded,
    boolean isHearing) {

  public CallScript {
    languages = List.copyOf(languages);
    names = Map.copyOf(names);
    questions = List.copyOf(questions);
    openQuestion = Map.copyOf(openQuestion);
    recorded = Map.copyOf(recorded);
    if (languages.isEmpty() || !openQuestion.keySet().containsAll(languages)) {
      throw new IllegalArgumentException("a line has its question in each of its languages");
    }
  }

  /// One that is read aloud by a machine throughout.
  public CallScript(
      List<String> languages,
      Map<String, Map<String, String>> names,
      List<CallQuestion> questions,
      Map<String, String> openQuestion,
      boolean isHearing) {
    this(languages, names, questions, openQuestion, Map.of(), isHearing);
  }

  /// The recording of these words.
  Optional<String> recording(String language, String words) {
    return Optional.ofNullable(recorded.getOrDefault(language, Map.of()).get(words));
  }

  Optional<CallQuestion> next(CallState state) {
    return questions.stream().filter(q -> !state.answers().containsKey(q.id())).findFirst();
  }
}
