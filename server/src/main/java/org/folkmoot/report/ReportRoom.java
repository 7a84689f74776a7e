package org.folkmoot.report;

import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// The report, put together: made once, where the rooms are wired.
///
/// @param unanswered how many themes and recommendations of a closed question have no answer yet
/// @param decisions also the lines that receipts show, see [org.folkmoot.record.Outcomes]
public record ReportRoom(
    SnapshotService snapshots,
    ReportService reports,
    DecisionService decisions,
    OutboxService outbox,
    ToIntFunction<String> unanswered,
    RouteTable.Routes routes) {

  /// @param url the portal's public address, asked for when a message is written
  /// @param elsewhere what other rooms know
  public static ReportRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      ThemeService themes,
      Elsewhere elsewhere,
      OutboxService.Sender sender,
      Supplier<String> url,
      InstantSource time) {
    var reading = record.reading();
    var ledger = record.ledger();
    var snapshots =
        new SnapshotService(new SnapshotRepository(store), reading, ledger, consultations, time);
    var reports =
        new ReportService(
            snapshots,
            new ReportTextRepository(store),
            reading,
            consultations,
            themes,
            ledger,
            time);
    var decisions =
        new DecisionService(
            new DecisionRepository(store), reports, consultations, themes, ledger, time);
    var outbox = new OutboxService(store, reading, decisions, consultations, url);
    record.service().follow(snapshots);
    record.service().follow(reports);
    record.service().follow(outbox);
    var pages = new ReportRoutes(reports, decisions, consultations, themes, elsewhere);
    var desk = new ReportDeskRoutes(reports, snapshots, consultations, themes, elsewhere);
    var subjects = new Subjects(themes, elsewhere);
    var decided = new DecisionRoutes(decisions, outbox, consultations, subjects, sender);
    return new ReportRoom(
        snapshots,
        reports,
        decisions,
        outbox,
        slug -> subjects.unanswered(slug, decisions, consultations),
        table -> table.with(pages, desk, decided));
  }
}
