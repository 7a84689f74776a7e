package org.folkmoot.desk;

import java.time.InstantSource;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.moderation.Reasons;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// The desk, put together: made once, where the rooms are wired.
public record DeskRoom(ThemeService themes, DeskService service, RouteTable.Routes routes) {
  public static DeskRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      Vault vault,
      Reasons reasons,
      InstantSource time) {
    var themes = themes(store, record.ledger(), time);
    var desk = new DeskService(record.service(), record.reading(), themes);
    var safety = new SafetyService(record, vault, time);
    return new DeskRoom(
        themes,
        desk,
        table ->
            table.with(
                new LessRoutes(desk, consultations),
                new DeskRoutes(desk, themes, consultations, reasons),
                new SafetyRoutes(safety, consultations)));
  }

  /// Its themes alone.
  public static ThemeService themes(Store store, Ledger ledger, InstantSource time) {
    return new ThemeService(new ThemeRepository(store), ledger, time);
  }
}
