package org.folkmoot.moderation;

import java.time.InstantSource;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.PeopleService;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// Moderation, put together: made once, where the rooms are wired.
public record ModerationRoom(Reasons reasons, RouteTable.Routes routes) {

  public static ModerationRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      PeopleService people,
      InstantSource time) {
    var reasons = new Reasons(new ReasonRepository(store));
    var log = new ModerationLog(record.ledger());
    var appeals = new AppealService(record, log, people, time);
    return new ModerationRoom(
        reasons, table -> table.with(new AppealRoutes(appeals, consultations)));
  }
}
