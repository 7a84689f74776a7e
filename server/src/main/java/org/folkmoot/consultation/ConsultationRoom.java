package org.folkmoot.consultation;

import java.time.InstantSource;
import org.folkmoot.record.Ledger;
import org.folkmoot.store.Store;

/// The questions, put together: made once, where the rooms are wired.
public record ConsultationRoom(ConsultationService service) {
  public static ConsultationRoom in(Store store, Ledger ledger, InstantSource time) {
    return new ConsultationRoom(
        new ConsultationService(new ConsultationRepository(store), ledger, time));
  }
}
