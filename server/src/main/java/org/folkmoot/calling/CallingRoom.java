package org.folkmoot.calling;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;
import org.folkmoot.story.StoryService;
import org.folkmoot.texting.TextingService;

/// Calling, put together: made once, where the rooms are wired.
///
/// @param routes with the telephone to call with in a demonstration
public record CallingRoom(CallingService service, RouteTable.Routes routes) {

  /// Rooms that calls need.
  public record Around(
      RecordRoom record,
      Vault vault,
      ConsultationService consultations,
      TextingService texting,
      StoryService stories,
      DecidedLines decided) {}

  public static CallingRoom in(
      Store store,
      Around around,
      VoiceGateway gateway,
      Supplier<String> publicUrl,
      boolean demo,
      InstantSource time) {
    var repository = new CallingRepository(store);
    RecordRoom record = around.record();
    var recordings =
        new Recordings(
            gateway.provider().orElseGet(NoCarrier::new),
            repository,
            around.stories(),
            record.service(),
            time);
    var service =
        new CallingService(
            repository,
            around.consultations(),
            around.texting(),
            new SpokenAnswers(record.service(), record.reading()),
            around.decided(),
            recordings,
            around.vault(),
            time);
    var routes = new ArrayList<RouteTable.Routes>();
    gateway
        .provider()
        .ifPresent(provider -> routes.add(new CallingRoutes(service, provider, publicUrl)));
    routes.add(
        new CallingDeskRoutes(
            service, around.consultations(), record, gateway.carrier(), publicUrl));
    if (demo) {
      gateway
          .simulator()
          .ifPresent(exchange ->
              routes.add(new DemoCallRoutes(exchange, gateway.number(), around.consultations())));
    }
    return new CallingRoom(service, table -> routes.forEach(room -> room.register(table)));
  }
}
