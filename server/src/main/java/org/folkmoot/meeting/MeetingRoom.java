package org.folkmoot.meeting;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.folkmoot.consultation.ComingMeetings;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.PassService;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// The meetings, put together: made once, where the rooms are wired.
public record MeetingRoom(
    MeetingService service, EveningPasses passes, ComingMeetings coming, RouteTable.Routes routes) {

  /// @param url the portal's public address, known once it listens
  public static MeetingRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      Vault vault,
      PassService passService,
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
    var passes = new EveningPasses(passService, () -> consultations.council().zone(), url, time);
    var entries = new EntryPages(service, new MeetingEntryViews(consultations, service));
    var desk =
        new MeetingDeskRoutes(
            service, consultations, new MeetingDeskViews(service, views, url), entries, passes);
    var evening = new PassRoutes(service, consultations, passes, entries, views);
    return new MeetingRoom(
        service,
        passes,
        (ask, consultation) ->
            views.coming(
                ask.words(), consultation, service.meetings(consultation.slug()), ask.now()),
        table -> {
          pages.register(table);
          desk.register(table);
          evening.register(table);
        });
  }
}
