package org.folkmoot.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ReadOnceTest {

  private final AtomicInteger reads = new AtomicInteger();
  private final Supplier<Integer> read = reads::incrementAndGet;

  @Test
  void a_request_reads_a_thing_once_and_the_next_request_reads_it_anew() {
    Supplier<List<Integer>> request =
        () -> List.of(ReadOnce.of("council", read), ReadOnce.of("council", read));

    assertThat(ReadOnce.during(request)).containsExactly(1, 1);
    assertThat(ReadOnce.during(request)).containsExactly(2, 2);
  }

  @Test
  void what_a_request_changes_it_reads_again() {
    List<Integer> seen =
        ReadOnce.during(() -> {
          int before = ReadOnce.of("council", read);
          ReadOnce.forget("council");
          return List.of(before, ReadOnce.of("council", read));
        });

    assertThat(seen).containsExactly(1, 2);
  }

  @Test
  void away_from_a_request_everything_is_read_each_time() {
    assertThat(ReadOnce.of("council", read)).isEqualTo(1);
    assertThat(ReadOnce.of("council", read)).isEqualTo(2);
  }
}
