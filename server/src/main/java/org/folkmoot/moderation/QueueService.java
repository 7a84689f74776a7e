package org.folkmoot.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.moderation.QueueRepository.Claim;
import org.folkmoot.moderation.QueueRepository.Item;
import org.folkmoot.moderation.QueueRepository.Last;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.Rulings;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;

/// What waits for somebody to look at it, and looking at it together. Nothing that is held is ever
/// here. Thread-safe.
public final class QueueService {

  /// How long somebody looks at something before it is free again.
  static final Duration LOOK = Duration.ofMinutes(10);

  /// How long something can be undone.
  static final Duration UNDO = Duration.ofMinutes(10);

  /// So many at most are decided with one press.
  static final int MOST = 200;

  private static final int PAGE = 30;
  private static final int STRETCHES = 4;

  private final Rulings rulings;
  private final RecordReading reading;
  private final ModerationLog log;
  private final Likenesses likenesses;
  private final QueueRepository queue;
  private final InstantSource time;

  QueueService(
      RecordRoom record,
      ModerationLog log,
      Likenesses likenesses,
      QueueRepository queue,
      InstantSource time) {
    this.rulings = record.service().rulings();
    this.reading = record.reading();
    this.log = log;
    this.likenesses = likenesses;
    this.queue = queue;
    this.time = time;
  }

  /// Things that say nearly the same, the oldest first.
  record Card(List<Voice> voices) {
    Card {
      voices = List.copyOf(voices);
    }
  }

  /// A page of the queue.
  ///
  /// @param next where to go on, 0 at the end
  /// @param compared whether all that waits has been compared
  record Page(List<Card> cards, long next, boolean compared, Map<String, Claim> claims) {}

  /// What waits, oldest first.
  Page waiting(String consultation, long after) {
    boolean compared = likenesses.readOn(consultation, STRETCHES);
    RecordReading.Found found =
        reading.oldest(Reader.STAFF, consultation, Status.RECEIVED, after, PAGE);
    List<Voice> voices = found.voices();
    List<Set<String>> groups = likenesses.groups(consultation, voices);
    Map<String, Voice> open = new HashMap<>();
    voices.forEach(v -> open.put(v.id(), v));
    List<String> more =
        groups.stream().flatMap(Set::stream).filter(id -> !open.containsKey(id)).toList();
    open(consultation, more).stream()
        .filter(v -> v.status() == Status.RECEIVED)
        .forEach(v -> open.put(v.id(), v));
    List<Card> cards =
        groups.stream()
            .map(group -> group.stream().filter(open::containsKey).map(open::get).toList())
            .filter(members -> !members.isEmpty())
            .map(Card::new)
            .toList();
    return new Page(cards, found.next(), compared, claims(open.keySet()));
  }

  /// What a rule let be read and nobody has looked at, oldest first.
  Page toLookAt(String consultation) {
    List<Card> cards =
        open(consultation, log.unseen(consultation).stream().limit(MOST).toList()).stream()
            .filter(v -> v.status() == Status.CLEARED)
            .map(v -> new Card(List.of(v)))
            .toList();
    return new Page(
        cards, 0, true, claims(cards.stream().map(c -> c.voices().getFirst().id()).toList()));
  }

  long countWaiting(String consultation) {
    return reading.count(RecordQuery.in(consultation).statuses(Set.of(Status.RECEIVED)));
  }

  int countToLookAt(String consultation) {
    return log.unseen(consultation).size();
  }

  /// These, as staff may read them.
  List<Voice> open(String consultation, Collection<String> ids) {
    Map<String, Voice> found = new HashMap<>();
    reading
        .open(Reader.STAFF, ids.stream().map(id -> new RecordReading.Member(id, 1)).toList())
        .voices()
        .stream()
        .filter(v -> v.consultation().equals(consultation))
        .forEach(v -> found.put(v.id(), v));
    return ids.stream().distinct().filter(found::containsKey).map(found::get).toList();
  }

  private Map<String, Claim> claims(Collection<String> ids) {
    return queue.claims(ids, time.instant());
  }

  /// Lets colleagues know who looks at these.
  ///
  /// @return false if somebody else looks at one of them
  boolean claim(String consultation, Collection<String> ids, Visitor who) {
    Instant now = time.instant();
    boolean all = true;
    for (Voice voice : open(consultation, ids)) {
      all &= queue.claim(voice.id(), who.name(), now, now.plus(LOOK));
    }
    return all;
  }

  void free(Collection<String> ids, Visitor who) {
    queue.free(ids, who.name());
  }

  void check(String consultation, List<Item> items, Visitor who) {
    decide(consultation, "check", items, who, i -> rulings.check(i.id(), i.version(), who.name()));
  }

  void hold(String consultation, List<Item> items, Visitor who) {
    decide(consultation, "hold", items, who, i -> rulings.hold(i.id(), i.version(), who.name()));
  }

  /// @param why by voice, each in the language it came in
  void decline(String consultation, List<Item> items, Visitor who, Function<Voice, Refusal> why) {
    Map<String, Refusal> refusals = new HashMap<>();
    open(consultation, items.stream().map(Item::id).toList())
        .forEach(v -> refusals.put(v.id(), why.apply(v)));
    decide(
        consultation,
        "decline",
        items,
        who,
        i -> {
          Refusal refusal = refusals.get(i.id());
          return refusal != null
              && rulings.decline(i.id(), i.version(), who.name(), refusal.reason(), refusal.told());
        });
  }

  /// Makes undone what this person did last, where nobody did anything since.
  void undo(String consultation, Visitor who) {
    last(consultation, who)
        .filter(QueueService::canBeUndone)
        .ifPresent(last ->
            decide(
                consultation,
                "undo",
                last.items(),
                who,
                i -> rulings.reopen(i.id(), i.version(), who.name())));
  }

  /// What is set apart is the safeguarding lead's alone to give back.
  static boolean canBeUndone(Last last) {
    return (last.did().equals("check") || last.did().equals("decline")) && !last.items().isEmpty();
  }

  private void decide(
      String consultation, String did, List<Item> items, Visitor who, Function<Item, Boolean> act) {
    Set<String> here = new HashSet<>();
    open(consultation, items.stream().map(Item::id).toList()).forEach(v -> here.add(v.id()));
    Map<String, Claim> claims = claims(here);
    List<Item> done = new ArrayList<>();
    List<String> meanwhile = new ArrayList<>();
    for (Item item : items.stream().limit(MOST).toList()) {
      Claim claim = claims.get(item.id());
      boolean others = claim != null && !claim.by().equals(who.name());
      if (here.contains(item.id()) && !others && act.apply(item)) {
        done.add(new Item(item.id(), item.version() + 1));
      } else {
        meanwhile.add(item.id());
      }
    }
    queue.free(items.stream().map(Item::id).toList(), who.name());
    queue.save(consultation, who.id(), new Last(time.instant(), did, done, meanwhile));
  }

  /// What this person did last, while it can be undone.
  Optional<Last> last(String consultation, Visitor who) {
    return queue
        .last(consultation, who.id())
        .filter(last -> time.instant().isBefore(last.at().plus(UNDO)));
  }

  /// Who was quicker with each of these: the newest act on it by somebody else, or none where
  /// somebody looks at it still or it cannot be told.
  Map<Voice, Optional<Act>> quicker(String consultation, Last last, Visitor who) {
    Map<Voice, Optional<Act>> quicker = new LinkedHashMap<>();
    open(consultation, last.meanwhile())
        .forEach(voice ->
            quicker.put(
                voice,
                reading.history(voice.id()).stream()
                    .map(Ledger.Entry::act)
                    .reduce((_, newest) -> newest)
                    .filter(act -> !act.by().equals(who.name()))));
    return quicker;
  }

  /// Reads on in the logs and forgets who looked at what long ago. Called now and then.
  public void keepUp(Collection<String> consultations) {
    consultations.forEach(slug -> likenesses.readOn(slug, 20));
    queue.forgetBefore(time.instant());
  }
}
