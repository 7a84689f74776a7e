package org.folkmoot.moderation;

import java.time.InstantSource;
import java.util.function.ToIntFunction;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.PeopleService;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// Moderation, put together: made once, where the rooms are wired.
///
/// @param appeals how many wait in a question, by its slug
public record ModerationRoom(
    Reasons reasons,
    QueueService queue,
    Modes modes,
    ToIntFunction<String> appeals,
    RouteTable.Routes routes) {

  public static ModerationRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      PeopleService people,
      InstantSource time) {
    var reasons = new Reasons(new ReasonRepository(store));
    var log = new ModerationLog(record.ledger(), () -> consultations.council().zone());
    var appeals = new AppealService(record, log, people, time);
    var modes = new Modes(store, record.reading(), record.ledger(), time);
    record.service().clearBy(modes);
    var queue =
        new QueueService(
            record,
            log,
            new Likenesses(record.ledger(), record.reading()),
            new QueueRepository(store),
            time);
    return new ModerationRoom(
        reasons,
        queue,
        modes,
        appeals::count,
        table ->
            table.with(
                new ModerationRoutes(modes, reasons, consultations),
                new PublicModerationRoutes(log, modes, reasons, consultations),
                new QueueRoutes(queue, reasons, consultations),
                new AppealRoutes(appeals, consultations)));
  }
}
