package org.folkmoot.story;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.RouteTable;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.MediaService;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Lineage;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.store.Store;

/// Stories, letters and the page before the decision, put together: made once, where the rooms are
/// wired.
public record StoryRoom(
    StoryService stories,
    LetterService letters,
    ReadingService readings,
    RouteTable.Routes[] routes) {

  /// Makes the room; what is taken back takes its files and its writer's name with it.
  public static StoryRoom in(
      Store store,
      RecordRoom record,
      ConsultationService consultations,
      Vault vault,
      MediaService media,
      InstantSource time) {
    var stories = new StoryService(record.service(), record.reading(), consultations, media);
    var writers = new LetterRepository(store);
    var letters =
        new LetterService(record.service(), record.reading(), consultations, media, writers);
    var readings =
        new ReadingService(record.reading(), record.ledger(), new ReadRepository(store), time);
    record
        .service()
        .follow(
            new Lineage() {
              @Override
              public List<Derived> from(Contribution of) {
                String path = "/c/" + of.consultation() + "/stories/" + of.id();
                boolean shown = of.channel() == Channel.STORY && of.isPublic();
                return Stream.concat(
                        shown
                            ? Stream.of(new Derived("record.derived.story", path))
                            : Stream.empty(),
                        of.media().stream()
                            .map(file ->
                                new Derived(
                                    "record.derived.file",
                                    "/desk/c/" + of.consultation() + "/media/" + file.id())))
                    .toList();
              }

              @Override
              public void forget(Contribution gone) {
                // Shown by nothing but the contribution itself.
              }

              @Override
              public void erase(Contribution gone) {
                gone.media().forEach(file -> media.delete(new MediaId(file.id())));
                writers.forget(gone.id());
              }

              @Override
              public void eraseFiles(Contribution of, List<String> files) {
                files.forEach(file -> media.delete(new MediaId(file)));
              }
            });
    return new StoryRoom(
        stories,
        letters,
        readings,
        new RouteTable.Routes[] {
          new StoryRoutes(stories, record.service(), record.reading(), consultations, vault),
          new ReadingRoutes(readings, consultations),
          new StoryDeskRoutes(stories, record.reading(), consultations),
          new LetterRoutes(letters, stories, consultations)
        });
  }
}
