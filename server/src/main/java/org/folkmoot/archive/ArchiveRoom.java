package org.folkmoot.archive;

import org.folkmoot.store.Store;

/// Data in and out, put together: made once, where the rooms are wired.
public record ArchiveRoom(RestoreService restores) {

  public static ArchiveRoom in(Store store) {
    return new ArchiveRoom(new RestoreService(store));
  }
}
