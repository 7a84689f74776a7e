package org.folkmoot.receipt;

import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.record.Outcomes;
import org.folkmoot.record.RecordRoom;

/// Receipts, put together: made once, where the rooms are wired.
public record ReceiptRoom(ReceiptService service, ReceiptRoutes routes) {

  /// @param outcomes what was decided, line by line; the reporting room knows
  /// @param url the portal's public address, known once it listens
  public static ReceiptRoom in(
      RecordRoom record,
      ConsultationService consultations,
      ThemeService themes,
      Outcomes outcomes,
      Supplier<String> url) {
    var service = new ReceiptService(record.service(), record.reading(), themes, outcomes);
    return new ReceiptRoom(service, new ReceiptRoutes(service, consultations, url));
  }
}
