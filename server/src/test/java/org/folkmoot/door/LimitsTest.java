package org.folkmoot.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// Somebody with a whole network of addresses is one network.
final class LimitsTest {

  @Test
  void an_address_is_in_the_same_network_however_it_is_written() {
    assertThat(Limits.network("2001:db8::a:b:c:d"))
        .isEqualTo(Limits.network("2001:db8:0:0:1:2:3:4"))
        .isEqualTo(Limits.network("2001:0DB8::1"))
        .isNotEqualTo(Limits.network("2001:db8:0:1::1"));
    assertThat(Limits.network("203.0.113.7"))
        .isEqualTo(Limits.network("::ffff:203.0.113.9"))
        .isNotEqualTo(Limits.network("203.0.114.7"));
    assertThat(Limits.network("unknown")).isEqualTo("unknown");
  }

  @Test
  void a_network_of_many_addresses_is_stopped() {
    Limits limits = new Limits(InstantSource.system());
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                limits.spend(Limit.CODE, "", "2001:db8::%x:0:0:1".formatted(i + 1));
              }
            })
        .isInstanceOf(ProblemException.class);
  }
}
