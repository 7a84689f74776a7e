package org.folkmoot.rights;

import java.time.InstantSource;
import org.folkmoot.calling.CallingService;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.PeopleRoom;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;
import org.folkmoot.texting.TextingService;

/// People's rights, put together: made once, where the rooms are wired.
public record RightsRoom(RightsService service, RouteTable.Routes routes) {

  public static RightsRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      TextingService texting,
      CallingService calls,
      PeopleRoom people,
      InstantSource time) {
    var service =
        new RightsService(
            new RightsRepository(store),
            record,
            consultations,
            texting,
            calls,
            people.service(),
            people.vault(),
            time);
    return new RightsRoom(
        service,
        table ->
            table.with(
                new RightsRoutes(service, new RightsViews(service, consultations)),
                new HoldRoutes(record, consultations)));
  }
}
