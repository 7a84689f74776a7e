package org.folkmoot.kit;

import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.meeting.EveningPasses;
import org.folkmoot.meeting.MeetingService;
import org.folkmoot.web.Pages;

/// The kits, put together: made once, where the rooms are wired.
public record KitRoom(KitService service, RouteTable.Routes routes) {

  /// @param url the portal's public address, known once it listens
  public static KitRoom in(
      MeetingService meetings,
      EveningPasses passes,
      ConsultationService consultations,
      Pages pages,
      Supplier<String> url) {
    var service = new KitService(consultations, new KitViews(consultations, passes, url), pages);
    return new KitRoom(service, new KitRoutes(service, meetings, consultations));
  }
}
