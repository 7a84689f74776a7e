package org.folkmoot.initiative;

import java.time.InstantSource;
import java.util.List;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.DecidedOn;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// Initiatives, put together: made once, where the rooms are wired.
public record InitiativeRoom(InitiativeService service, RouteTable.Routes routes) {

  /// @param decided when a question was decided
  public static InitiativeRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      DecidedOn decided,
      Vault vault,
      InstantSource time) {
    var repository = new InitiativeRepository(store, record.ledger());
    var service =
        new InitiativeService(
            repository,
            consultations,
            new BoardService(repository, record.ledger(), time),
            new OfferService(repository, record.ledger(), vault, store.claims(), time));
    var routes = new InitiativeRoutes(service, consultations, decided, record.reading());
    var offers = new OfferRoutes(service, consultations);
    var desk = new InitiativeDeskRoutes(service, consultations);
    var picks = new VoicePicks(service, record.reading());
    var stages = new StageDeskRoutes(service, consultations, picks);
    var items = new ItemDeskRoutes(service, picks);
    var figures = new FigureDeskRoutes(service, consultations);
    var help = new HelpDeskRoutes(service, consultations);
    return new InitiativeRoom(
        service, table -> table.with(routes, offers, desk, stages, items, figures, help));
  }

  /// Names of the logs of all initiatives, for a check of a store that no portal runs on.
  public static List<String> logs(Store store, RecordRoom record) {
    return new InitiativeRepository(store, record.ledger())
        .slugs().stream().map(InitiativeLog::of).toList();
  }
}
