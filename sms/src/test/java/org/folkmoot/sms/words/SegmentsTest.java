package org.folkmoot.sms.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.sms.words.Segments.Encoding;
import org.folkmoot.sms.words.Segments.Offender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

  @ParameterizedTest
  @CsvSource({
    "a, 160, GSM_7, 160, 1",
    "a, 161, GSM_7, 161, 2",
    "a, 306, GSM_7, 306, 2",
    "a, 307, GSM_7, 307, 3",
    "€, 80, GSM_7, 160, 1",
    "€, 81, GSM_7, 162, 2",
    "ą, 70, UCS_2, 70, 1",
    "ą, 71, UCS_2, 71, 2",
    "😊, 35, UCS_2, 70, 1",
    "😊, 36, UCS_2, 72, 2",
  })
  void a_text_is_measured_as_the_networks_do(
      String character, int times, Encoding encoding, int units, int parts) {
    var segments = Segments.of(character.repeat(times));

    assertThat(segments.encoding()).isEqualTo(encoding);
    assertThat(segments.units()).isEqualTo(units);
    assertThat(segments.parts()).isEqualTo(parts);
  }

  @Test
  void the_polish_question_takes_two_parts() {
    var segments =
        Segments.of(
            "1/5 Jak najczęściej podróżujesz po 18:00? 1 autobus 2 samochód 3 pieszo 4 rower 5 taxi"
                + " 6 ktoś mnie podwozi 7 nie wychodzę");

    assertThat(segments.encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(segments.units()).isEqualTo(121);
    assertThat(segments.parts()).isEqualTo(2);
  }

  @Test
  void neither_an_extension_character_nor_a_surrogate_pair_is_cut() {
    // 152 letters leave one unit free, which a two-unit character cannot use
    assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(151)).parts()).isEqualTo(2);
    assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).parts()).isEqualTo(3);
    assertThat(Segments.of("ą".repeat(66) + "😊" + "ą".repeat(66)).parts()).isEqualTo(3);
  }

  @Test
  void the_characters_that_cost_are_named_with_a_swap() {
    var segments = Segments.of("It’s late – “so” late… ł 😊 ’");

    assertThat(segments.offenders())
        .containsExactly(
            new Offender("’", 2, "'", true),
            new Offender("–", 1, "-", true),
            new Offender("“", 1, "\"", true),
            new Offender("”", 1, "\"", true),
            new Offender("…", 1, "...", true),
            new Offender("ł", 1, "l", false),
            new Offender("😊", 1, "", false));
    assertThat(Segments.swapTypography("It’s late – ł…")).isEqualTo("It's late - ł...");
  }

  @Test
  void letters_of_western_europe_cost_nothing_extra() {
    assertThat(Segments.of("Ünïted ÄÖÜ ñ é à £").encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(Segments.of("ÄÖÜ ñ é à £ ß Ç").encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(Segments.of("ç").offenders()).containsExactly(new Offender("ç", 1, "c", false));
  }

  @Test
  void nothing_is_no_part() {
    assertThat(Segments.of("").parts()).isZero();
  }
}
