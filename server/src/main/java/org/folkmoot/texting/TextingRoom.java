package org.folkmoot.texting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;
import org.folkmoot.story.StoryService;

/// Texting, put together: made once, where the rooms are wired.
///
/// @param routes with the telephone on screen in a demonstration
public record TextingRoom(
    TextingService service,
    SendingService sending,
    NewsService news,
    ThreadService threads,
    Reception reception,
    RouteTable.Routes routes) {

  /// Writes down and sends what is due. Called again and again.
  public void sendDue() {
    reception.catchUp();
    news.writeAndSend();
  }

  /// Brings pictures to the texts they came with. Called again and again.
  public void bringPictures() {
    service.bringPictures();
  }

  /// @param patience how long the gateway waits for the answer to a text
  /// @param alone no other portal uses this store
  public static TextingRoom in(
      Store store,
      RecordRoom record,
      Vault vault,
      ConsultationService consultations,
      StoryService stories,
      ResultLines results,
      PhoneLines phoneLines,
      Gateway gateway,
      Duration patience,
      Supplier<String> publicUrl,
      boolean demo,
      boolean alone,
      InstantSource time) {
    var repository = new TextingRepository(store);
    var switchboard = new Switchboard(repository, consultations);
    var words = new TextedWords(record.service(), record.reading(), vault);
    var texts = new OutboxRepository(store);
    var alarms = new Alarms(store);
    var budget = new Budget(texts, alarms, () -> consultations.council().country(), time);
    var agreed = new Agreed(record.reading(), words, repository);
    var outbox =
        new Outbox(
            texts,
            repository,
            gateway.provider(),
            vault,
            agreed::against,
            budget,
            consultations,
            demo,
            time);
    if (alone) {
      outbox.loseTrack();
    }
    var lines = new ThreadRepository(store);
    var threads = new Threads(lines, vault);
    var hearing = new Hearing(words, results, repository);
    var sending = new SendingService(repository, consultations, outbox, vault, time);
    var service =
        new TextingService(
            repository,
            switchboard,
            hearing,
            sending,
            threads,
            new Pictures(
                gateway.provider().media(),
                new PictureRepository(store),
                repository,
                words,
                stories,
                vault,
                time),
            new Attention(budget, alarms, time),
            vault,
            time);
    var news =
        new NewsService(
            new NewsRepository(store),
            texts,
            repository,
            outbox,
            budget,
            alarms,
            agreed,
            record.reading(),
            vault,
            consultations,
            time);
    var reception = new Reception(new Inbox(store, vault), service, sending, patience, time);
    var conversations =
        new ThreadService(
            repository,
            texts,
            lines,
            threads,
            service,
            sending,
            switchboard,
            hearing,
            HandingOver.usual(),
            record,
            vault,
            time);
    var routes = new ArrayList<RouteTable.Routes>();
    routes.add(new ThreadRoutes(conversations, service, consultations));
    var health = new HealthService(lines, texts, repository, news, consultations, time);
    routes.add(new HealthRoutes(health, news, switchboard, consultations));
    routes.add(new FlowRoutes(service, consultations, budget));
    routes.add(new NewsRoutes(news, consultations));
    routes.add(
        new TextingRoutes(
            service,
            sending,
            conversations,
            news,
            reception,
            switchboard,
            consultations,
            phoneLines,
            gateway,
            publicUrl));
    gateway
        .own()
        .ifPresent(own ->
            routes.add(new OwnGatewayRoutes(own, sending, reception, outbox, consultations)));
    if (demo) {
      gateway
          .simulator()
          .ifPresent(
              network -> routes.add(new DemoPhoneRoutes(network, switchboard, consultations)));
    }
    return new TextingRoom(
        service,
        sending,
        news,
        conversations,
        reception,
        table -> routes.forEach(room -> room.register(table)));
  }
}
