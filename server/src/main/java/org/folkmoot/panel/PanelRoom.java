package org.folkmoot.panel;

import java.time.InstantSource;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// The panel, put together: made once, where the rooms are wired.
public record PanelRoom(PanelService service, RouteTable.Routes routes) {
  public static PanelRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      Vault vault,
      InstantSource time) {
    var service =
        new PanelService(
            new PanelRepository(store),
            record.service(),
            record.ledger(),
            store.claims(),
            consultations,
            time);
    return new PanelRoom(
        service,
        table ->
            table.with(
                new PanelRoutes(service, record.service(), consultations, vault),
                new PanelDeskRoutes(service, record.reading(), consultations)));
  }
}
