package org.folkmoot.sms.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.sms.words.Choices.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {
  private static final List<Choice> TRAVEL =
      List.of(
          new Choice("1", List.of("bus", "autobus")),
          new Choice("2", List.of("car", "samochód")),
          new Choice("3", List.of("walk", "pieszo")),
          new Choice("6", List.of("lift", "lift from others")));
  private static final List<Choice> LETTERS =
      List.of(
          new Choice("A", List.of("later buses")),
          new Choice("B", List.of("minibus", "a minibus")),
          new Choice("C", List.of("both", "some of both")),
          new Choice("D", List.of("no change")));

  private final Choices choices = new Choices();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|2",
        "2.|2",
        " \" 2 \" |2",
        "(2)|2",
        "two|2",
        "Two!|2",
        "dwa|2",
        "দুই|2",
        "২|2",
        "٢|2",
        "２|2",
        "2️⃣|2",
        "②|2",
        "option 2|2",
        "my answer is 2|2",
        "2 car|2",
        "Car|2",
        "samochod|2",
        "lift from others|6",
        "1 because I have no car|1",
        "mostly walk|3",
        "sześć|6"
      })
  void an_answer_is_understood_in_every_way_it_is_typed(String text, String key) {
    assertThat(choices.read(text, TRAVEL, false)).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"9", "1 and 3", "1,2", "bus or car", "1 car", "no bus", "maybe", "", "24"})
  void what_is_not_one_of_the_choices_or_more_than_one_is_not_guessed(String text) {
    assertThat(choices.read(text, TRAVEL, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|A",
        "B.|B",
        "b please|B",
        "A later buses|A",
        "a minibus|B",
        "a minibus you book|B",
        "some of both|C",
        "D no change|D",
        "A because a bus is a bus|A"
      })
  void letters_are_choices_only_where_they_stand_first(String text, String key) {
    assertThat(choices.read(text, LETTERS, false)).containsExactly(key);
  }

  @Test
  void several_are_read_in_order_where_several_may_be_chosen() {
    assertThat(choices.read("3, 1 and 3", TRAVEL, true)).containsExactly("3", "1");
    assertThat(choices.read("c and a", LETTERS, true)).containsExactly("C", "A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes|1",
        "1|1",
        "Yes but not often|1",
        "tak|1",
        "NO|2",
        "no I did not|2",
        "nie|2",
        "না|2",
        "two|2"
      })
  void yes_and_no_are_understood_in_every_language(String text, String key) {
    assertThat(choices.read(text, choices.yesOrNo(), false)).containsExactly(key);
  }
}
