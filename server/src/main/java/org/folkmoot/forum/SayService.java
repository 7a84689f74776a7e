package org.folkmoot.forum;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;

/// What people say in a session, and what a host does about it: each say is in the record first, in
/// the session's log as soon as it may be shown, and out of it when it may not. Thread-safe.
public final class SayService {

  /// Longest say, in characters: somebody has to read it while others go on.
  public static final int MAX_SAY = 2_000;

  /// How many says are looked through for those that wait.
  private static final int WAITING = 200;

  private final ForumService forum;
  private final FloorRepository floor;
  private final LiveLog log;
  private final RecordService record;
  private final RecordReading reading;

  SayService(
      ForumService forum,
      FloorRepository floor,
      LiveLog log,
      RecordService record,
      RecordReading reading) {
    this.forum = forum;
    this.floor = floor;
    this.log = log;
    this.record = record;
    this.reading = reading;
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
    Optional<Contribution> fit = record.find(kept.id()).filter(SayService::mayBeShown);
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
        .sorted(Comparator.comparingLong(Contribution::seq).reversed())
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

  /// Follows a withdrawal into the session's log; may be repeated.
  public void forget(Contribution c) {
    if (c.channel() == Channel.LIVE_SESSION) {
      vanish(c, "taken-back");
    }
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

  private Contribution must(Session session, String contribution) {
    return record
        .find(contribution)
        .filter(c -> c.source().id().equals(session.id()) && !c.status().isGone())
        .orElseThrow(() -> new ProblemException(new Problem.Gone()));
  }
}
