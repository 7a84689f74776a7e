package org.folkmoot.forum;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Whose turn it is in a session: hands that are up, and who is called next. Thread-safe.
public final class FloorService {

  private final ForumService forum;
  private final FloorRepository floor;
  private final LiveLog log;
  private final InstantSource time;

  FloorService(ForumService forum, FloorRepository floor, LiveLog log, InstantSource time) {
    this.forum = forum;
    this.floor = floor;
    this.log = log;
    this.time = time;
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

  private static Map<String, Object> shownAs(Participant who) {
    return who.name().isEmpty()
        ? Map.of("seat", who.seat())
        : Map.of("seat", who.seat(), "name", who.name());
  }
}
