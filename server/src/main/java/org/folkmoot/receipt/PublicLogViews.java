package org.folkmoot.receipt;

import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Checkpoint;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.ledger.Proof;
import org.folkmoot.record.Contribution;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.record.LogPage;
import org.folkmoot.web.record.LogPlacePage;

/// The log of a question and one voice's place in it, told so that nobody needs to know how it
/// works.
final class PublicLogViews {

  private final ReceiptService receipts;
  private final ConsultationService consultations;
  private final Supplier<String> url;

  PublicLogViews(ReceiptService receipts, ConsultationService consultations, Supplier<String> url) {
    this.receipts = receipts;
    this.consultations = consultations;
    this.url = url;
  }

  LogPage log(Consultation asked, Checkpoint newest, Words words) {
    ZoneId zone = consultations.council().zone();
    String files = files(asked.slug());
    return new LogPage(
        words.say("record.log-title"),
        new Link(asked.question(), "/c/" + asked.slug()),
        words.say(
            "record.log-signed",
            "n",
            newest.size(),
            "date",
            words.dateTime(newest.at().atZone(zone))),
        newest.note(),
        url.get() + files + "/tile",
        files + "/checkpoint",
        files + "/key",
        files + "/consistency/1");
  }

  LogPlacePage place(Contribution c, boolean own, Words words) {
    Optional<Proof> proof = receipts.proof(c);
    Optional<Ledger.Line> line = own ? receipts.line(c) : Optional.empty();
    boolean sound = receipts.isAsLogged(c);
    String path = ReceiptService.path(c);
    return new LogPlacePage(
        words.say("record.place-title"),
        new Link(c.receipt().printed(), path),
        words.say(
            "record.place-of",
            "seq",
            c.seq(),
            "n",
            proof.map(p -> p.checkpoint().size()).orElse(c.seq())),
        sound,
        words.say(
            sound
                ? c.status().isGone() ? "record.place-sound-gone" : "record.place-sound"
                : "record.place-wrong"),
        new Link(words.say("record.log-title"), "/c/" + c.consultation() + "/log"),
        path + "/log/proof",
        url.get() + files(c.consultation()) + "/key",
        proof.map(p -> HexFormat.of().formatHex(p.leaf())).orElse(""),
        line.map(Ledger.Line::salt).orElse(""),
        line.map(Ledger.Line::entry).orElse(""));
  }

  private static String files(String slug) {
    return "/log/" + slug;
  }
}
