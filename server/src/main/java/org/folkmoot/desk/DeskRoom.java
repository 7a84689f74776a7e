package org.folkmoot.desk;

import java.time.InstantSource;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// The desk, put together: made once, where the rooms are wired.
public record DeskRoom(ThemeService themes) {
  public static DeskRoom in(Store store, RecordRoom record, InstantSource time) {
    return new DeskRoom(new ThemeService(new ThemeRepository(store), record.ledger(), time));
  }
}
