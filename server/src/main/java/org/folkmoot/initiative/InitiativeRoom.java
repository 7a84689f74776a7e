package org.folkmoot.initiative;

import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.store.Store;

/// Initiatives, put together: made once, where the rooms are wired.
public record InitiativeRoom(InitiativeService service, RouteTable.Routes routes) {

  public static InitiativeRoom in(Store store, ConsultationService consultations) {
    var service = new InitiativeService(new InitiativeRepository(store), consultations);
    return new InitiativeRoom(service, new InitiativeRoutes(service, consultations));
  }
}
