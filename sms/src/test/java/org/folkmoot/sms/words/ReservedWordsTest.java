package org.folkmoot.sms.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.sms.words.ReservedWords.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedWordsTest {
  private final ReservedWords words = new ReservedWords();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STOP|STOP",
        "stop please|STOP",
        "Please stop texting me!|STOP",
        "“Stop.”|STOP",
        "ok stop now|STOP",
        "end|STOP",
        "Unsubscribe|STOP",
        "opt-out|STOP",
        "KONIEC|STOP",
        "Proszę przestańcie pisać|STOP",
        "rezygnuje|STOP",
        "বন্ধ|STOP",
        "start|START",
        "Wznow|START",
        "help|HELP",
        "Help please?|HELP",
        "POMOC!|HELP",
        "go|GO",
        "Go.|GO",
        "ok go|GO",
        "Tak|GO",
        "skip this please|SKIP",
        "pomin|SKIP",
        "POMIŃ|SKIP",
        "done|DONE",
        "I'm done thanks|DONE",
        "That’s all|DONE",
        "gotowe|DONE",
        "forget my answers|FORGET",
        "USUŃ|FORGET",
        "Results?|RESULT",
        "what is the result|RESULT",
        "wyniki|RESULT"
      })
  void a_reserved_word_is_understood_in_every_way_it_is_typed(String text, ReservedWord word) {
    assertThat(words.read(text)).contains(new Command(word, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The bus did not stop for me",
        "don't stop",
        "bus stop",
        "stop the cuts",
        "I could not get help at the station",
        "Forget the 9 o'clock bus, we need one at 11",
        "I want results that help my mother",
        "we go to work at 6",
        "at the end of the day I walk",
        "",
        "!!!",
        "2"
      })
  void a_sentence_with_a_reserved_word_in_it_stays_a_sentence(String text) {
    assertThat(words.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FORGET 9MY-1MV2-K4T",
        "forget 9my1mv2k4t",
        "Forget 9my 1mv2 k4t please",
        "forget code: 9MY-IMV2-K4T",
        "USUŃ 9MY-1MV2-K4T"
      })
  void forget_takes_a_code_as_people_copy_it(String text) {
    assertThat(words.read(text)).contains(new Command(ReservedWord.FORGET, "9MY1MV2K4T"));
  }

  @Test
  void result_takes_a_code_too() {
    assertThat(words.read("result 9MY-1MV2-K4T"))
        .contains(new Command(ReservedWord.RESULT, "9MY1MV2K4T"));
    assertThat(words.read("WYNIK 9my-1mv2-k4t"))
        .contains(new Command(ReservedWord.RESULT, "9MY1MV2K4T"));
  }

  @Test
  void thanks_after_the_end_is_recognised() {
    assertThat(words.isThanks("Thank you!")).isTrue();
    assertThat(words.isThanks("dziękuję")).isTrue();
    assertThat(words.isThanks("thank you for nothing")).isFalse();
  }

  @Test
  void the_longest_keyword_wins_and_the_sentence_stays_as_written() {
    var keywords = new Keywords(List.of("BUS", "BUS STOP", "AFTER SIX"));

    assertThat(keywords.match("BUS no way home after 6"))
        .contains(new Keywords.Match("BUS", "no way home after 6"));
    assertThat(keywords.match("bus")).contains(new Keywords.Match("BUS", ""));
    assertThat(keywords.match("\"Bus\"")).contains(new Keywords.Match("BUS", ""));
    assertThat(keywords.match("Bus: It’s dark – I walk."))
        .contains(new Keywords.Match("BUS", "It’s dark – I walk."));
    assertThat(keywords.match("bus stop is dark"))
        .contains(new Keywords.Match("BUS STOP", "is dark"));
    assertThat(keywords.match("after  six hello"))
        .contains(new Keywords.Match("AFTER SIX", "hello"));
    assertThat(keywords.match("buses are late")).isEmpty();
    assertThat(keywords.match("no bus")).isEmpty();
    assertThat(keywords.match("")).isEmpty();
  }
}
