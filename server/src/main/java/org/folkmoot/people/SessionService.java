package org.folkmoot.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.folkmoot.door.SecurityLog;
import org.folkmoot.store.Keys;

/// Who is signed in, in which browsers. A cookie holds a random id and nothing else; every sign-in
/// gets a new one. Thread-safe.
final class SessionService {

  /// As long as a cookie may still be tried after its session ended.
  private static final Duration KEPT = Session.LONGEST.multipliedBy(4);

  private final SessionRepository sessions;
  private final Keys keys;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();

  SessionService(SessionRepository sessions, Keys keys, InstantSource time) {
    this.sessions = sessions;
    this.keys = keys;
    this.time = time;
  }

  /// A new session's cookie.
  String start(String staff, String family) {
    String cookie = newSecret(32);
    Instant now = time.instant();
    var session = new Session(newSecret(9), staff, family, now, now, false);
    sessions.start(hash(cookie), session);
    SecurityLog.done("session.started", "session", session.name(), "staff", staff);
    return cookie;
  }

  /// The open session of a cookie. A cookie whose session has ended is refused, and that is logged:
  /// a browser that was told so no longer has it.
  Optional<Session> open(String cookie) {
    Instant now = time.instant();
    Optional<Session> found = sessions.find(hash(cookie));
    if (found.isEmpty()) {
      SecurityLog.refused("session.refused", "reason", "unknown");
      return found;
    }
    Session session = found.get();
    if (!session.isOpen(now)) {
      SecurityLog.refused(
          "session.refused",
          "reason",
          session.ended() ? "ended" : "old",
          "session",
          session.name());
      return Optional.empty();
    }
    if (session.seen().plus(Session.SEEN_EVERY).isBefore(now)) {
      sessions.seen(hash(cookie), now);
    }
    return found;
  }

  /// The same without counting as use, and without a line in the log.
  Optional<Session> stillOpen(String cookie) {
    return sessions.find(hash(cookie)).filter(session -> session.isOpen(time.instant()));
  }

  /// The name of the session a cookie opens, whoever it belongs to; empty for none.
  String nameOf(String cookie) {
    return cookie.isEmpty() ? "" : sessions.find(hash(cookie)).map(Session::name).orElse("");
  }

  /// Open sessions of one person, the newest first.
  List<Session> of(String staff) {
    return sessions.of(staff).stream().filter(s -> s.isOpen(time.instant())).toList();
  }

  void end(String cookie) {
    Optional<Session> session = sessions.find(hash(cookie));
    if (session.isPresent() && sessions.end(hash(cookie))) {
      SecurityLog.done("session.ended", "session", session.get().name(), "by", "itself");
    }
  }

  /// @param by id of who ends it
  void end(String staff, String name, String by) {
    if (sessions.end(staff, name)) {
      SecurityLog.done("session.ended", "session", name, "by", by);
    }
  }

  void endOthers(String staff, String butCookie) {
    String but = nameOf(butCookie);
    of(staff).stream()
        .filter(session -> !session.name().equals(but))
        .forEach(session -> end(staff, session.name(), staff));
  }

  void endAll(String staff, String by) {
    sessions.endAll(staff);
    SecurityLog.done("sessions.ended", "staff", staff, "by", by);
  }

  /// Deletes what no browser keeps a cookie of any more.
  void forgetOld() {
    sessions.deleteBefore(time.instant().minus(KEPT));
  }

  private String hash(String cookie) {
    return keys.mac("session", cookie);
  }

  private String newSecret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
