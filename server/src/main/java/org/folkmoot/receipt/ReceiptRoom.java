package org.folkmoot.receipt;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.moderation.Reasons;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Outcomes;
import org.folkmoot.record.RecordRoom;

/// Receipts and the public record, put together: made once, where the rooms are wired.
public record ReceiptRoom(ReceiptService service, RouteTable.Routes routes) {

  /// @param outcomes what was decided, line by line; the reporting room knows
  /// @param reasons why something may not be shown; the moderation room knows
  /// @param url the portal's public address, known once it listens
  public static ReceiptRoom in(
      RecordRoom record,
      ConsultationService consultations,
      ThemeService themes,
      Vault vault,
      Outcomes outcomes,
      Reasons reasons,
      InstantSource time,
      Supplier<String> url) {
    var service = new ReceiptService(record, consultations, themes, vault, outcomes, reasons);
    var views = new PublicRecordViews(record.reading(), themes, consultations);
    return new ReceiptRoom(
        service,
        table ->
            table.with(
                new ReceiptRoutes(service, consultations, url),
                new ReplyRoutes(service, new ReplyViews(service, consultations)),
                new AddRoutes(service, consultations),
                new TakeBackRoutes(service, new TakeBackViews(service, consultations, time)),
                new PublicLogRoutes(record.ledger(), service, consultations, url),
                new PublicRecordRoutes(consultations, views)));
  }
}
