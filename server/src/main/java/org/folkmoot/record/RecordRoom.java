package org.folkmoot.record;

import java.time.InstantSource;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The record, put together: made once, where the rooms are wired.
public record RecordRoom(
    RecordService service, RecordReading reading, Ledger ledger, RecordCheck check) {

  public static RecordRoom in(Store store, Keys keys, InstantSource time) {
    var contributions = new RecordRepository(store);
    var equality = new EqualityRepository(store, keys);
    var ledger = new Ledger(store, keys, time);
    return new RecordRoom(
        new RecordService(
            contributions, equality, ledger, store, keys, new SafeguardingWords(), time),
        new RecordReading(contributions, equality, ledger, store),
        ledger,
        new RecordCheck(contributions, ledger, keys, new RecordMoves(store, keys)));
  }
}
