package org.folkmoot.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Status;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.ReceiptCode;
import org.folkmoot.web.record.ThanksPage;

/// Receipts as their contributors see them.
final class ReceiptViews {

  private ReceiptViews() {}

  static ThanksPage thanks(
      Contribution contribution,
      Consultation asked,
      String country,
      Optional<String> longLink,
      boolean saidHeld,
      Words words) {
    boolean held = saidHeld || contribution.status() == Status.HELD;
    String path = ReceiptService.path(contribution);
    return new ThanksPage(
        words.say(held ? "record.held-title" : "record.thanks"),
        words.say(held ? "record.held-lead" : "record.thanks-lead"),
        held,
        held ? helplines(country, words) : List.of(),
        new ReceiptCode(contribution.receipt().printed(), path),
        next(asked, held, words),
        longLink.orElse(null),
        path + "/use",
        path + "/take-back",
        "/c/" + asked.slug());
  }

  private static List<String> next(Consultation asked, boolean held, Words words) {
    if (held) {
      return List.of(words.say("record.held-next-read"), words.say("record.held-next-then"));
    }
    String answer =
        asked.decidedBy().isEmpty()
            ? words.say("record.next-answer-open")
            : words.say(
                "record.next-answer",
                "who",
                asked.decidedBy(),
                "date",
                words.shortDate(asked.decidesOn()));
    return List.of(
        words.say("record.next-checked"),
        words.say("record.next-grouped"),
        words.say("record.next-report"),
        answer);
  }

  /// Who can be called in the council's country.
  static List<ThanksPage.Helpline> helplines(String country, Words words) {
    String where = country.toLowerCase(Locale.ROOT);
    String list = words.has("record.helpline." + where + "-1") ? where : "eu";
    List<ThanksPage.Helpline> lines = new ArrayList<>();
    for (int n = 1; words.has("record.helpline." + list + "-" + n); n++) {
      lines.add(new ThanksPage.Helpline(words.say("record.helpline." + list + "-" + n)));
    }
    return lines;
  }
}
