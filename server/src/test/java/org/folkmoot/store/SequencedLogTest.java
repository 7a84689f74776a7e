package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.folkmoot.store.SequencedLog.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SequencedLogTest {

  private final EmptyStore opened = EmptyStore.open();
  private final SequencedLog log = opened.store().log("ledger");

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void numbers_start_at_one_and_every_log_has_its_own() {
    assertThat(log.last("a")).isZero();
    assertThat(log.append("a", "x", said("one"))).isEqualTo(1);
    assertThat(log.append("a", "y", said("two"))).isEqualTo(2);
    assertThat(log.append("b", "x", said("three"))).isEqualTo(1);
    assertThat(log.append("a:1", "x", said("four"))).isEqualTo(1);

    assertThat(log.last("a")).isEqualTo(2);
    assertThat(log.after("a", 0, 10)).extracting(Entry::act).containsExactly("x", "y");
    assertThat(log.after("a", 1, 10)).extracting(Entry::act).containsExactly("y");
    assertThat(log.after("a", 0, 1)).extracting(Entry::act).containsExactly("x");
    assertThat(log.after("a", 2, 10)).isEmpty();
  }

  @Test
  void a_repeated_act_finds_the_first_entry() {
    log.append("a", "x", said("one"));
    log.append("a", "y", said("two"));

    assertThat(log.append("a", "x", said("again"))).isEqualTo(1);
    assertThat(opened.store().log("ledger").append("a", "y", said("again"))).isEqualTo(2);

    assertThat(log.last("a")).isEqualTo(2);
    assertThat(log.byAct("a", "x").orElseThrow().body()).isEqualTo(said("one"));
    assertThat(log.byAct("a", "z")).isEmpty();
  }

  @Test
  void a_node_finds_the_acts_that_another_wrote_since_it_last_looked() {
    var other = opened.store().log("ledger");
    log.append("a", "x", said("one"));
    other.append("a", "y", said("two"));

    assertThat(log.append("a", "y", said("again"))).isEqualTo(2);
    assertThat(log.append("a", "z", said("three"))).isEqualTo(3);
    assertThat(other.append("a", "z", said("again"))).isEqualTo(3);
    assertThat(other.append("a", "x", said("again"))).isEqualTo(1);
    assertThat(log.last("a")).isEqualTo(3);
  }

  @Test
  void erasing_takes_the_words_and_leaves_the_entry() {
    var seq = log.append("a", "x", said("my words").append("kind", "said"));

    log.erase("a", seq, "text");
    log.erase("a", seq, "text");

    assertThat(log.after("a", 0, 10))
        .containsExactly(new Entry(1, "x", new Document("kind", "said")));
  }

  @Test
  void sixteen_threads_on_two_nodes_leave_no_gap_and_nothing_twice() throws Exception {
    var nodes = new SequencedLog[] {log, opened.store().log("ledger")};
    var tasks = new ArrayList<Callable<Long>>();
    for (int i = 0; i < 1_600; i++) {
      var act = "act-" + i / 2; // every act comes twice
      var node = nodes[i % 2];
      tasks.add(() -> node.append("a", act, said(act)));
    }
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var answer : threads.invokeAll(tasks)) {
        assertThat(answer.get()).isBetween(1L, 800L);
      }
    }

    var entries = log.after("a", 0, 10_000);
    assertThat(entries)
        .extracting(Entry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 800).boxed().toList());
    assertThat(entries)
        .extracting(Entry::act)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 800).mapToObj(i -> "act-" + i).toList());
  }

  private static Document said(String text) {
    return new Document("text", text);
  }
}
