package org.folkmoot.sms.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said on the telephone, as it is heard: once, by ear, without a page to look back at.
class SpokenWordsTest {

  private static final int WORDS = 20;
  private static final Map<String, String> NAMES =
      Map.of("council", "Wrenmouth Council", "danger", "112 or 999", "key", "1");

  @ParameterizedTest
  @ValueSource(strings = {"en", "pl", "bn"})
  void every_sentence_has_fewer_than_twenty_words(String language) {
    var holds = new SoftAssertions();
    for (String key : CallWords.keys(language)) {
      sentences(language, CallWords.say(language, key, NAMES))
          .forEach(said -> holds.assertThat(words(said)).as(said).isLessThan(WORDS));
    }
    for (CallQuestion question : CallQuestions.afterSix()) {
      sentences(language, question.ask().getOrDefault(language, ""))
          .forEach(said -> holds.assertThat(words(said)).as(said).isBetween(1, WORDS - 1));
    }
    holds.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pl", "bn"})
  void nothing_that_is_said_is_a_wall(String language) {
    for (String key : CallWords.keys(language)) {
      assertThat(sentences(language, CallWords.say(language, key))).as(key).hasSizeLessThan(10);
    }
  }

  @Test
  void all_languages_say_the_same_things() {
    assertThat(CallWords.keys("pl")).isEqualTo(CallWords.keys("en"));
    // Letters are said in English where no machine speaks the language, and that is said.
    Set<String> recorded = new TreeSet<>(CallWords.keys("en"));
    recorded.removeIf(key -> key.matches("sign\\.[A-Z]"));
    recorded.add("in.english");
    assertThat(CallWords.keys("bn")).isEqualTo(recorded);
  }

  @Test
  void everything_in_a_language_that_no_machine_speaks_is_among_what_is_recorded() {
    Set<String> recorded = new TreeSet<>();
    SpokenLines.of("bn", 3, NAMES, CallQuestions.afterSix(), "কী হয়েছিল?")
        .forEach(line -> recorded.add(line.id()));

    Set<String> besides = new TreeSet<>(CallWords.keys("bn"));
    besides.removeAll(recorded);

    // Parts of others; and a number that is nobody's line is told by machine.
    assertThat(besides).containsExactly("choice", "no", "nobody", "yes");
    assertThat(recorded).contains("Q1", "Q1.7", "Q4.4", "question", "sign.0", "sign.9");
  }

  @Test
  void a_code_is_said_sign_by_sign_as_words_and_slowly() {
    assertThat(CallWords.spelled("en", "9M1", 1))
        .containsExactly(
            new Line.Say("en", "nine."),
            new Line.Silence(1),
            new Line.Say("en", "M for Mike."),
            new Line.Silence(1),
            new Line.Say("en", "one."),
            new Line.Silence(1));
    assertThat(CallWords.spelled("pl", "951204", 3))
        .contains(new Line.Say("pl", "dziewięć, pięć, jeden."), new Line.Silence(1));
  }

  @Test
  void every_sign_of_a_code_has_words() {
    for (char sign : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
      CallWords.READ_ALOUD.forEach(
          language -> assertThat(CallWords.say(language, "sign." + sign)).isNotBlank());
    }
  }

  private static List<String> sentences(String language, String words) {
    return CallWords.lines(language, words).stream()
        .map(line -> ((Line.Say) line).words())
        .toList();
  }

  private static int words(String sentence) {
    return sentence.split("\\s+").length;
  }
}
