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
    LiveService live,
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
    var live =
        new LiveService(
            forum,
            floor,
            log,
            record.service(),
            record.reading(),
            people.vault(),
            store.claims(),
            time);
    var polls = new PollService(forum, live, floor, log, record.service());
    var hubs = new LiveHubs(sessions, forum, log, time);
    var door = new LiveDoor(forum, consultations, people.service(), publicUrl);
    var views = new ForumViews(forum, live, polls);
    record.service().follow(live::forget);
    RouteTable.Routes routes =
        table ->
            table.with(
                new ForumRoutes(
                    forum,
                    live,
                    polls,
                    views,
                    consultations,
                    record.service(),
                    record.reading(),
                    people.vault()),
                new HostRoutes(forum, live, polls, consultations),
                new ForumApi(forum, live, polls, consultations, people.service()),
                new LiveRoutes(door, hubs, forum));
    return new ForumRoom(
        forum,
        live,
        polls,
        hubs,
        routes,
        Map.of("/live/{session}", () -> new LiveSocket(door, hubs)));
  }
}
