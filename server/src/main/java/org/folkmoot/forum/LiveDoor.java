package org.folkmoot.forum;

import java.util.Locale;
import java.util.Optional;
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
    record Open(boolean host) implements Entry {}

    record SignIn() implements Entry {}

    record NotAllowed() implements Entry {}
  }

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

  /// @param cookie and `bearer` as in the headers of the upgrade
  /// @param joinCode from `?join=`
  /// @param as `host` if a host's page asks
  Entry enter(String session, String cookie, String bearer, String joinCode, String as) {
    Optional<Session> found = forum.find(session);
    if (found.isEmpty()) {
      return new Entry.NotAllowed();
    }
    if (!joinCode.isEmpty() && !found.get().joinCode().equals(joinCode.toUpperCase(Locale.ROOT))) {
      return new Entry.NotAllowed();
    }
    Optional<Visitor> visitor;
    if (bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
      visitor = people.byToken(bearer.substring(7).strip());
      if (visitor.isEmpty()) {
        return new Entry.SignIn();
      }
    } else {
      visitor =
          Optional.of(cookie(cookie, Cookies.SESSION))
              .filter(v -> !v.isEmpty())
              .flatMap(people::bySession);
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
    if (as.equals("host") && !host) {
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
    boolean hosting = host && (as.equals("host") || !bearer.isEmpty());
    return new Entry.Open(hosting);
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
