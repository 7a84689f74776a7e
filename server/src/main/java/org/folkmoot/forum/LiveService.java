package org.folkmoot.forum;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Equality;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.store.Claims;

/// What people do in a session: join, say something, raise a hand; and what a host does about it.
/// Thread-safe.
public final class LiveService {

  /// Longest say, in characters: somebody has to read it while others go on.
  public static final int MAX_SAY = 2_000;

  /// How many says are looked through for those that wait.
  private static final int WAITING = 200;

  private final ForumService forum;
  private final FloorRepository floor;
  private final LiveLog log;
  private final RecordService record;
  private final RecordReading reading;
  private final Vault vault;
  private final Claims claims;
  private final InstantSource time;

  LiveService(
      ForumService forum,
      FloorRepository floor,
      LiveLog log,
      RecordService record,
      RecordReading reading,
      Vault vault,
      Claims claims,
      InstantSource time) {
    this.forum = forum;
    this.floor = floor;
    this.log = log;
    this.record = record;
    this.reading = reading;
    this.vault = vault;
    this.claims = claims;
    this.time = time;
  }

  /// The pseudonym a device, a join token or a member of staff has in this session's consultation.
  public String key(Session session, String device) {
    return record.pseudonym(session.consultation(), device);
  }

  public Optional<Participant> participant(Session session, String key) {
    return key.isEmpty() ? Optional.empty() : floor.find(session.id(), key);
  }

  /// Joins with the answers to the closing questions, which hold for everything said from here on;
  /// joining again changes them for what comes after.
  ///
  /// @param name shown to the others; empty to be a number, as everybody under 18 is
  public Participant join(Session session, String key, String name, ClosingAnswers answers) {
    String contact =
        switch (answers.tell()) {
          case PHONE -> vault.keep(new Vault.Contact(Vault.Kind.PHONE, answers.phoneOrEmail()));
          case EMAIL -> vault.keep(new Vault.Contact(Vault.Kind.EMAIL, answers.phoneOrEmail()));
          case CODE -> "";
        };
    return join(
        session,
        key,
        name,
        answers.consent(),
        answers.tell(),
        contact,
        answers.under18(),
        answers.equality());
  }

  /// Joins without a form: consent as given, told by code.
  public Participant join(Session session, String key, String name, Consent consent) {
    return join(session, key, name, consent, false);
  }

  /// The same for somebody who may be under 18.
  public Participant join(
      Session session, String key, String name, Consent consent, boolean under18) {
    return join(session, key, name, consent, Contribution.Tell.CODE, "", under18, Equality.none());
  }

  private Participant join(
      Session session,
      String key,
      String name,
      Consent consent,
      Contribution.Tell tell,
      String contact,
      boolean under18,
      Equality about) {
    Optional<Participant> before = floor.find(session.id(), key);
    Participant joined =
        new Participant(
            session.id(),
            key,
            before.map(Participant::seat).orElseGet(() -> takeSeat(session.id(), key)),
            under18 ? "" : name.strip(),
            consent,
            tell,
            contact,
            under18,
            about.area(),
            about,
            before.map(Participant::handSince).orElse(null),
            before.map(Participant::turns).orElse(0));
    floor.save(joined);
    return joined;
  }

  /// Words that no contribution is made of (a name to show, a line of captions): where they may
  /// mean danger they are kept for the safeguarding lead, and must go nowhere else.
  ///
  /// @param from says in the contribution whose they are
  /// @return what was kept; empty if nothing worries in them
  public Optional<Added> setApart(
      Session session, String words, String language, UnaryOperator<NewContribution> from) {
    return record.isWorrying(words)
        ? Optional.of(
            record.add(
                from.apply(
                    NewContribution.to(session.consultation(), Channel.LIVE_SESSION)
                        .text(words.strip(), language)
                        .source(Source.of(session.id())))))
        : Optional.empty();
  }

  /// True if a line of captions was kept apart: it says what somebody in the room said.
  public boolean captionApart(Session session, String line, String language, String by) {
    return setApart(
            session,
            line,
            language,
            words -> words.capturedAs(CaptureKind.TRANSCRIPT).enteredBy(by))
        .isPresent();
  }

  /// Says something. It is in the record when this returns; it is in the session's log too if a
  /// host is present. The same act again gives the same answer.
  ///
  /// @param act id made by the sender's page or phone; empty makes every call a new act
  public Said say(Session session, Participant who, String act, String text, String language) {
    return say(session, who, act, text, language, "");
  }

  /// The same for staff, who are named in the log.
  ///
  /// @param enteredBy name of the member of staff; empty for the public
  public Said say(
      Session session,
      Participant who,
      String act,
      String text,
      String language,
      String enteredBy) {
    String once = "say:" + who.key() + ":" + (act.isEmpty() ? UUID.randomUUID() : act);
    boolean again =
        record
            .find(NewContribution.idOf(session.consultation(), Channel.LIVE_SESSION, once))
            .isPresent();
    if (!again && !forum.isHearing(session)) {
      return new Said.NotOpen();
    }
    if (text.isBlank() || text.length() > MAX_SAY) {
      return new Said.Unfit();
    }
    Added added =
        record.add(
            NewContribution.to(session.consultation(), Channel.LIVE_SESSION)
                .act(once)
                .text(text.strip(), language)
                .source(Source.of(session.id()))
                .participant(who.key())
                .consent(who.consent())
                .tell(who.tell(), who.contact())
                .under18(who.under18())
                .place(who.place())
                .equality(who.about())
                .enteredBy(enteredBy));
    if (!who.about().isEmpty()) {
      floor.forgetAbout(session.id(), who.key());
    }
    return switch (added) {
      case Added.Held held -> new Said.Held(held);
      case Added.Kept kept -> shown(session, kept, who);
    };
  }

  private Said shown(Session session, Added.Kept kept, Participant who) {
    Optional<LiveEvent> before = log.byAct(session.id(), kept.id());
    if (before.isPresent()) {
      return new Said.Shown(kept, before.get().seq());
    }
    if (who.under18() || !forum.isHosted(session.id())) {
      return new Said.Waiting(kept);
    }
    Optional<Contribution> fit = record.find(kept.id()).filter(LiveService::mayBeShown);
    if (fit.isEmpty()) {
      return new Said.Waiting(kept);
    }
    long seq = show(session.id(), fit.get(), who.seat(), who.name());
    hideIfGone(kept.id());
    return new Said.Shown(kept, seq);
  }

  /// Taken back, declined or held while it was being shown: whoever did it found nothing to take
  /// out of the log.
  private void hideIfGone(String contribution) {
    record
        .find(contribution)
        .filter(c -> !mayBeShown(c))
        .ifPresent(c -> vanish(c, c.status().isGone() ? "taken-back" : "removed"));
  }

  private static boolean mayBeShown(Contribution c) {
    return c.status() == Status.RECEIVED || c.status() == Status.CLEARED;
  }

  private long show(String session, Contribution c, int seat, String name) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", c.id());
    data.put("seat", seat);
    if (!name.isEmpty()) {
      data.put("name", name);
    }
    data.put("text", c.text());
    data.put("language", c.language());
    return log.append(session, c.id(), LiveEvent.Kind.SAY, data);
  }

  /// Codes of everything this participant said here, newest first.
  public List<Contribution> saidBy(Session session, Participant who) {
    return reading.byParticipant(who.key()).stream()
        .filter(c -> c.source().id().equals(session.id()) && !c.isMarksOnly())
        .sorted(java.util.Comparator.comparingLong(Contribution::seq).reversed())
        .toList();
  }

  /// True if everybody in the session has got it.
  boolean isShown(Session session, Contribution c) {
    return log.byAct(session.id(), c.id()).isPresent();
  }

  /// What waits for the host, oldest first: said while no host was present, or left behind by a
  /// crash between record and log.
  public List<Voice> waiting(Session session, Reader host) {
    RecordQuery query =
        RecordQuery.in(session.consultation())
            .channel(Channel.LIVE_SESSION)
            .source(session.id())
            .statuses(EnumSet.of(Status.RECEIVED, Status.CLEARED))
            .page(0, WAITING);
    return reading.list(host, query).voices().stream()
        .filter(v -> v.captureKind() != CaptureKind.TALLY && !v.under18())
        .filter(v -> log.byAct(session.id(), v.id()).isEmpty())
        .toList()
        .reversed();
  }

  /// A host has read it: it is checked in the record and everybody gets it.
  public void approve(Session session, String contribution, String by) {
    Contribution c = must(session, contribution);
    if (c.under18() || c.status() == Status.REFUSED || c.status() == Status.HELD) {
      throw new ProblemException(new Problem.Conflict("It may not be shown."));
    }
    record.check(c.id(), by);
    Optional<Participant> who = floor.find(session.id(), c.participant());
    show(
        session.id(),
        c,
        who.map(Participant::seat).orElse(0),
        who.map(Participant::name).orElse(""));
    hideIfGone(c.id());
  }

  /// A host takes it away for all, shown already or not; its sender finds the reason with the code.
  public void remove(Session session, String contribution, String by, String reason) {
    Contribution c = must(session, contribution);
    record.decline(c.id(), by, reason);
    vanish(c, "removed");
  }

  /// Follows a withdrawal into the session's log and polls; may be repeated.
  public void forget(Contribution c) {
    if (c.channel() != Channel.LIVE_SESSION) {
      return;
    }
    vanish(c, "taken-back");
    for (String id : floor.forgetVotes(c.id())) {
      floor
          .poll(id)
          .filter(poll -> poll.state() == Poll.State.CLOSED)
          .ifPresent(poll -> result(poll, c.id()));
    }
  }

  /// Tells how a poll stands now, once per occasion.
  void result(Poll poll, String occasion) {
    Map<String, Integer> counts = floor.counts(poll);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("poll", poll.id());
    data.put("question", poll.question());
    data.put(
        "options",
        poll.options().stream()
            .map(o ->
                Map.of("id", o.id(), "text", o.text(), "votes", counts.getOrDefault(o.id(), 0)))
            .toList());
    data.put("votes", counts.values().stream().mapToInt(Integer::intValue).sum());
    log.append(poll.session(), "result:" + poll.id() + ":" + occasion, LiveEvent.Kind.RESULT, data);
  }

  private void vanish(Contribution c, String why) {
    String session = c.source().id();
    log.byAct(session, c.id())
        .ifPresent(say -> {
          log.erase(session, say.seq());
          log.append(
              session,
              "gone:" + c.id(),
              LiveEvent.Kind.MODERATED,
              Map.of("say", say.seq(), "why", why));
        });
  }

  /// Raises or lowers a hand; doing it twice is doing it once.
  public void hand(Session session, Participant who, boolean up) {
    if (up == (who.handSince() != null) || (up && !forum.isHearing(session))) {
      return;
    }
    floor.hand(session.id(), who.key(), up ? time.instant() : null);
    Map<String, Object> data = new LinkedHashMap<>(shownAs(who));
    data.put("up", up);
    data.put("waiting", floor.hands(session.id()).size());
    log.append(session.id(), "hand:" + UUID.randomUUID(), LiveEvent.Kind.HAND, data);
  }

  /// Hands that are up, in the order they will be called.
  public List<Participant> hands(Session session) {
    return floor.hands(session.id());
  }

  /// Calls the next: those who have not been called yet come first.
  public Optional<Participant> next(Session session) {
    Optional<Participant> next = floor.hands(session.id()).stream().findFirst();
    next.ifPresent(who -> {
      floor.called(session.id(), who.key());
      Map<String, Object> data = new LinkedHashMap<>(shownAs(who));
      data.put("waiting", floor.hands(session.id()).size());
      log.append(session.id(), "queue:" + UUID.randomUUID(), LiveEvent.Kind.QUEUE, data);
    });
    return next;
  }

  /// What happened after a number, as it may be read now.
  public List<LiveEvent> history(Session session, long after, int limit) {
    return log.history(session, after, limit);
  }

  public long last(Session session) {
    return log.last(session.id());
  }

  private static Map<String, Object> shownAs(Participant who) {
    return who.name().isEmpty()
        ? Map.of("seat", who.seat())
        : Map.of("seat", who.seat(), "name", who.name());
  }

  private Contribution must(Session session, String contribution) {
    return record
        .find(contribution)
        .filter(c -> c.source().id().equals(session.id()) && !c.status().isGone())
        .orElseThrow(() -> new ProblemException(new Problem.Gone()));
  }

  private int takeSeat(String session, String key) {
    for (int n = (int) floor.count(session) + 1; ; n++) {
      if (claims.take("seat:" + session + ":" + n, key).equals(key)) {
        return n;
      }
    }
  }
}
