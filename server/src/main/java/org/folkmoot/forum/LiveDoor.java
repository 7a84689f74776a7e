package org.folkmoot.forum;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Cookies;
import org.folkmoot.door.Origin;
import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;
import org.folkmoot.people.PeopleService;

/// Who may listen to a session. Sessions of an open consultation are for everybody; whoever shows
/// something to be let in with must show the right thing. Thread-safe.
final class LiveDoor {

  /// Roles that may host a session.
  static final Role[] HOSTS = {Role.HOST, Role.OFFICER, Role.FACILITATOR, Role.MODERATOR};

  /// What an upgrade leads to.
  sealed interface Entry {
    /// @param host this listener keeps the host's presence alive
    /// @param signedIn let in as somebody who works here
    record Open(boolean host, boolean signedIn) implements Entry {}

    record SignIn() implements Entry {}

    record NotAllowed() implements Entry {}
  }

  /// What somebody shows to be let in.
  ///
  /// @param cookie and `bearer` as in the headers of the request
  /// @param joinCode from `?join=`
  /// @param as `host` if a host's page asks
  record Asked(String session, String cookie, String bearer, String joinCode, String as) {}

  private final ForumService forum;
  private final ConsultationService consultations;
  private final PeopleService people;
  private final Supplier<String> publicUrl;

  LiveDoor(
      ForumService forum,
      ConsultationService consultations,
      PeopleService people,
      Supplier<String> publicUrl) {
    this.forum = forum;
    this.consultations = consultations;
    this.people = people;
    this.publicUrl = publicUrl;
  }

  /// True if a page of ours asks, or no page at all.
  boolean isOurs(String origin, String host) {
    return Origin.isOurs(origin, host, publicUrl.get());
  }

  Entry enter(Asked asked) {
    return enter(asked, people::bySession);
  }

  /// Whether somebody who was let in may stay: who is signed in no longer, or hosts no longer, is
  /// sent away. Asked for as long as they listen, which is no use of their session.
  Entry again(Asked asked, Entry before) {
    if (!(before instanceof Entry.Open open && open.signedIn())) {
      return before;
    }
    return switch (enter(asked, people::byOpenSession)) {
      case Entry.Open now when !now.signedIn() -> new Entry.SignIn();
      case Entry.Open now when open.host() && !now.host() -> new Entry.NotAllowed();
      case Entry now -> now;
    };
  }

  private Entry enter(Asked asked, Function<String, Optional<Visitor>> bySession) {
    String session = asked.session();
    Optional<Session> found = forum.find(session);
    if (found.isEmpty()) {
      return new Entry.NotAllowed();
    }
    String joinCode = asked.joinCode().toUpperCase(Locale.ROOT);
    if (!joinCode.isEmpty() && !found.get().joinCode().equals(joinCode)) {
      return new Entry.NotAllowed();
    }
    String bearer = asked.bearer();
    Optional<Visitor> visitor;
    if (bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
      visitor = people.byToken(bearer.substring(7).strip());
      if (visitor.isEmpty()) {
        return new Entry.SignIn();
      }
    } else {
      visitor =
          Optional.of(cookie(asked.cookie(), Cookies.SESSION))
              .filter(v -> !v.isEmpty())
              .flatMap(bySession);
    }
    visitor = visitor.map(v -> v.within(found.get().consultation()));
    boolean ofAnother =
        visitor.isPresent()
            && !visitor.get().sessions().isEmpty()
            && !visitor.get().sessions().contains(session);
    if (ofAnother) {
      return new Entry.NotAllowed();
    }
    boolean host = visitor.map(v -> v.is(HOSTS)).orElse(false);
    boolean asHost = asked.as().equals("host");
    if (asHost && !host) {
      return visitor.isPresent() ? new Entry.NotAllowed() : new Entry.SignIn();
    }
    boolean draft =
        consultations
            .find(found.get().consultation())
            .map(c -> c.state() == Consultation.State.DRAFT)
            .orElse(true);
    if (draft && visitor.filter(Visitor::isStaff).isEmpty()) {
      return new Entry.SignIn();
    }
    boolean signedIn = visitor.filter(v -> !v.id().isEmpty()).isPresent();
    return new Entry.Open(host && (asHost || !bearer.isEmpty()), signedIn);
  }

  private static String cookie(String header, String name) {
    for (String pair : header.split(";")) {
      String one = pair.strip();
      if (one.startsWith(name + "=")) {
        return one.substring(name.length() + 1).replace("\"", "");
      }
    }
    return "";
  }
}
