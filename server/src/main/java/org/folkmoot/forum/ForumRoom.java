package org.folkmoot.forum;

import io.helidon.websocket.WsListener;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.PeopleRoom;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// The live forum, put together: made once, where the rooms are wired.
///
/// @param hubs to be closed before the server stops
/// @param sockets for the server, by path
public record ForumRoom(
    ForumService service,
    ParticipantService participants,
    SayService says,
    FloorService floor,
    PollService polls,
    LiveHubs hubs,
    RouteTable.Routes routes,
    Map<String, Supplier<WsListener>> sockets) {

  /// @param publicUrl the portal's address, asked for once it listens
  public static ForumRoom in(
      Store store,
      RecordRoom record,
      PeopleRoom people,
      ConsultationService consultations,
      InstantSource time,
      Supplier<String> publicUrl) {
    var sessions = new ForumRepository(store);
    var floor = new FloorRepository(store);
    var log = new LiveLog(store.log("live"), record.reading(), time);
    var forum = new ForumService(sessions, log, consultations, time);
    var participants =
        new ParticipantService(forum, floor, record.service(), people.vault(), store.claims());
    var says = new SayService(forum, floor, log, record.service(), record.reading());
    var turns = new FloorService(forum, floor, log, time);
    var safeguarding = new Safeguarding(record.service());
    var polls = new PollService(forum, floor, log, record.service());
    var hubs = new LiveHubs(sessions, forum, log, time);
    var door = new LiveDoor(forum, consultations, people.service(), publicUrl);
    var views = new ForumViews(forum, says, turns, polls);
    record.service().follow(says::forget);
    record.service().follow(polls::forget);
    RouteTable.Routes routes =
        table ->
            table.with(
                new ForumRoutes(
                    forum,
                    participants,
                    says,
                    turns,
                    safeguarding,
                    polls,
                    views,
                    consultations,
                    people.vault()),
                new TopicRoutes(
                    forum, consultations, record.service(), record.reading(), people.vault()),
                new ForumDeskRoutes(forum, consultations),
                new HostRoutes(forum, says, turns, safeguarding, polls, consultations),
                new ForumApi(
                    forum,
                    participants,
                    says,
                    turns,
                    safeguarding,
                    polls,
                    consultations,
                    people.service()),
                new HostApi(forum, says, turns, safeguarding, polls, consultations),
                new LiveRoutes(door, hubs, forum));
    return new ForumRoom(
        forum,
        participants,
        says,
        turns,
        polls,
        hubs,
        routes,
        Map.of("/live/{session}", () -> new LiveSocket(door, hubs)));
  }
}
