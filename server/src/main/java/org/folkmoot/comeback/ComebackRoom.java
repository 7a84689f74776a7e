package org.folkmoot.comeback;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.mail.MailService;
import org.folkmoot.people.Vault;
import org.folkmoot.receipt.ReceiptService;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;
import org.folkmoot.texting.SendingService;
import org.folkmoot.texting.TextingService;

/// Coming back, put together: made once, where the rooms are wired.
public record ComebackRoom(RouteTable.Routes routes) {

  /// @param url the portal's public address, known once it listens
  public static ComebackRoom in(
      Store store,
      Keys keys,
      RecordRoom record,
      ConsultationService consultations,
      ReceiptService receipts,
      Vault vault,
      MailService mail,
      TextingService texting,
      SendingService sending,
      InstantSource time,
      Supplier<String> url) {
    var service =
        new ComebackService(
            new ComebackRepository(store, keys),
            record.service(),
            record.reading(),
            consultations,
            vault,
            mail,
            texting,
            sending,
            time,
            url);
    return new ComebackRoom(new ComebackRoutes(service, receipts, consultations));
  }
}
