package org.folkmoot.statement;

import java.time.InstantSource;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// Statements, put together: made once, where the rooms are wired.
public record StatementRoom(StatementService service, RouteTable.Routes routes) {
  public static StatementRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      Vault vault,
      InstantSource time) {
    var service =
        new StatementService(
            new StatementRepository(store),
            record.service(),
            record.reading(),
            record.ledger(),
            time);
    record.service().follow(service);
    return new StatementRoom(
        service,
        table ->
            table.with(
                new StatementRoutes(service, record.service(), consultations, vault),
                new StatementDeskRoutes(service, record.reading(), consultations)));
  }
}
