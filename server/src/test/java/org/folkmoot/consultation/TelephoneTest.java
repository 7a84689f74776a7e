package org.folkmoot.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One way of writing a number, however it was typed.
class TelephoneTest {

  @ParameterizedTest
  @CsvSource({
    "01632 960555, GB, 01632 960 555",
    "+44 7700 900999, GB, 07700 900 999",
    "+447700900999, GB, 07700 900 999",
    "(020) 7946 0000, GB, 020 7946 0000",
    "0800 1111222, GB, 0800 111 1222",
    "0117 4960000, GB, 0117 496 0000",
    "01214960000, GB, 0121 496 0000",
    "60777, GB, 60777",
    "'', GB, ''",
    "01632 960555 ext 4, GB, 01632 960555 ext 4",
    "+353 1 2345678, GB, +353 1 2345678",
    "01 234 5678, IE, 01 234 5678"
  })
  void a_number_is_shown_in_groups(String written, String country, String shown) {
    assertThat(Telephone.shown(written, country)).isEqualTo(shown);
  }
}
