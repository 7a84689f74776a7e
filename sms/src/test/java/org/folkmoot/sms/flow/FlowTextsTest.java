package org.folkmoot.sms.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.folkmoot.sms.words.Segments;
import org.folkmoot.sms.words.Segments.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the sample conversation says, as it is paid for.
class FlowTextsTest {
  /// Languages whose letters, or the way people text without some of them, fit the plain alphabet.
  private static final List<String> PLAIN = List.of("en", "pl");

  private static final Map<String, String> MORE =
      Map.ofEntries(
          Map.entry("receipt", "9MY-1MV2-K4T"),
          Map.entry("choices", "1, 2, 3, 4, 5, 6 or 7"),
          Map.entry("languages", "1 English, 2 Polski, 3 Bangla"),
          Map.entry("from", "0"),
          Map.entry("to", "100"),
          Map.entry("count", "5"),
          Map.entry("said", "no way home after six for many."),
          Map.entry("did", "buses to 22:40 on 2 roads."),
          Map.entry("code", "9MY-1MV2-K4T"),
          Map.entry("why", "It attacks people for who they are, or threatens somebody."));

  private final Flow flow = Flows.afterSix();

  @ParameterizedTest
  @CsvSource({"Q1, 120", "Q2, 132", "Q3, 118", "Q4, 122", "Q5, 78"})
  void the_english_questions_have_the_length_they_were_written_for(String id, int units) {
    var segments = Segments.of(flow.ask(flow.question(id).orElseThrow(), "en"));

    assertThat(segments.encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(segments.units()).isEqualTo(units);
  }

  @Test
  void the_texts_around_them_too() {
    assertThat(flow.text("en", FlowText.CONSENT))
        .isEqualTo(
            "Wrenmouth Council: After Six travel survey, 5 questions. Answers go in a public"
                + " report, never your number. Reply GO to start, HELP for info, STOP to end.")
        .hasSize(153);
    assertThat(flow.text("en", FlowText.HELP)).hasSize(157);
    assertThat(flow.text("en", FlowText.STOPPED)).hasSize(135);
    assertThat(flow.text("en", FlowText.SAFETY)).hasSize(152);
    assertThat(flow.text("en", FlowText.THANKS, Map.of("receipt", "MQ6-PGWK"))).hasSize(136);
    assertThat(flow.text("en", FlowText.INVALID, Map.of("choices", "1, 2, 3, 4, 5, 6 or 7")))
        .hasSize(86);
    assertThat(flow.text("en", FlowText.LANGUAGE)).isEqualTo("In English: reply 1.");
    assertThat(flow.text("pl", FlowText.LANGUAGE)).isEqualTo("Po polsku: odpisz 2.");
  }

  @Test
  void the_polish_question_costs_two_parts() {
    var segments = Segments.of(flow.ask(flow.question("Q1").orElseThrow(), "pl"));

    assertThat(segments.encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(segments.units()).isEqualTo(121);
    assertThat(segments.parts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(FlowText.class)
  void every_standard_text_fits_one_part_in_both_languages_with_every_name_filled(FlowText text) {
    for (var language : PLAIN) {
      var said = flow.text(language, text, MORE);

      assertThat(said).doesNotContain("{", "}");
      assertThat(Segments.of(said).offenders()).isEmpty();
      assertThat(Segments.of(said).parts()).as(said + " " + said.length()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(FlowText.class)
  void every_text_in_bangla_is_counted_as_what_it_costs_and_is_three_parts_at_most(FlowText text) {
    var said = flow.text("bn", text, MORE);
    var segments = Segments.of(said);

    assertThat(said).doesNotContain("{", "}");
    assertThat(segments.parts()).as(said + " " + said.length()).isBetween(1, 3);
    if (segments.encoding() == Encoding.UCS_2) {
      assertThat(segments.units()).isEqualTo(said.length());
    }
  }

  @Test
  void every_question_in_bangla_is_two_parts_at_most() {
    for (var question : flow.all()) {
      for (var said : List.of(flow.ask(question, "bn"), flow.askAgain(question, "bn"))) {
        var segments = Segments.of(said);
        assertThat(segments.encoding()).isEqualTo(Encoding.UCS_2);
        assertThat(segments.parts()).as(said + " " + said.length()).isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void three_languages_are_offered_in_one_part_as_in_the_sample() {
    assertThat(
            flow.text(
                "en", FlowText.LANGUAGES, Map.of("languages", "1 English, 2 Polski, 3 Bangla")))
        .isEqualTo("Reply 1 English, 2 Polski, 3 Bangla")
        .hasSize(35);
  }

  @Test
  void the_closing_questions_fit_one_part_each_in_both_languages() {
    for (var language : PLAIN) {
      for (var question : flow.closing()) {
        var segments = Segments.of(flow.ask(question, language));
        assertThat(segments.offenders()).isEmpty();
        assertThat(segments.parts()).isEqualTo(1);
      }
    }
  }

  @Test
  void every_question_has_other_words_for_who_did_not_understand_that_fit_one_part() {
    for (var language : PLAIN) {
      for (var question : flow.all()) {
        var other = flow.askAgain(question, language);
        assertThat(other).isNotEqualTo(flow.ask(question, language));
        assertThat(Segments.of(other).offenders()).isEmpty();
        assertThat(Segments.of(other).parts()).as(other).isEqualTo(1);
      }
    }
  }

  @Test
  void each_forget_says_what_it_reaches() {
    assertThat(flow.text("en", FlowText.FORGOTTEN))
        .startsWith("Done.")
        .contains("All this phone sent in the last 14 days", "FORGET with their code");
    assertThat(flow.text("en", FlowText.FORGOTTEN_ONE))
        .startsWith("Done.")
        .contains("this code", "The rest stays", "FORGET alone");
  }

  @Test
  void names_can_be_set_by_the_portal() {
    var elsewhere = flow.with(Map.of("danger", "112"));

    assertThat(elsewhere.text("pl", FlowText.LIVE)).contains("112").doesNotContain("999");
    assertThat(elsewhere.text("pl", FlowText.HELP)).contains("01632 960 555");
  }

  @Test
  void a_consultation_with_one_question_makes_a_flow() {
    var names = Map.of("en", Map.of("council", "Wrenmouth Council", "survey", "Libraries"));
    var one =
        Flows.withOneQuestion(
            "libraries", "BOOK", Map.of("en", "What should the library do next?"), false, names);

    assertThat(one.languages()).containsExactly("en");
    assertThat(one.all()).extracting(Question::id).containsExactly("Q1", "USE", "SHOW", "TELL");
    assertThat(one.text("en", FlowText.CONSENT))
        .startsWith("Wrenmouth Council: Libraries, 1 question.");
  }

  @Test
  void a_file_that_is_no_flow_is_refused_with_the_reason() {
    assertThatThrownBy(() -> Flows.read("{\"id\":\"x\",\"colour\":1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colour");
    assertThatThrownBy(() ->
            Flows.read(
                "{\"id\":\"x\",\"keyword\":\"X\",\"languages\":[\"en\",\"pl\"],\"questions\":"
                    + "[{\"id\":\"Q1\",\"kind\":\"OPEN\",\"text\":{\"en\":\"Why?\"}}]}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Q1 has no text in pl");
    assertThat(Flows.LANGUAGES).isEqualTo(List.of("en", "pl", "bn"));
  }
}
