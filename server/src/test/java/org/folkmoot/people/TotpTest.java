package org.folkmoot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes of authenticator apps, against the vectors of RFC 6238, appendix B (the last six of its
/// eight digits).
class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void codes_are_those_of_the_standard(long seconds, String code) {
    assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
    assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(seconds + 30)))
        .hasValue(seconds / 30);
    assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(seconds + 90))).isEmpty();
  }

  @Test
  void a_secret_is_shown_in_base32() {
    assertThat(Totp.shown(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }
}
