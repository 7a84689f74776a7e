package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordServiceTest {

  @TempDir Path data;
  private Store store;
  private RecordRoom room;
  private RecordService record;
  private RecordReading reading;
  private Ledger ledger;

  @BeforeEach
  void open() {
    store = Store.embedded(data.resolve("store"));
    room =
        RecordRoom.in(
            store, Keys.open(data.resolve("master.json"), true, store), InstantSource.system());
    record = room.service();
    reading = room.reading();
    ledger = room.ledger();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_contribution_is_in_the_ledger_before_it_is_acknowledged() {
    Added added = record.add(said("No bus after six"));

    assertThat(added).isInstanceOf(Added.Kept.class);
    assertThat(added.seq()).isEqualTo(1);
    assertThat(ledger.about(added.id()))
        .extracting(e -> e.act().kind())
        .containsExactly(Act.Kind.RECEIVED);
  }

  @Test
  void a_pile_is_checked_by_two_officers_at_once_and_each_voice_once() throws Exception {
    List<String> pile =
        IntStream.range(0, 12).mapToObj(i -> record.add(said("Voice " + i)).id()).toList();
    record.takeBack(pile.get(5), Act.CONTRIBUTOR, "");
    record.check(pile.get(3), "Amina");

    try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          List.of(
              officers.submit(() -> record.check(pile, "Bea")),
              officers.submit(() -> record.check(pile, "Cal")));
      for (var one : both) {
        one.get();
      }
    }
    record.group(
        Map.of(pile.get(1), Set.of("t1"), pile.get(2), Set.of("t2"), "nobody", Set.of("t1")),
        "Bea");

    for (String id : pile) {
      boolean gone = id.equals(pile.get(5));
      assertThat(record.find(id).orElseThrow().status())
          .isEqualTo(gone ? Status.WITHDRAWN : Status.CLEARED);
      assertThat(ledger.about(id).stream().filter(e -> e.act().kind() == Act.Kind.CHECKED))
          .hasSize(gone ? 0 : 1);
    }
    assertThat(record.find(pile.get(2)).orElseThrow().themes()).containsExactly("t2");
    assertThat(ledger.verify("after-six").wrong()).isEmpty();
    assertThat(room.check().wrong("after-six")).isEmpty();
  }

  @Test
  void the_same_act_sent_again_is_the_same_contribution() {
    Added first = record.add(said("No bus after six").act("a1"));
    Added second = record.add(said("No bus after six").act("a1"));

    assertThat(second.receipt()).isEqualTo(first.receipt());
    assertThat(second).isEqualTo(new Added.Kept(first.id(), first.receipt(), first.seq(), true));
    assertThat(reading.heard("after-six")).containsEntry(Channel.PANEL, 1L);
  }

  @Test
  void eight_writers_at_once_leave_no_gap_in_the_log() throws Exception {
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        int n = i;
        writers.submit(() -> record.add(said("Voice " + n).act("act-" + n)));
      }
    }

    assertThat(ledger.verify("after-six")).isEqualTo(new Ledger.Verified(200, 0, List.of()));
  }

  @Test
  void the_public_reads_only_what_is_checked_and_allowed_on_the_website() {
    Added allowed = record.add(said("Read me").consent(published()));
    Added silent = record.add(said("Count me"));
    assertThat(reading.list(Reader.PUBLIC, RecordQuery.in("after-six")).voices()).isEmpty();

    record.check(allowed.id(), "Amina");
    record.check(silent.id(), "Amina");

    assertThat(reading.list(Reader.PUBLIC, RecordQuery.in("after-six")).voices())
        .extracting(Voice::text)
        .containsExactly("Read me");
    assertThat(reading.list(Reader.STAFF, RecordQuery.in("after-six")).voices()).hasSize(2);
  }

  @Test
  void a_safeguarding_phrase_is_seen_by_the_lead_alone() {
    Added held = record.add(said("He HITS   me when I get home late"));

    assertThat(held).isInstanceOf(Added.Held.class);
    assertThat(reading.list(Reader.STAFF, RecordQuery.in("after-six")).voices()).isEmpty();
    assertThat(reading.find(Reader.STAFF, held.id())).isEmpty();
    assertThat(reading.heard("after-six")).isEmpty();
    assertThat(reading.find(Reader.SAFEGUARDING, held.id())).isPresent();
  }

  @Test
  void what_is_taken_back_is_gone_and_the_figure_says_so() {
    Added added = record.add(said("Read me").consent(published()));
    record.check(added.id(), "Amina");
    record.group(added.id(), Set.of("waiting"), "Amina");
    var member = List.of(new RecordReading.Member(added.id(), 1));
    assertThat(reading.open(Reader.PUBLIC, member).shown()).isEqualTo(1);

    record.takeBack(added.id(), Act.CONTRIBUTOR, "");
    record.takeBack(added.id(), Act.CONTRIBUTOR, "");

    assertThat(reading.open(Reader.PUBLIC, member))
        .isEqualTo(new RecordReading.Opened(1, 0, 0, 1, List.of()));
    assertThat(record.find(added.id()).orElseThrow().text()).isEmpty();
    assertThat(reading.list(Reader.STAFF, RecordQuery.in("after-six").words("read")).voices())
        .isEmpty();
    assertThatThrownBy(() -> record.check(added.id(), "Amina"))
        .isInstanceOf(ContributionGoneException.class);
  }

  @Test
  void words_are_found_without_accents_and_case() {
    record.add(said("Najczęściej chodzę PIESZO"));

    assertThat(
            reading
                .list(Reader.STAFF, RecordQuery.in("after-six").words("pieszo najczesciej"))
                .voices())
        .hasSize(1);
  }

  @Test
  void a_receipt_is_found_however_it_is_typed() {
    Added added = record.add(said("No bus"));
    String typed = " " + added.receipt().printed().toLowerCase(java.util.Locale.ROOT) + " ";

    assertThat(ReceiptCode.parse(typed).flatMap(reading::byReceipt))
        .hasValueSatisfying(c -> assertThat(c.id()).isEqualTo(added.id()));
  }

  @Test
  void marks_replace_each_other_under_one_heading() {
    Added slip =
        record.add(
            NewContribution.to("after-six", Channel.STATEMENT)
                .capturedAs(CaptureKind.TALLY)
                .voices(new Voices.Tally(1))
                .mark("statement:s1:agree", 1)
                .alreadyChecked());

    record.mark(slip.id(), "statement:s1", "disagree", 1, Act.CONTRIBUTOR);

    assertThat(record.find(slip.id()).orElseThrow().marks())
        .containsExactly(java.util.Map.entry("statement:s1:disagree", 1));
  }

  private static NewContribution said(String text) {
    return NewContribution.to("after-six", Channel.PANEL).text(text, "en");
  }

  private static Consent published() {
    return Consent.countedOnly(Consent.Given.SCREEN, "en")
        .withScopes(new Consent.Scopes(true, false, true, false, false, false), "");
  }
}
