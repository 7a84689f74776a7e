package org.folkmoot.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhoneNumberTest {

  @Test
  void a_number_is_read_as_people_write_it() {
    assertThat(PhoneNumber.parse(" +44 (7700) 900-123 "))
        .contains(new PhoneNumber("+447700900123"));
    assertThat(PhoneNumber.parse("0048 601 234 567")).contains(new PhoneNumber("+48601234567"));
  }

  @Test
  void what_is_no_international_number_is_refused_without_repeating_it() {
    assertThat(PhoneNumber.parse("07700 900123")).isEmpty();
    assertThat(PhoneNumber.parse("Vodafone")).isEmpty();
    assertThat(PhoneNumber.parse("+0447700900123")).isEmpty();
    assertThatThrownBy(() -> new PhoneNumber("07700900123"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("7700");
  }

  @Test
  void printing_shows_neither_the_number_nor_the_words() {
    var number = new PhoneNumber("+447700900123");
    var inbound =
        new InboundMessage(
            "twilio", "SM1", number, "+447700900999", "secret", 0, null, Instant.EPOCH);
    var outbound = new OutboundMessage("out-1", number, null, "secret");

    assertThat(number).hasToString("+44…123");
    assertThat(inbound.toString()).contains("SM1", "+44…123").doesNotContain("secret", "7700900");
    assertThat(outbound.toString()).contains("out-1").doesNotContain("secret", "7700900");
  }

  @Test
  void a_delivery_only_moves_forward() {
    assertThat(DeliveryStatus.State.SENT.mayBecome(DeliveryStatus.State.DELIVERED)).isTrue();
    assertThat(DeliveryStatus.State.DELIVERED.mayBecome(DeliveryStatus.State.SENT)).isFalse();
    assertThat(DeliveryStatus.State.DELIVERED.mayBecome(DeliveryStatus.State.FAILED)).isFalse();
  }
}
