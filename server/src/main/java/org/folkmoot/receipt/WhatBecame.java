package org.folkmoot.receipt;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Status;
import org.folkmoot.web.Words;

/// What everybody wants to know who has a code: what is kept, who can see it, what it was used for.
final class WhatBecame {

  private final ReceiptService receipts;
  private final Contribution c;
  private final Words words;

  WhatBecame(ReceiptService receipts, Contribution c, Words words) {
    this.receipts = receipts;
    this.c = c;
    this.words = words;
  }

  List<String> kept() {
    List<String> kept = new ArrayList<>();
    kept.add(words.say(c.isMarksOnly() ? "record.kept-marks" : "record.kept-words"));
    if (!c.media().isEmpty()) {
      kept.add(words.say("record.kept-files", "n", c.media().size()));
    }
    if (!c.place().isEmpty()) {
      kept.add(words.say("record.kept-place", "place", c.place()));
    }
    kept.add(
        words.say(
            c.channel() == Channel.SMS
                ? "record.kept-phone"
                : c.contact().isEmpty()
                    ? "record.kept-nobody"
                    : c.tell() == Tell.EMAIL ? "record.kept-email" : "record.kept-number"));
    return kept;
  }

  List<String> seen() {
    if (c.status() == Status.HELD) {
      return List.of(words.say("record.seen-one"));
    }
    List<String> seen = new ArrayList<>();
    seen.add(words.say("record.seen-staff"));
    if (c.status() == Status.RECEIVED) {
      // Checking opens nothing to anybody where nothing may be quoted.
      seen.add(
          words.say(
              c.consent().scopes().quoted() && !c.under18()
                  ? "record.seen-nobody-yet"
                  : "record.seen-count-only"));
      archive(seen);
      return seen;
    }
    seen.add(
        words.say(c.isQuotable() ? "record.seen-councillors" : "record.seen-councillors-count"));
    seen.add(words.say(c.isPublic() ? "record.seen-everybody" : "record.seen-not-public"));
    archive(seen);
    return seen;
  }

  private void archive(List<String> seen) {
    if (c.consent().scopes().keep() && !c.isPublic()) {
      seen.add(words.say("record.seen-archive"));
    }
  }

  List<String> used() {
    if (c.status() == Status.HELD) {
      return List.of(words.say("record.used-held"));
    }
    List<String> used = new ArrayList<>();
    if (c.status() != Status.REFUSED) {
      used.add(words.say("record.used-counted"));
    }
    List<String> themes = receipts.themes(c);
    if (!themes.isEmpty()) {
      used.add(words.say("record.used-grouped", "themes", String.join(", ", themes)));
    }
    used.add(words.say(receipts.isQuoted(c) ? "record.used-quoted" : "record.used-not-quoted"));
    return used;
  }
}
