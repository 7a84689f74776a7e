package org.folkmoot.consultation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.folkmoot.door.RouteTable;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.media.MediaService;
import org.folkmoot.people.PeopleService;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.UntilLogGrows;
import org.folkmoot.store.Store;

/// The questions, put together: made once, where the rooms are wired.
public record ConsultationRoom(ConsultationService service, Ledger ledger) {

  /// @param hasSafetyLead whether somebody is named who reads what may mean danger
  public static ConsultationRoom in(
      Store store, Ledger ledger, InstantSource time, BooleanSupplier hasSafetyLead) {
    return new ConsultationRoom(
        new ConsultationService(new ConsultationRepository(store), ledger, time, hasSafetyLead),
        ledger);
  }

  /// Recordings of its questions.
  public RecordingService recordings(MediaService media) {
    return new RecordingService(service, media);
  }

  /// What waits for staff elsewhere, by the slug of a question.
  ///
  /// @param unanswered how much of a closed question has no answer yet
  /// @param appeals how many wait for somebody else to look again
  /// @param texts how many conversations by text wait for a person, and `textsUntil` until when the
  ///   first of them can be answered
  /// @param money how much of the money for texts is spent, in percent, once that is worth saying
  public record Waiting(
      ToIntFunction<String> unanswered,
      ToIntFunction<String> appeals,
      ToIntFunction<String> texts,
      Function<String, Optional<Instant>> textsUntil,
      ToIntFunction<String> money) {}

  /// Its pages.
  ///
  /// @param table the whole portal's, so that nobody is offered a page that is not there for them
  /// @param recordings the question read aloud
  /// @param coming the meetings its ways in lead to
  /// @param decided when a question was decided
  /// @param waiting what waits in rooms that this one does not know
  public RouteTable.Routes routes(
      PeopleService people,
      RecordReading record,
      RecordingService recordings,
      ComingMeetings coming,
      DecidedOn decided,
      Waiting waiting,
      RouteTable table) {
    var heard = new UntilLogGrows<>(ledger, slug -> HeardSoFar.in(slug, record));
    var views = new ConsultationViews(service, heard, coming, decided, table);
    var desk = new DeskViews(service, views, people, record, waiting, table);
    return into ->
        into.with(
            new SetUpRoutes(service, people),
            new ConsultationRoutes(service, views),
            new FormatRoutes(service, recordings, new FormatViews(views)),
            new WordingRoutes(service),
            new DeskRoutes(service, desk));
  }
}
