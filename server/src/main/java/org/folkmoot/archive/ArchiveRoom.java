package org.folkmoot.archive;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// Data in and out, put together: made once, where the rooms are wired.
public record ArchiveRoom(
    ExportService exports, RestoreService restores, RouteTable.Routes routes) {

  /// @param url the portal's public address, known once it listens
  public static ArchiveRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      ThemeService themes,
      Supplier<String> url,
      InstantSource time) {
    var exports =
        new ExportService(record.reading(), record.ledger(), consultations, themes, url, time);
    return new ArchiveRoom(
        exports,
        new RestoreService(store),
        new ArchiveRoutes(exports, new NotedExports(record, time), consultations));
  }
}
