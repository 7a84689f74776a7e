package org.folkmoot.calling;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.media.MediaService;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;
import org.folkmoot.story.StoryService;
import org.folkmoot.texting.TextingService;

/// Calling, put together: made once, where the rooms are wired.
///
/// @param routes with the telephone to call with in a demonstration
public record CallingRoom(CallingService service, Prompts prompts, RouteTable.Routes routes) {

  /// Rooms that calls need.
  public record Around(
      RecordRoom record,
      Vault vault,
      ConsultationService consultations,
      TextingService texting,
      StoryService stories,
      MediaService media,
      DecidedLines decided) {}

  /// True if this owner of a file is a recording of a line's words that is still here.
  public boolean keeps(String owner) {
    return prompts.keeps(owner);
  }

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
    var recorded = new PromptRepository(store);
    var scripts = new Scripts(around.consultations(), around.texting(), recorded);
    var prompts = new Prompts(recorded, scripts, around.media(), time);
    var service =
        new CallingService(
            repository,
            around.consultations(),
            around.texting(),
            new SpokenAnswers(record.service(), record.reading()),
            around.decided(),
            recordings,
            scripts,
            around.vault(),
            time);
    var routes = new ArrayList<RouteTable.Routes>();
    gateway
        .provider()
        .ifPresent(provider -> routes.add(new CallingRoutes(service, provider, publicUrl)));
    routes.add(
        new CallingDeskRoutes(
            service, scripts, around.consultations(), record, gateway.carrier(), publicUrl));
    routes.add(new PromptRoutes(service, scripts, prompts, around.consultations()));
    if (demo) {
      gateway
          .simulator()
          .ifPresent(exchange ->
              routes.add(
                  new DemoCallRoutes(exchange, gateway.number(), around.consultations(), prompts)));
    }
    return new CallingRoom(service, prompts, table -> routes.forEach(room -> room.register(table)));
  }
}
