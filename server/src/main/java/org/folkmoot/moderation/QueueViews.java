package org.folkmoot.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Ask;
import org.folkmoot.ledger.Act;
import org.folkmoot.moderation.QueueRepository.Claim;
import org.folkmoot.moderation.QueueRepository.Item;
import org.folkmoot.moderation.QueueRepository.Last;
import org.folkmoot.record.Voice;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.QueueConfirmPage;
import org.folkmoot.web.desk.QueuePage;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.part.Select;
import org.jspecify.annotations.Nullable;

/// The queue as staff see it.
final class QueueViews {

  private static final int SHORT = 900;

  /// So many others of a card are shown with their differences.
  private static final int MOST_LIKE = 12;

  private static final String AFTERWARDS = "afterwards";

  private final QueueService queue;
  private final Reasons reasons;
  private final ConsultationService consultations;

  QueueViews(QueueService queue, Reasons reasons, ConsultationService consultations) {
    this.queue = queue;
    this.reasons = reasons;
    this.consultations = consultations;
  }

  QueuePage queue(Ask ask, Consultation asked, FormState form) {
    Words words = ask.words();
    String path = QueueRoutes.path(asked);
    boolean afterwards = ask.query("what").equals(AFTERWARDS);
    long after = ask.number("after");
    QueueService.Page page =
        afterwards ? queue.toLookAt(asked.slug()) : queue.waiting(asked.slug(), after);
    String from = from(path, afterwards, after);
    List<QueuePage.Card> cards =
        page.cards().stream()
            .map(card -> card(ask, asked, card, page.claims(), form, from))
            .toList();
    return new QueuePage(
        words.say("desk.queue.title"),
        form.summary(),
        List.of(
            new QueuePage.Tab(
                words.say("desk.queue.waiting"),
                words.number(queue.countWaiting(asked.slug())),
                path,
                !afterwards),
            new QueuePage.Tab(
                words.say("desk.queue.afterwards"),
                words.number(queue.countToLookAt(asked.slug())),
                path + "?what=" + AFTERWARDS,
                afterwards)),
        done(ask, asked, words),
        page.compared() ? null : words.say("desk.queue.comparing"),
        path,
        from,
        cards,
        reasons(asked, form, words),
        form.text("reason-own", words.say("desk.record.reason-own")).ifYouLike().atMost(300),
        cards.isEmpty() ? new EmptyState(words.say("desk.queue.nothing")) : null,
        page.next() == 0 ? null : new Pagination(null, path + "?after=" + page.next(), null),
        "/moderation",
        "/desk/c/" + asked.slug() + "/appeals");
  }

  private static String from(String path, boolean afterwards, long after) {
    return afterwards ? path + "?what=" + AFTERWARDS : after == 0 ? path : path + "?after=" + after;
  }

  private QueuePage.Card card(
      Ask ask,
      Consultation asked,
      QueueService.Card card,
      Map<String, Claim> claims,
      FormState form,
      String from) {
    Words words = ask.words();
    ZoneId zone = consultations.council().zone();
    Voice first = card.voices().getFirst();
    String picks =
        card.voices().stream()
            .map(v -> v.id() + ":" + v.version())
            .collect(Collectors.joining(" "));
    Optional<Claim> claim =
        card.voices().stream()
            .flatMap(v -> Optional.ofNullable(claims.get(v.id())).stream())
            .findFirst();
    boolean mine = claim.filter(c -> c.by().equals(ask.visitor().name())).isPresent();
    int count = card.voices().size();
    return new QueuePage.Card(
        first.id(),
        picks,
        VoiceViews.item(first, Map.of(), words, zone).atMost(SHORT),
        first.receipt(),
        "/desk/c/" + asked.slug() + "/record/" + first.id(),
        age(first.receivedAt(), ask.now(), words),
        count > 1 ? words.say("desk.queue.alike", "count", count) : null,
        likes(asked, card),
        count - 1 > MOST_LIKE
            ? words.say("desk.queue.more-alike", "count", count - 1 - MOST_LIKE)
            : null,
        claim.map(c -> claimed(c, mine, zone, words)).orElse(null),
        mine,
        form.has("pick", picks) || ask.query("pick").equals(first.id()),
        from + (from.contains("?") ? "&" : "?") + "pick=" + first.id() + "#ticked",
        first.isUnheard() ? listen(asked, first) : "");
  }

  /// Where what nobody has heard is written down; while it is still being fetched, where it will be
  /// listed.
  private static String listen(Consultation asked, Voice voice) {
    String stories = "/desk/c/" + asked.slug() + "/stories";
    return voice.media().isEmpty() ? stories : stories + "/" + voice.id();
  }

  private static String claimed(Claim claim, boolean mine, ZoneId zone, Words words) {
    String until = words.time(claim.until().atZone(zone).toLocalTime());
    return mine
        ? words.say("desk.queue.mine", "until", until)
        : words.say("desk.queue.theirs", "who", claim.by(), "until", until);
  }

  private static List<QueuePage.Like> likes(Consultation asked, QueueService.Card card) {
    String first = Likenesses.words(card.voices().getFirst());
    return card.voices().stream()
        .skip(1)
        .limit(MOST_LIKE)
        .map(v ->
            new QueuePage.Like(
                v.receipt(),
                "/desk/c/" + asked.slug() + "/record/" + v.id(),
                v.language(),
                Differences.of(first, Likenesses.words(v))))
        .toList();
  }

  private static String age(Instant since, Instant now, Words words) {
    Duration age = Duration.between(since, now);
    if (age.toHours() < 1) {
      return words.say("desk.queue.age-minutes", "n", Math.max(1, age.toMinutes()));
    }
    return age.toHours() < 48
        ? words.say("desk.queue.age-hours", "n", age.toHours())
        : words.say("desk.queue.age-days", "n", age.toDays());
  }

  private Select reasons(Consultation asked, FormState form, Words words) {
    return form.select(
            "reason", words.say("desk.record.reason"), reasons.options(asked.slug(), words))
        .hint(words.say("desk.record.reason-hint"));
  }

  private QueuePage.@Nullable Done done(Ask ask, Consultation asked, Words words) {
    return queue
        .last(asked.slug(), ask.visitor())
        .map(last ->
            new QueuePage.Done(
                words.say("desk.queue.did-" + last.did(), "count", last.items().size()),
                QueueService.canBeUndone(last),
                meanwhile(ask, asked, last, words)))
        .orElse(null);
  }

  private List<String> meanwhile(Ask ask, Consultation asked, Last last, Words words) {
    List<String> lines = new ArrayList<>();
    queue
        .quicker(asked.slug(), last, ask.visitor())
        .forEach((voice, act) ->
            lines.add(
                words.say(
                    "desk.queue.meanwhile",
                    "code",
                    voice.receipt(),
                    "who",
                    act.map(Act::by)
                        .map(by -> who(by, words))
                        .orElse(words.say("desk.queue.somebody")),
                    "what",
                    words.say(act.map(a -> a.kind().wordKey()).orElse("desk.queue.looking")))));
    int gone = last.meanwhile().size() - lines.size();
    if (gone > 0) {
      lines.add(words.say("desk.queue.gone", "count", gone));
    }
    return lines;
  }

  private static String who(String by, Words words) {
    return switch (by) {
      case Act.CONTRIBUTOR -> words.say("desk.record.by-sender");
      case Act.SYSTEM -> words.say("desk.record.by-system");
      default -> by;
    };
  }

  QueueConfirmPage confirm(Ask ask, Consultation asked, String act, List<Item> items) {
    Words words = ask.words();
    var form = ask.form();
    List<Voice> voices = queue.open(asked.slug(), items.stream().map(Item::id).toList());
    String told =
        act.equals("decline")
            ? reasons
                .refusal(
                    asked.slug(), form.text("reason"), form.text("reason-own"), words.language())
                .told()
            : "";
    return new QueueConfirmPage(
        words.say("desk.queue.confirm-" + act, "count", voices.size()),
        QueueRoutes.path(asked),
        form.text("from"),
        voices.stream()
            .map(v ->
                VoiceViews.item(v, Map.of(), words, consultations.council().zone()).atMost(200))
            .toList(),
        told.isEmpty() ? null : told,
        items.stream().map(i -> i.id() + ":" + i.version()).toList(),
        form.all("shown"),
        act,
        form.text("reason"),
        form.text("reason-own"),
        words.say("desk.queue.yes-" + act));
  }
}
