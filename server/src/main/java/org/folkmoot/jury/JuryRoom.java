package org.folkmoot.jury;

import java.time.InstantSource;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The jury, put together: made once, where the rooms are wired.
public record JuryRoom(JuryService service, LotteryService lottery, JuryRoutes routes) {
  public static JuryRoom in(
      Store store,
      Keys keys,
      ConsultationService consultations,
      RecordRoom record,
      InstantSource time) {
    var juries = new JuryRepository(store, keys);
    var service = new JuryService(juries, consultations, record.service());
    var lottery = new LotteryService(juries, record.ledger(), time);
    record.service().follow(service::forget);
    return new JuryRoom(service, lottery, new JuryRoutes(service, lottery, consultations));
  }
}
