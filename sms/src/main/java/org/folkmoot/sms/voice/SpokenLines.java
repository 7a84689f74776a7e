package org.folkmoot.sms.voice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everything of a line's calls that can be recorded, in about the order in which it is heard. What
/// differs from call to call (a reason, a decision, the letters of a code) is not among it; the
/// digits of a code are, one by one.
public final class SpokenLines {

  private static final List<String> BEFORE =
      List.of("welcome", "welcome.closed", "menu.answer", "menu.closed", "menu");

  private static final List<String> AFTER =
      List.of(
          "story.keys",
          "speak",
          "story.kept",
          "story.empty",
          "under18",
          "yes.or.no",
          "use",
          "show",
          "thanks",
          "use.counted",
          "use.quoted",
          "use.shown",
          "answers.kept",
          "nothing",
          "code",
          "code.once.more",
          "code.letters",
          "code.keys",
          "code.enter",
          "code.unknown",
          "code.blocked",
          "became.received",
          "became.to.be.written",
          "became.checked",
          "became.refused",
          "became.held",
          "became.gone",
          "became.said",
          "became.did",
          "became.undecided",
          "became.keys",
          "back",
          "back.done",
          "back.for.now",
          "back.waits",
          "back.not",
          "person",
          "call.back",
          "call.back.enter",
          "call.back.wrong",
          "call.back.number",
          "call.back.done",
          "no.such.key",
          "silent",
          "moved.on",
          "bye");

  private SpokenLines() {}

  /// @param place which key chooses this language; 0 where nothing is to be chosen
  /// @param names what stands for `{council}` and `{danger}` in it
  /// @param questions answered with a key, in this language as far as they have it
  public static List<SpokenLine> of(
      String language,
      int place,
      Map<String, String> names,
      List<CallQuestion> questions,
      String openQuestion) {
    var lines = new ArrayList<SpokenLine>();
    if (place > 0) {
      lines.add(new SpokenLine("language", chooses(language, place)));
    }
    BEFORE.forEach(key -> lines.add(standing(language, key, names)));
    questions.forEach(question -> asked(lines, language, question));
    Stream.of("skip", "story").forEach(key -> lines.add(standing(language, key, names)));
    lines.add(new SpokenLine("question", openQuestion));
    AFTER.forEach(key -> lines.add(standing(language, key, names)));
    if (!CallWords.READ_ALOUD.contains(language)) {
      lines.add(standing(language, "in.english", names));
    }
    IntStream.range(0, 10)
        .forEach(digit -> lines.add(standing(language, "sign." + digit, Map.of())));
    // The same words are recorded once.
    Set<String> seen = new HashSet<>();
    return lines.stream().filter(line -> line.words().isEmpty() || seen.add(line.words())).toList();
  }

  private static void asked(List<SpokenLine> lines, String language, CallQuestion question) {
    lines.add(new SpokenLine(question.id(), question.ask().getOrDefault(language, "")));
    for (CallQuestion.Choice choice : question.choices()) {
      String label = choice.label().getOrDefault(language, "");
      lines.add(
          new SpokenLine(
              question.id() + "." + choice.key(),
              label.isEmpty() ? "" : choice(language, label, choice.key())));
    }
  }

  private static SpokenLine standing(String language, String key, Map<String, String> names) {
    return new SpokenLine(key, CallWords.say(language, key, names));
  }

  /// What chooses a language.
  static String chooses(String language, int place) {
    return CallWords.say(
        language, "language", Map.of("key", CallWords.say(language, "sign." + place)));
  }

  /// What chooses an answer.
  static String choice(String language, String label, String key) {
    return CallWords.say(
        language, "choice", Map.of("label", label, "key", CallWords.say(language, "sign." + key)));
  }
}
