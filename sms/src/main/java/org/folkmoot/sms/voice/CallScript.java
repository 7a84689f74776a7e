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
/// @param isHearing whether answers are taken today; codes and call-backs always are
public record CallScript(
    List<String> languages,
    Map<String, Map<String, String>> names,
    List<CallQuestion> questions,
    Map<String, String> openQuestion,
    boolean isHearing) {

  public CallScript {
    languages = List.copyOf(languages);
    names = Map.copyOf(names);
    questions = List.copyOf(questions);
    openQuestion = Map.copyOf(openQuestion);
    if (languages.isEmpty() || !openQuestion.keySet().containsAll(languages)) {
      throw new IllegalArgumentException("a line has its question in each of its languages");
    }
  }

  Optional<CallQuestion> next(CallState state) {
    return questions.stream().filter(q -> !state.answers().containsKey(q.id())).findFirst();
  }
}
