package org.folkmoot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void a_missing_text_is_named() {
    assertThatThrownBy(() -> Words.english().say("common.nothing-like-it"))
        .isInstanceOf(MissingWordException.class)
        .hasMessageContaining("words/en: common.nothing-like-it");
  }

  @Test
  void an_unknown_language_is_answered_in_english() {
    assertThat(Words.of("xx").language()).isEqualTo("en");
    assertThat(Words.of("pl-PL").language()).isEqualTo("pl");
  }

  @Test
  void dates_are_written_as_people_write_them() {
    assertThat(Words.english().date(LocalDate.of(2027, 5, 3))).isEqualTo("Monday 3 May 2027");
    assertThat(Words.of("pl").date(LocalDate.of(2027, 5, 3))).isEqualTo("poniedziałek 3 maja 2027");
  }

  @Test
  void a_language_names_itself() {
    assertThat(Words.of("pl").languageName()).isEqualTo("Polski");
  }
}
