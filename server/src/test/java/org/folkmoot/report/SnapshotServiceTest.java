package org.folkmoot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.report.ReportTown.SLUG;
import static org.folkmoot.report.ReportTown.quotable;
import static org.folkmoot.report.ReportTown.said;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.folkmoot.record.Added;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Reader;
import org.folkmoot.record.Voices;
import org.folkmoot.report.Opening.Open;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotServiceTest {

  @TempDir Path data;
  private ReportTown town;

  @BeforeEach
  void open() {
    town = new ReportTown(data);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @Test
  void people_things_said_and_marks_are_counted_apart() {
    town.sixOnThePanel();
    town.add(said(Channel.PUBLIC_MEETING, "Our table wants lights").voices(new Voices.Group(6)));
    town.dots("later-buses", 40);

    Snapshot frozen = town.snapshots.freeze(SLUG, "Officer");

    assertThat(town.total(frozen, "all:people")).isEqualTo(6);
    assertThat(town.total(frozen, "all:items")).isEqualTo(8);
    assertThat(town.total(frozen, "all:marks")).isEqualTo(40);
    assertThat(town.total(frozen, "door:forum:people")).isEqualTo(1);
    assertThat(town.total(frozen, "door:public_meeting:people")).isZero();
    assertThat(town.total(frozen, "mode:face_to_face:items")).isEqualTo(1);
    assertThat(town.total(frozen, "mark:dot:later-buses")).isEqualTo(40);
    assertThat(town.total(frozen, "choice:panel::q1:later")).isEqualTo(6);
  }

  @Test
  void what_is_held_declined_or_taken_back_before_is_not_counted() {
    List<Added> six = town.sixOnThePanel();
    town.record.service().takeBack(six.get(1).id(), "contributor", "");
    town.record.service().decline(six.get(2).id(), "Officer", "Not about buses");
    town.record.service().hold(six.get(3).id(), "Officer");

    Snapshot frozen = town.snapshots.freeze(SLUG, "Officer");

    assertThat(town.total(frozen, "door:panel:people")).isEqualTo(3);
  }

  @Test
  void every_figure_adds_up_for_every_reader_whatever_happens_after() {
    List<Added> six = town.sixOnThePanel();
    six.forEach(added -> town.record.service().group(added.id(), Set.of("lights"), "Officer"));
    town.add(said(Channel.SMS, "Quote me only").participant("p9").consent(quotable()));
    town.dots("later-buses", 40);
    Snapshot frozen = town.snapshots.freeze(SLUG, "Officer");

    town.record.service().takeBack(six.get(0).id(), "contributor", "");
    town.record.service().decline(six.get(1).id(), "Officer", "Names somebody");
    town.record.service().hold(six.get(2).id(), "Officer");

    for (Reader reader : Reader.values()) {
      for (var told : town.snapshots.figures(again(frozen), reader)) {
        Opening opening = town.snapshots.open(again(frozen), told.figure().id(), reader);
        if (told.tooFew()) {
          assertThat(reader).isEqualTo(Reader.PUBLIC);
          assertThat(opening).isInstanceOf(Opening.TooFew.class);
        } else {
          Open open = (Open) opening;
          assertThat(open.shown() + open.notShown() + open.takenBack())
              .as("%s for %s", told.figure().id(), reader)
              .isEqualTo(told.figure().total());
          assertThat(open.takenBack())
              .as("%s for %s", told.figure().id(), reader)
              .isEqualTo(told.takenBack());
          assertThat(open.voices()).noneMatch(v -> v.id().equals(six.get(0).id()));
        }
      }
    }
  }

  @Test
  void a_person_is_taken_back_once_all_they_said_is() {
    List<Added> six = town.sixOnThePanel();
    Snapshot frozen = town.snapshots.freeze(SLUG, "Officer");

    town.record.service().takeBack(six.get(0).id(), "contributor", "");

    Open everywhere = opened(frozen, "all:people", Reader.STAFF);
    assertThat(everywhere.takenBack()).isZero();
    assertThat(everywhere.shown()).isEqualTo(6);
    assertThat(opened(frozen, "door:panel:people", Reader.STAFF).takenBack()).isEqualTo(1);
    assertThat(opened(frozen, "all:people", Reader.PUBLIC).notShown()).isEqualTo(1);
  }

  @Test
  void the_public_is_not_told_figures_below_five_nor_what_would_give_them_away() {
    town.sixOnThePanel();
    town.dots("later-buses", 40);
    town.dots("street-lights", 4);

    Snapshot frozen = town.snapshots.freeze(SLUG, "Officer");

    assertThat(tooFew(frozen, Reader.PUBLIC))
        .contains(
            "mark:dot:street-lights",
            "mark:dot:later-buses",
            "door:forum:people",
            "door:forum:items",
            "door:panel:items")
        .doesNotContain("all:items", "mode:digital_first:items", "door:dot_vote:marks");
    assertThat(tooFew(frozen, Reader.COUNCILLOR)).isEmpty();
    assertThat(town.snapshots.open(frozen, "door:forum:items", Reader.PUBLIC))
        .isInstanceOf(Opening.TooFew.class);
  }

  @Test
  void freezing_twice_with_one_press_is_one_snapshot_with_one_fingerprint() {
    town.sixOnThePanel();

    Snapshot first = town.snapshots.freeze(SLUG, "press-1", "Officer");
    Snapshot second = town.snapshots.freeze(SLUG, "press-1", "Officer");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.hash()).isEqualTo(first.hash()).hasSize(64);
    assertThat(town.snapshots.latest(SLUG).map(Snapshot::seq)).contains(first.seq());
  }

  @Test
  void what_is_taken_back_changes_the_fingerprint_as_it_stands_now() {
    List<Added> six = town.sixOnThePanel();
    Snapshot frozen = town.snapshots.freeze(SLUG, "Officer");
    assertThat(SnapshotService.hashNow(again(frozen))).isEqualTo(frozen.hash());

    town.record.service().takeBack(six.get(4).id(), "contributor", "");

    assertThat(again(frozen).gone()).containsExactly(six.get(4).id());
    assertThat(SnapshotService.hashNow(again(frozen))).isNotEqualTo(frozen.hash());
  }

  private Snapshot again(Snapshot snapshot) {
    return town.snapshots.byId(snapshot.id()).orElseThrow();
  }

  private Open opened(Snapshot snapshot, String figure, Reader reader) {
    return (Open) town.snapshots.open(again(snapshot), figure, reader);
  }

  private List<String> tooFew(Snapshot snapshot, Reader reader) {
    return town.snapshots.figures(snapshot, reader).stream()
        .filter(SnapshotService.Told::tooFew)
        .map(t -> t.figure().id())
        .toList();
  }
}
