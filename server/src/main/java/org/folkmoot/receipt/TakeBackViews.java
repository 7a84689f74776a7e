package org.folkmoot.receipt;

import java.time.InstantSource;
import java.util.List;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Status;
import org.folkmoot.record.Withdrawals;
import org.folkmoot.web.Words;
import org.folkmoot.web.record.TakeBackPage;

/// Are you sure: what goes, what stays, and whether it can be undone.
final class TakeBackViews {

  private final ReceiptService receipts;
  private final ConsultationService consultations;
  private final InstantSource time;

  TakeBackViews(ReceiptService receipts, ConsultationService consultations, InstantSource time) {
    this.receipts = receipts;
    this.consultations = consultations;
    this.time = time;
  }

  /// @param own whether we know that it is theirs, more than by the code
  TakeBackPage takeBack(Contribution c, boolean own, String key, Words words) {
    String path = ReceiptService.path(c);
    var until =
        time.instant().plus(Withdrawals.SECOND_THOUGHTS).atZone(consultations.council().zone());
    return new TakeBackPage(
        words.say("record.take-back-title"),
        c.receipt().printed(),
        List.of(
            words.say("record.take-back-goes-words"),
            words.say(
                c.status() == Status.HELD
                    ? "record.take-back-goes-seen"
                    : "record.take-back-goes-contact"),
            own
                ? words.say("record.take-back-goes-undo")
                : words.say(
                    "record.take-back-can-undo", "date", words.shortDate(until.toLocalDate()))),
        List.of(
            words.say("record.take-back-stays-number"),
            words.say(
                c.status() == Status.HELD
                    ? "record.sealed-copy"
                    : receipts.isUnderHold(c)
                        ? "record.sealed-hold"
                        : "record.take-back-stays-paper")),
        path + "/take-back",
        key,
        key.isEmpty() ? path : path + "/" + key);
  }
}
