package org.folkmoot.calling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.sms.voice.CallQuestion;
import org.folkmoot.sms.voice.CallScript;
import org.folkmoot.sms.voice.CallWords;
import org.folkmoot.sms.voice.SpokenLine;
import org.folkmoot.sms.voice.SpokenLines;
import org.folkmoot.texting.TextingService;

/// What phone lines say now: their words, and which of them are played from recordings.
/// Thread-safe.
final class Scripts {

  private final ConsultationService consultations;
  private final SpokenQuestions questions;
  private final PromptRepository prompts;

  Scripts(ConsultationService consultations, TextingService texting, PromptRepository prompts) {
    this.consultations = consultations;
    this.questions = new SpokenQuestions(texting);
    this.prompts = prompts;
  }

  /// Words of a call, and the recording that was made for this place in it.
  ///
  /// @param recorded maybe of other words, which stood here before
  record Row(SpokenLine line, Optional<RecordedPrompt> recorded) {

    /// Whether callers hear the recording.
    boolean isPlayed() {
      return recorded.filter(prompt -> prompt.words().equals(line.words())).isPresent();
    }
  }

  /// Everything of a line that can be recorded in one of its languages.
  List<Row> rows(PhoneLine line, String language) {
    return rows(line, language, prompts.of(line.consultation()));
  }

  private List<Row> rows(PhoneLine line, String language, List<RecordedPrompt> all) {
    List<RecordedPrompt> mine =
        all.stream().filter(prompt -> prompt.language().equals(language)).toList();
    return lines(line, language).stream().map(said -> new Row(said, best(mine, said))).toList();
  }

  /// The one of these very words, wherever they stood; else the newest that was made for the place.
  private static Optional<RecordedPrompt> best(List<RecordedPrompt> prompts, SpokenLine said) {
    return prompts.stream()
        .filter(prompt -> prompt.words().equals(said.words()))
        .findFirst()
        .or(() -> prompts.stream().filter(p -> p.line().equals(said.id())).findFirst());
  }

  private List<SpokenLine> lines(PhoneLine line, String language) {
    List<String> languages = line.languages();
    return SpokenLines.of(
        language,
        languages.size() > 1 ? languages.indexOf(language) + 1 : 0,
        names(languages).getOrDefault(language, Map.of()),
        asked(line, language),
        line.question().getOrDefault(language, ""));
  }

  /// What is asked on the line, in a language as far as it is written in it.
  private List<CallQuestion> asked(PhoneLine line, String language) {
    List<String> readAloud = readAloud(line);
    if (readAloud.contains(language)) {
      return questions.of(line, readAloud);
    }
    List<String> more = new ArrayList<>(readAloud);
    more.add(language);
    Map<String, CallQuestion> written =
        questions.of(line, more).stream()
            .collect(Collectors.toMap(CallQuestion::id, question -> question));
    return questions.of(line, readAloud).stream()
        .map(question -> written.getOrDefault(question.id(), question))
        .toList();
  }

  /// The languages that callers can choose: who cannot be read to by machine is not sent half way,
  /// so that others are there only when all is recorded.
  List<String> offered(PhoneLine line) {
    return offered(line, prompts.of(line.consultation()));
  }

  private List<String> offered(PhoneLine line, List<RecordedPrompt> all) {
    return line.languages().stream()
        .filter(language ->
            CallWords.READ_ALOUD.contains(language)
                || rows(line, language, all).stream().allMatch(Row::isPlayed))
        .toList();
  }

  private static List<String> readAloud(PhoneLine line) {
    return line.languages().stream().filter(CallWords.READ_ALOUD::contains).toList();
  }

  CallScript of(PhoneLine line, boolean isHearing) {
    List<RecordedPrompt> all = prompts.of(line.consultation());
    List<String> offered = offered(line, all);
    return new CallScript(
        offered,
        names(offered),
        questions(line, offered),
        line.question(),
        recorded(line, offered, all),
        isHearing);
  }

  private Map<String, Map<String, String>> recorded(
      PhoneLine line, List<String> offered, List<RecordedPrompt> all) {
    Map<String, Map<String, String>> recorded = new HashMap<>();
    for (String language : offered) {
      Map<String, String> byWords = new HashMap<>();
      rows(line, language, all).stream()
          .filter(Row::isPlayed)
          .forEach(
              row -> row.recorded().ifPresent(prompt -> byWords.put(prompt.words(), prompt.id())));
      recorded.put(language, byWords);
    }
    return recorded;
  }

  /// Whether callers can hear this recording now.
  boolean plays(PhoneLine line, RecordedPrompt prompt) {
    List<RecordedPrompt> all = prompts.of(line.consultation());
    return line.on()
        && recorded(line, offered(line, all), all)
            .getOrDefault(prompt.language(), Map.of())
            .containsValue(prompt.id());
  }

  /// What a line asks with keys.
  List<CallQuestion> questions(PhoneLine line) {
    return questions(line, readAloud(line));
  }

  private List<CallQuestion> questions(PhoneLine line, List<String> languages) {
    return questions.of(line, languages);
  }

  private Map<String, Map<String, String>> names(List<String> languages) {
    var council = consultations.council();
    return SpokenAnswers.names(languages, council.name(), council.country());
  }
}
