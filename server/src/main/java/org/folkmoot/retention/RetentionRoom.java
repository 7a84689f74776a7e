package org.folkmoot.retention;

import java.time.InstantSource;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.DecidedOn;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;
import org.folkmoot.texting.TextingService;

/// How long things are kept, put together: made once, where the rooms are wired.
public record RetentionRoom(RetentionService service, RouteTable.Routes routes) {

  public static RetentionRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      TextingService texting,
      Vault vault,
      DecidedOn decided,
      InstantSource time) {
    var planning = new Planning(record, consultations, texting, vault, decided);
    var service =
        new RetentionService(
            new RetentionRepository(store), planning, record, consultations, texting, vault, time);
    return new RetentionRoom(
        service,
        new RetentionRoutes(service, consultations, new RetentionViews(service, consultations)));
  }
}
