package org.folkmoot.api;

import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.DeskRoom;
import org.folkmoot.door.RouteTable;
import org.folkmoot.receipt.ReceiptService;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.report.SnapshotService;
import org.folkmoot.statement.StatementService;

/// The API of the rooms that have none of their own, put together: made once, where the rooms are
/// wired.
public record ApiRoom(RouteTable.Routes routes) {

  public static ApiRoom in(
      RecordRoom record,
      ConsultationService consultations,
      DeskRoom desk,
      ReceiptService receipts,
      StatementService statements,
      SnapshotService snapshots) {
    return new ApiRoom(table ->
        table.with(
            new OpenApi(),
            new ConsultationApi(consultations),
            new ContributionApi(record, consultations, desk.service(), desk.themes()),
            new ReceiptApi(receipts),
            new SnapshotApi(snapshots, consultations),
            new StatementApi(statements, consultations, record.service())));
  }
}
