package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ClaimsTest {

  private static final EmptyStore OPENED = EmptyStore.open();
  private final Claims claims = OPENED.store().claims();

  @AfterAll
  static void close() {
    OPENED.close();
  }

  @Test
  void who_comes_first_holds_it_and_may_come_again() {
    assertThat(claims.holder("sms:1")).isEmpty();
    assertThat(claims.take("sms:1", "a")).isEqualTo("a");
    assertThat(claims.take("sms:1", "b")).isEqualTo("a");
    assertThat(claims.take("sms:1", "a")).isEqualTo("a");
    assertThat(claims.holder("sms:1")).contains("a");
  }

  @Test
  void only_the_holder_can_give_it_back() {
    claims.take("sms:2", "a");
    claims.release("sms:2", "b");
    assertThat(claims.take("sms:2", "b")).isEqualTo("a");
    claims.release("sms:2", "a");
    assertThat(claims.take("sms:2", "b")).isEqualTo("b");
  }

  @Test
  void of_many_at_once_all_are_told_the_same_holder() throws Exception {
    var tries =
        IntStream.range(0, 64)
            .<Callable<String>>mapToObj(i -> () -> claims.take("sms:3", "owner" + i))
            .toList();
    var told = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(tries)) {
        told.add(answer.get());
      }
    }
    assertThat(told).hasSize(1);
  }
}
