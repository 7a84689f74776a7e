package org.folkmoot.report;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationRoom;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.Voices;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// A record with something from several doors, and what is needed to freeze it.
final class ReportTown implements AutoCloseable {

  static final String SLUG = "after-six";

  final Store store;
  final RecordRoom record;
  final ConsultationService consultations;
  final SnapshotService snapshots;

  ReportTown(Path data) {
    store = Store.embedded(data.resolve("store"));
    var keys = Keys.open(data.resolve("master.json"), true, store);
    record = RecordRoom.in(store, keys, InstantSource.system());
    consultations =
        ConsultationRoom.in(store, record.ledger(), InstantSource.system(), () -> true).service();
    consultations.save(consultation());
    consultations.open(SLUG, "Officer");
    snapshots =
        new SnapshotService(
            new SnapshotRepository(store),
            record.reading(),
            record.ledger(),
            consultations,
            InstantSource.system());
    record.service().follow(snapshots);
  }

  /// Six checked and public panel answers of six people, the first of whom said two things.
  List<Added> sixOnThePanel() {
    List<Added> six =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(i ->
                record
                    .service()
                    .add(
                        said(Channel.PANEL, "The last bus leaves too early, says " + i)
                            .participant("p" + i)
                            .answer(
                                new QuestionAnswer(
                                    "q1", "Bus?", List.of("later"), List.of("Later"), ""))
                            .consent(published())))
            .toList();
    record.service().add(said(Channel.FORUM, "And it is cold at the stop").participant("p0"));
    six.forEach(added -> record.service().check(added.id(), "Officer"));
    return six;
  }

  Added add(NewContribution draft) {
    return record.service().add(draft);
  }

  Added dots(String option, int count) {
    return add(
        NewContribution.to(SLUG, Channel.DOT_VOTE)
            .capturedAs(CaptureKind.TALLY)
            .voices(new Voices.Tally(count))
            .mark("dot:" + option, count)
            .alreadyChecked());
  }

  int total(Snapshot snapshot, String figure) {
    return snapshots.figures(snapshot, Reader.STAFF).stream()
        .filter(t -> t.figure().id().equals(figure))
        .mapToInt(t -> t.figure().total())
        .sum();
  }

  static NewContribution said(Channel channel, String text) {
    return NewContribution.to(SLUG, channel).text(text, "en");
  }

  static Consent published() {
    return consent(true, true);
  }

  static Consent quotable() {
    return consent(true, false);
  }

  private static Consent consent(boolean quoted, boolean published) {
    return new Consent(
        Consent.CURRENT_WORDING,
        "en",
        Consent.Given.SCREEN,
        "",
        new Consent.Scopes(quoted, false, published, false, false, false),
        "");
  }

  private static Consultation consultation() {
    return new Consultation(
        SLUG,
        "wrenmouth",
        "After six",
        "How should people get home after six?",
        "",
        Consultation.Chosen.OPEN,
        List.of(),
        "",
        "",
        Consultation.Promise.INVOLVE,
        LocalDate.of(2020, 1, 1),
        LocalDate.of(2099, 1, 1),
        "The full council",
        LocalDate.of(2099, 2, 1),
        Set.of(Consultation.Way.PANEL, Consultation.Way.STORY),
        List.of("Saltmarsh"),
        List.of("en"),
        Consultation.State.DRAFT);
  }

  @Override
  public void close() {
    store.close();
  }
}
