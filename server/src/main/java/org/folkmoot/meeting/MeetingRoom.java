package org.folkmoot.meeting;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.folkmoot.consultation.ComingMeetings;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// The meetings, put together: made once, where the rooms are wired.
public record MeetingRoom(MeetingService service, ComingMeetings coming, RouteTable.Routes routes) {

  /// @param url the portal's public address, known once it listens
  public static MeetingRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      Vault vault,
      InstantSource time,
      Supplier<String> url) {
    var service =
        new MeetingService(
            new MeetingRepository(store),
            consultations,
            record.service(),
            record.reading(),
            vault,
            time);
    var views = new MeetingViews(consultations);
    var pages = new MeetingRoutes(service, consultations, views, url);
    var desk =
        new MeetingDeskRoutes(
            service,
            consultations,
            new MeetingDeskViews(service, views, url),
            new MeetingEntryViews(consultations, service));
    return new MeetingRoom(
        service,
        (ask, consultation) ->
            views.coming(
                ask.words(), consultation, service.meetings(consultation.slug()), ask.now()),
        table -> {
          pages.register(table);
          desk.register(table);
        });
  }
}
