package org.folkmoot.forum;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;

/// Sessions and topics: set up, opened, closed; what happened in a session, and whether a host is
/// there. Thread-safe.
public final class ForumService {

  /// How long a host counts as present after the last sign of their page.
  static final Duration HOST_LEASE = Duration.ofSeconds(45);

  private static final String HOST = "host";
  private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final ForumRepository forum;
  private final LiveLog log;
  private final ConsultationService consultations;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();

  ForumService(
      ForumRepository forum, LiveLog log, ConsultationService consultations, InstantSource time) {
    this.forum = forum;
    this.log = log;
    this.consultations = consultations;
    this.time = time;
  }

  /// Plans a session. Without an id one is made from the title; with an id that is taken nothing
  /// happens and the session that has it is answered.
  public Session plan(
      String consultation, String id, String title, String question, Instant startsAt) {
    if (!id.isEmpty() && forum.find(id).isPresent()) {
      return get(id);
    }
    String wanted = id.isEmpty() ? slug(title) : id;
    for (int n = 1; ; n++) {
      Session session =
          new Session(
              n == 1 ? wanted : wanted + "-" + n,
              consultation,
              title.strip(),
              question.strip(),
              Session.State.PLANNED,
              startsAt,
              "",
              newCode(),
              "");
      if (forum.insert(session)) {
        return session;
      }
      if (!id.isEmpty()) {
        return get(id);
      }
    }
  }

  public Optional<Session> find(String id) {
    return forum.find(id);
  }

  /// The session, or "not found" at the door.
  public Session get(String id) {
    return find(id).orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// The session of this consultation, or "not found" at the door.
  public Session get(String consultation, String id) {
    return find(id)
        .filter(s -> s.consultation().equals(consultation))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  /// Open ones first, then those to come, then those that are over, the latest first.
  public List<Session> sessions(String consultation) {
    return forum.sessionsOf(consultation).stream()
        .sorted(
            Comparator.comparingInt((Session s) -> rank(s.state()))
                .thenComparing((a, b) ->
                    a.state().isOver()
                        ? b.startsAt().compareTo(a.startsAt())
                        : a.startsAt().compareTo(b.startsAt()))
                .thenComparing(Session::id))
        .toList();
  }

  /// Opens, pauses, closes or archives a session and tells everybody there; what it already is
  /// stays as it is.
  ///
  /// @return false if it cannot go there from where it is
  public boolean move(String id, Session.State to) {
    Session session = get(id);
    if (session.state() == to) {
      return true;
    }
    if (!session.state().canBecome(to) || !forum.move(id, session.state(), to)) {
      return false;
    }
    if (to != Session.State.ARCHIVED) {
      log.append(
          id, "state:" + UUID.randomUUID(), LiveEvent.Kind.NOTICE, Map.of("state", to.word()));
    }
    return true;
  }

  /// Has a session that is over played back in one that is open, until somebody joins that one.
  public void replay(String id, String evening) {
    forum.replays(id, evening);
  }

  /// The session that is played back in this one now, if any.
  Optional<Session> replayedIn(Session session) {
    return session.state() == Session.State.OPEN && !session.replays().isEmpty()
        ? find(session.replays()).filter(evening -> evening.state() == Session.State.CLOSED)
        : Optional.empty();
  }

  /// The language a session is held in, as far as nobody says another.
  String language(Session session) {
    return consultations.get(session.consultation()).language();
  }

  /// Somebody takes part: what is played back stops for everybody.
  void endReplay(Session session) {
    if (!session.replays().isEmpty()) {
      // Told first: cut short by a crash, the next who takes part ends it.
      log.append(
          session.id(),
          "replay:" + UUID.randomUUID(),
          LiveEvent.Kind.NOTICE,
          Map.of("replay", Replay.OVER));
      forum.replays(session.id(), "");
    }
  }

  /// Says where the session is now; an empty line takes it away.
  public void agenda(String id, String line) {
    String text = line.strip();
    forum.agenda(id, text);
    log.append(id, "agenda:" + UUID.randomUUID(), LiveEvent.Kind.AGENDA, Map.of("text", text));
  }

  /// A line of what is said in the room, written along for those who cannot hear it.
  public long caption(String id, String text) {
    return log.append(
        id, "caption:" + UUID.randomUUID(), LiveEvent.Kind.CAPTION, Map.of("text", text.strip()));
  }

  /// What happened in a session after a number, as it may be read now.
  public List<LiveEvent> history(Session session, long after, int limit) {
    return log.history(session, after, limit);
  }

  /// The number of what happened last.
  public long last(Session session) {
    return log.last(session.id());
  }

  /// A host's page was seen just now.
  public void hostIsHere(String id) {
    forum.lease(id, HOST, 0, time.instant().plus(HOST_LEASE));
  }

  public boolean isHosted(String id) {
    return forum.holds(id, HOST, time.instant());
  }

  /// True if people may say, vote and raise a hand now.
  public boolean isHearing(Session session) {
    return session.state() == Session.State.OPEN && hears(session.consultation(), Way.LIVE_SESSION);
  }

  public Topic addTopic(String consultation, String id, String title, String text) {
    String wanted = id.isEmpty() ? slug(title) : id;
    for (int n = 1; ; n++) {
      var topic =
          new Topic(
              n == 1 ? wanted : wanted + "-" + n, consultation, title.strip(), text.strip(), true);
      if (forum.insert(topic) || !id.isEmpty()) {
        return topic(consultation, topic.id());
      }
    }
  }

  /// The topic of this consultation, or "not found" at the door.
  public Topic topic(String consultation, String id) {
    return forum
        .topic(id)
        .filter(t -> t.consultation().equals(consultation))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  public List<Topic> topics(String consultation) {
    return forum.topicsOf(consultation);
  }

  public void openTopic(String consultation, String id, boolean open) {
    forum.open(topic(consultation, id).id(), open);
  }

  public boolean isHearing(Topic topic) {
    return topic.open() && hears(topic.consultation(), Way.FORUM);
  }

  private boolean hears(String slug, Way way) {
    Consultation consultation = consultations.get(slug);
    return consultation.ways().contains(way) && consultations.isHearing(consultation);
  }

  private String newCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
    }
    return code.toString();
  }

  private static int rank(Session.State state) {
    return switch (state) {
      case OPEN, PAUSED -> 0;
      case PLANNED -> 1;
      case CLOSED, ARCHIVED -> 2;
    };
  }

  /// "Getting home after six" becomes `getting-home-after-six`.
  private static String slug(String title) {
    String plain =
        Normalizer.normalize(title.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.length() > 48 ? plain.substring(0, 48).replaceAll("-+$", "") : plain;
    return cut.isEmpty() || cut.equals("topics") ? "session" : cut;
  }
}
