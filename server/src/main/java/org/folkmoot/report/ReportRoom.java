package org.folkmoot.report;

import java.time.InstantSource;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// The report, put together: made once, where the rooms are wired.
public record ReportRoom(SnapshotService snapshots) {

  public static ReportRoom in(
      Store store, RecordRoom record, ConsultationService consultations, InstantSource time) {
    var snapshots =
        new SnapshotService(
            new SnapshotRepository(store), record.reading(), record.ledger(), consultations, time);
    record.service().follow(snapshots);
    return new ReportRoom(snapshots);
  }
}
