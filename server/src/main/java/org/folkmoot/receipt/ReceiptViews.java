package org.folkmoot.receipt;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Endings;
import org.folkmoot.record.Outcomes;
import org.folkmoot.record.Status;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.MoreChoices;
import org.folkmoot.web.part.ReceiptCode;
import org.folkmoot.web.record.CodePage;
import org.folkmoot.web.record.ReceiptPage;
import org.folkmoot.web.record.ThanksPage;
import org.folkmoot.web.record.UsePage;
import org.jspecify.annotations.Nullable;

/// Receipts as their contributors see them.
final class ReceiptViews {

  private final ReceiptService receipts;
  private final ConsultationService consultations;
  private final ReplyViews replies;

  ReceiptViews(ReceiptService receipts, ConsultationService consultations) {
    this.receipts = receipts;
    this.consultations = consultations;
    this.replies = new ReplyViews(receipts, consultations);
  }

  ThanksPage thanks(
      Contribution contribution,
      Consultation asked,
      Optional<String> longLink,
      boolean saidHeld,
      Words words) {
    boolean held = saidHeld || contribution.status() == Status.HELD;
    String path = ReceiptService.path(contribution);
    return new ThanksPage(
        words.say(held ? "record.held-title" : "record.thanks"),
        words.say(held ? "record.held-lead" : "record.thanks-lead"),
        held,
        held ? helplines(consultations.council().country(), words) : List.of(),
        new ReceiptCode(contribution.receipt().printed(), path),
        contribution.status().isGone()
            ? List.of(words.say(contribution.status().wordKey()))
            : uses(contribution, words),
        next(asked, held, words),
        longLink.orElse(null),
        longLink.isPresent() && receipts.canCorrect(contribution) ? path + "/correct" : null,
        path + "/use",
        path + "/take-back",
        "/c/" + asked.slug());
  }

  CodePage code(FormState form, Words words) {
    return new CodePage(
        words.say("record.code-title"),
        form.text("code", words.say("record.code-label"))
            .hint(words.say("record.code-hint"))
            .atMost(40),
        form.summary());
  }

  /// @param open whether the words are open to whoever asks
  /// @param key the proof in the address, or empty
  ReceiptPage receipt(Contribution c, boolean open, String key, FormState form, Words words) {
    ZoneId zone = consultations.council().zone();
    String path = ReceiptService.path(c);
    boolean gone = c.status().isGone();
    boolean canAsk = !open && !gone && receipts.canTryWords(c);
    boolean sound = receipts.isAsLogged(c);
    String proof = key.isEmpty() ? "" : "?key=" + key;
    var became = new WhatBecame(receipts, c, words);
    return new ReceiptPage(
        words.say("record.receipt-title"),
        c.receipt().printed(),
        state(c, zone, words),
        c.status() == Status.REFUSED && !c.reason().isEmpty() ? c.reason() : null,
        gone,
        Drawing.ofDoor(c.channel().name()),
        words.say(c.channel().wordKey()),
        consultations.find(c.consultation()).map(Consultation::question).orElse(""),
        "/c/" + c.consultation(),
        gone ? List.of() : became.kept(),
        gone ? List.of() : became.seen(),
        gone ? List.of() : used(became, c, words),
        steps(c, zone, words),
        gone ? List.of() : uses(c, words),
        gone ? List.of() : new UseSentences(words, zone).more(c),
        new UseSentences(words, zone).history(receipts.history(c)),
        receipts.outcomes(c).stream().map(line -> outcome(line, words)).toList(),
        sound,
        place(c, sound, words),
        path + "/log",
        open && !gone ? VoiceViews.own(c, words, zone) : null,
        canAsk
            ? new ReceiptPage.TwoWords(
                path + "/words",
                form.text("first", words.say("record.words-first")).atMost(60),
                form.text("second", words.say("record.words-second")).atMost(60))
            : null,
        form.summary(),
        path + "/use" + proof,
        path + "/take-back" + proof,
        open && c.status() != Status.REFUSED && receipts.canCorrect(c)
            ? path + "/correct" + proof
            : null,
        open && receipts.canAdd(c) ? path + "/add" + proof : null,
        canAsk && c.status() != Status.REFUSED ? words.say("record.correct-open-first") : null,
        open ? linked(c) : List.of(),
        gone ? null : takingBack(c, open, words),
        undo(c, path, zone, words),
        waits(c, words),
        c.status() == Status.REFUSED ? replies.notShown(c, open, key, words) : null);
  }

  /// What it was used for so far, and until it is decided, who decides and when.
  private List<String> used(WhatBecame became, Contribution c, Words words) {
    List<String> used = new ArrayList<>(became.used());
    consultations
        .find(c.consultation())
        .filter(asked -> !asked.decidedBy().isEmpty() && receipts.outcomes(c).isEmpty())
        .map(asked ->
            words.say(
                "record.decides",
                "who",
                asked.told(words.language()).decidedBy(),
                "date",
                words.shortDate(asked.decidesOn())))
        .ifPresent(used::add);
    return used;
  }

  private @Nullable String takingBack(Contribution c, boolean open, Words words) {
    List<String> how = new ArrayList<>();
    if (c.status() != Status.HELD && !receipts.isUnderHold(c)) {
      how.add(words.say(open ? "record.yours-own" : "record.yours-code"));
    }
    if (c.channel() == Channel.SMS) {
      how.add(words.say("record.take-back-by-text", "code", c.receipt().printed()));
    }
    return how.isEmpty() ? null : String.join(" ", how);
  }

  private @Nullable String waits(Contribution c, Words words) {
    if (c.status().isGone()) {
      return receipts.isKeptForLead(c)
          ? words.say("record.sealed-copy")
          : receipts.isUnderHold(c) ? words.say("record.sealed-hold") : null;
    }
    return receipts.isWished(c) ? words.say("record.take-back-waits") : null;
  }

  private List<Link> linked(Contribution c) {
    return receipts.linked(c).stream()
        .map(other -> new Link(other.receipt().printed(), receipts.longPath(other)))
        .toList();
  }

  private ReceiptPage.@Nullable Undo undo(Contribution c, String path, ZoneId zone, Words words) {
    return receipts
        .canBePutBack(c)
        .map(until ->
            new ReceiptPage.Undo(
                words.say("record.put-back-until", "date", words.dateTime(until.atZone(zone))),
                path + "/put-back"))
        .orElse(null);
  }

  private String place(Contribution c, boolean sound, Words words) {
    if (!sound) {
      return words.say("record.log-wrong");
    }
    if (!c.status().isGone()) {
      return words.say("record.log-place", "seq", c.seq());
    }
    String place = words.say("record.log-place-gone", "seq", c.seq());
    boolean nobody = !receipts.isKeptForLead(c) && !receipts.isUnderHold(c);
    return nobody ? words.say("record.gone-nobody") + " " + place : place;
  }

  UsePage use(Contribution c, boolean open, String key, FormState form, Words words) {
    String path = ReceiptService.path(c);
    Consent.Scopes now = c.consent().scopes();
    boolean website = !c.under18() && (open || now.published());
    return new UsePage(
        words.say("record.use-title"),
        c.receipt().printed(),
        path + "/use",
        key,
        open ? null : words.say("record.use-locked"),
        form.summary(),
        form.radios("use", words.say("common.use"), uses(now, open, words)),
        open ? form.text("use-name", words.say("common.use-name")).atMost(80) : null,
        website ? website(form, words) : null,
        more(c, open, form, words),
        c.under18() ? words.say("record.uses-young") : null,
        form.radios("tell", words.say("common.tell"), tells(c.tell(), open, words)),
        open
            ? form.text("tell-phone", words.say("common.tell-phone-number"))
                .hint(words.say("record.use-keep-contact"))
                .of("tel")
                .filledBy("tel")
            : null,
        open
            ? form.text("tell-email", words.say("common.tell-email-address"))
                .hint(words.say("record.use-keep-contact"))
                .of("email")
                .filledBy("email")
            : null,
        key.isEmpty() || !open ? path : path + "/" + key);
  }

  /// With the code alone only what can still be taken away.
  private static MoreChoices more(Contribution c, boolean open, FormState form, Words words) {
    Consent.Scopes now = c.consent().scopes();
    return MoreChoices.of(
        form,
        words,
        UseForm.hasFilesToShow(c) && (open || now.media()),
        open || now.contact(),
        open || now.keep());
  }

  private static Checkbox website(FormState form, Words words) {
    return form.checkbox("website", words.say("common.website"))
        .hint(words.say("common.website-hint"));
  }

  private static List<Choices.Option> uses(Consent.Scopes now, boolean open, Words words) {
    int most = open ? 2 : UseForm.USES.indexOf(UseForm.use(now));
    List<Choices.Option> options = new ArrayList<>();
    if (most >= 1) {
      options.add(
          new Choices.Option(
              "unnamed", words.say("common.use-unnamed"), words.say("common.use-unnamed-note")));
    }
    options.add(
        new Choices.Option(
            "count", words.say("common.use-count"), words.say("common.use-count-note")));
    if (most >= 2) {
      options.add(new Choices.Option("named", words.say("common.use-named")));
    }
    return options;
  }

  private static List<Choices.Option> tells(Contribution.Tell now, boolean open, Words words) {
    List<Choices.Option> options = new ArrayList<>();
    if (open) {
      options.add(new Choices.Option("phone", words.say("common.tell-phone")));
      options.add(new Choices.Option("email", words.say("common.tell-email")));
    } else if (now != Contribution.Tell.CODE) {
      options.add(new Choices.Option(UseForm.AS_BEFORE, words.say("record.use-as-before")));
    }
    options.add(new Choices.Option("code", words.say("common.tell-code")));
    return options;
  }

  private String state(Contribution c, ZoneId zone, Words words) {
    if (!c.status().isGone()) {
      return words.say(c.status().wordKey());
    }
    return receipts.history(c).stream()
        .map(Ledger.Entry::act)
        .filter(act -> act.kind() == Act.Kind.TAKEN_BACK)
        .reduce((_, last) -> last)
        .map(act ->
            words.say(
                Endings.isByRule(act) ? "record.kept-until" : "record.taken-back-on",
                "date",
                words.shortDate(act.at().atZone(zone).toLocalDate())))
        .orElse(words.say(c.status().wordKey()));
  }

  /// Marks are put one by one; only the first is told.
  private List<ReceiptPage.Step> steps(Contribution c, ZoneId zone, Words words) {
    List<ReceiptPage.Step> steps = new ArrayList<>();
    List<Act> acts = receipts.history(c).stream().map(Ledger.Entry::act).toList();
    Act.Kind before = Act.Kind.READ;
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      if (act.kind() != Act.Kind.MARKED || before != Act.Kind.MARKED) {
        boolean last =
            acts.subList(i + 1, acts.size()).stream().noneMatch(a -> a.kind() == act.kind());
        steps.add(
            new ReceiptPage.Step(
                act.at().toString(),
                words.dateTime(act.at().atZone(zone)),
                words.say(
                    act.kind() == Act.Kind.TAKEN_BACK && Endings.isByRule(act)
                        ? "record.act.kept-no-longer"
                        : act.kind().wordKey()),
                note(c, act, last, words)));
      }
      before = act.kind();
    }
    return steps;
  }

  /// Reasons of holding and releasing are for the safeguarding lead alone.
  private @Nullable String note(Contribution c, Act act, boolean last, Words words) {
    if (ReplyViews.TOLD.contains(act.kind()) && !act.why().isEmpty()) {
      return words.say("record.why") + " " + act.why();
    }
    List<String> themes = receipts.themes(c);
    return act.kind() == Act.Kind.GROUPED && last && !themes.isEmpty()
        ? words.say("record.grouped-under", "themes", String.join(", ", themes))
        : null;
  }

  static List<String> uses(Contribution c, Words words) {
    Consent.Scopes scopes = c.consent().scopes();
    List<String> uses = new ArrayList<>();
    uses.add(words.say("record.uses-counted"));
    uses.add(
        words.say(
            switch (UseForm.use(scopes)) {
              case "named" -> "record.uses-named";
              case "unnamed" -> "record.uses-quoted";
              default -> "record.uses-not-quoted";
            }));
    uses.add(
        words.say(
            c.under18()
                ? "record.uses-young"
                : scopes.published()
                    ? "record.uses-website"
                    : scopes.quoted() ? "record.uses-not-website" : "record.uses-website-count"));
    uses.add(words.say("record.uses-" + c.tell().name().toLowerCase(Locale.ROOT)));
    return uses;
  }

  private static ReceiptPage.Outcome outcome(Outcomes.Line line, Words words) {
    return new ReceiptPage.Outcome(
        line.theme(),
        line.answered(),
        orNull(line.said()),
        orNull(line.did()),
        orNull(line.whyNot()),
        line.who().isEmpty() || line.by().isEmpty()
            ? orNull(line.who())
            : words.say("record.outcome-who", "who", line.who(), "by", line.by()));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
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
                asked.told(words.language()).decidedBy(),
                "date",
                words.shortDate(asked.decidesOn()));
    return List.of(
        words.say("record.next-checked"),
        words.say("record.next-grouped"),
        words.say("record.next-report"),
        answer);
  }

  /// Who can be called in the council's country.
  private static List<ThanksPage.Helpline> helplines(String country, Words words) {
    String where = country.toLowerCase(Locale.ROOT);
    String list = words.has("record.helpline." + where + "-1") ? where : "eu";
    List<ThanksPage.Helpline> lines = new ArrayList<>();
    for (int n = 1; words.has("record.helpline." + list + "-" + n); n++) {
      lines.add(new ThanksPage.Helpline(words.say("record.helpline." + list + "-" + n)));
    }
    return lines;
  }
}
