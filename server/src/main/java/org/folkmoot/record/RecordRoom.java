package org.folkmoot.record;

import java.nio.file.Path;
import java.time.InstantSource;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.jspecify.annotations.Nullable;

/// The record, put together: made once, where the rooms are wired.
public record RecordRoom(
    RecordService service,
    RecordReading reading,
    Ledger ledger,
    RecordCheck check,
    RecordIndex index,
    ViewLog views) {

  /// For commands: what they look for is put in order in memory.
  public static RecordRoom in(Store store, Keys keys, InstantSource time) {
    return in(store, keys, time, null);
  }

  /// @param directory of this node's index; null for one in memory
  public static RecordRoom in(
      Store store, Keys keys, InstantSource time, @Nullable Path directory) {
    var contributions = new RecordRepository(store);
    var equality = new EqualityRepository(store, keys);
    var ledger = new Ledger(store, keys, time);
    var index =
        directory == null
            ? RecordIndex.inMemory(contributions, ledger)
            : RecordIndex.in(directory, contributions, ledger);
    var views = new ViewLog(store, time);
    var service =
        new RecordService(
            contributions, equality, ledger, store, keys, new SafeguardingWords(), time);
    service.follow(Lineage.erasing(views::erase));
    return new RecordRoom(
        service,
        new RecordReading(contributions, equality, ledger, store, index),
        ledger,
        new RecordCheck(contributions, ledger, keys, new RecordMoves(store, keys)),
        index,
        views);
  }
}
