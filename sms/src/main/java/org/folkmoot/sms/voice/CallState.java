package org.folkmoot.sms.voice;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where a call stands and what was answered in it. Immutable.
///
/// @param answers keys pressed by question, closing questions ([#UNDER18] …) included; empty text
///   for one that was left out
/// @param story whether something was recorded
/// @param code the receipt code that was told; empty before
/// @param asked the digits of an earlier call whose story is being told; empty else
/// @param misses keys in a row that led nowhere
/// @param wrongCodes digits in this call that stood for nothing
public record CallState(
    Step at,
    String language,
    Map<String, String> answers,
    boolean story,
    String code,
    String asked,
    int misses,
    int wrongCodes) {

  public static final String UNDER18 = "UNDER18";
  public static final String USE = "USE";
  public static final String SHOW = "SHOW";

  public CallState {
    answers = Map.copyOf(answers);
  }

  /// Nothing was heard yet.
  public static CallState begun(String language) {
    return new CallState(Step.LANGUAGE, language, Map.of(), false, "", "", 0, 0);
  }

  public boolean under18() {
    return isYes(UNDER18);
  }

  public boolean mayQuote() {
    return isYes(USE) && !under18();
  }

  public boolean mayShow() {
    return mayQuote() && isYes(SHOW);
  }

  /// Whether there is anything to keep.
  public boolean hasSaid() {
    return story
        || answers.entrySet().stream()
            .anyMatch(e -> !e.getValue().isEmpty() && !isClosing(e.getKey()));
  }

  /// Whether a question is one of those every way in ends with.
  public static boolean isClosing(String question) {
    return question.equals(UNDER18) || question.equals(USE) || question.equals(SHOW);
  }

  private boolean isYes(String question) {
    return answers.getOrDefault(question, "").equals("1");
  }

  CallState at(Step step) {
    return new CallState(step, language, answers, story, code, asked, 0, wrongCodes);
  }

  CallState in(String chosen) {
    return new CallState(at, chosen, answers, story, code, asked, misses, wrongCodes);
  }

  CallState answered(String question, String key) {
    var all = new LinkedHashMap<>(answers);
    all.put(question, key);
    return new CallState(at, language, all, story, code, asked, 0, wrongCodes);
  }

  /// What was spoken is there, whatever else happened.
  public CallState spoken() {
    return told();
  }

  /// Where it stands, and no more.
  public CallState withoutAnswers() {
    return new CallState(at, language, Map.of(), story, code, asked, misses, wrongCodes);
  }

  CallState told() {
    return new CallState(at, language, answers, true, code, asked, misses, wrongCodes);
  }

  CallState withCode(String receipt) {
    return new CallState(at, language, answers, story, receipt, asked, misses, wrongCodes);
  }

  CallState asking(String digits) {
    return new CallState(at, language, answers, story, code, digits, misses, wrongCodes);
  }

  CallState missed() {
    return new CallState(at, language, answers, story, code, asked, misses + 1, wrongCodes);
  }

  CallState wrongCode() {
    return new CallState(at, language, answers, story, code, asked, misses, wrongCodes + 1);
  }
}
