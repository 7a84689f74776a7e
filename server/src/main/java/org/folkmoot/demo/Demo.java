package org.folkmoot.demo;

import io.helidon.config.Config;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.folkmoot.calling.CallingService;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.Council;
import org.folkmoot.consultation.RecordingService;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.forum.FloorService;
import org.folkmoot.forum.ForumService;
import org.folkmoot.forum.ParticipantService;
import org.folkmoot.forum.PollService;
import org.folkmoot.forum.SayService;
import org.folkmoot.initiative.Initiative;
import org.folkmoot.initiative.InitiativeService;
import org.folkmoot.jury.JuryService;
import org.folkmoot.jury.LotteryService;
import org.folkmoot.meeting.MeetingService;
import org.folkmoot.panel.PanelService;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.report.DecisionService;
import org.folkmoot.report.ReportService;
import org.folkmoot.report.SnapshotService;
import org.folkmoot.statement.StatementService;
import org.folkmoot.store.Claims;
import org.folkmoot.store.Store;
import org.folkmoot.story.LetterService;
import org.folkmoot.story.StoryService;
import org.folkmoot.texting.TextingService;

/// Loads the sample once; a portal that has it loads nothing again, and one that was stopped while
/// loading goes on.
public final class Demo {

  /// The rooms that the sample is loaded through.
  public record Rooms(
      ConsultationService consultations,
      RecordingService recordings,
      RecordService record,
      RecordReading reading,
      ThemeService themes,
      PanelService panel,
      StatementService statements,
      StoryService stories,
      LetterService letters,
      MeetingService meetings,
      TextingService texting,
      CallingService calling,
      ForumService forum,
      ParticipantService participants,
      SayService says,
      FloorService floor,
      PollService polls,
      JuryService juries,
      LotteryService lottery,
      SnapshotService snapshots,
      ReportService reports,
      DecisionService decisions,
      InitiativeService initiatives) {}

  /// Folders of the sample's consultations, the one that was first first.
  static final List<String> CONSULTATIONS = List.of("waiting-places", "after-six");

  private static final String NAME = "sample:wrenmouth";

  private final Store store;
  private final Rooms rooms;
  private final SampleTime time;

  /// @param time the clock that all rooms have been given
  public Demo(Store store, Rooms rooms, SampleTime time) {
    this.store = store;
    this.rooms = rooms;
    this.time = time;
  }

  /// Loads what is not loaded yet. A portal that asks questions of its own is left as it is.
  ///
  /// @param officer name that stands in the log for what the sample's officer did
  /// @param textNumber where texts are sent to
  public void load(String officer, String textNumber) {
    Claims claims = store.claims();
    boolean begun = claims.holder(NAME + ":day").isPresent();
    if (claims.holder(NAME).isPresent() || (!begun && !rooms.consultations().all().isEmpty())) {
      return;
    }
    Config town = new SampleFiles("").yaml("town.yaml");
    name(town.get("council"));
    Config initiative = town.get("initiative");
    rooms
        .initiatives()
        .save(
            new Initiative(
                text(initiative, "slug"),
                text(initiative, "name"),
                SampleDays.years(text(initiative, "why"), rooms.consultations().today())));
    // A load that goes on after midnight counts its days as it began.
    LocalDate today =
        LocalDate.parse(claims.take(NAME + ":day", rooms.consultations().today().toString()));
    rooms.record().sweep(Duration.ZERO);
    var days = new SampleDays(today, rooms.consultations().council().zone());
    var calendar = new SampleCalendar(NAME, time, claims);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<SampleConsultation> asked =
          CONSULTATIONS.stream()
              .map(folder ->
                  new SampleConsultation(
                      rooms,
                      new SampleFiles(folder + "/"),
                      new SampleConsultation.Town(
                          calendar, days, time, officer, textNumber, text(initiative, "slug"))))
              .toList();
      // Examining files takes a process of its own, and its time: it begins first.
      asked.forEach(one -> one.fetch(act -> CompletableFuture.supplyAsync(act, threads)));
      asked.forEach(SampleConsultation::plan);
      calendar.live();
      asked.forEach(SampleConsultation::today);
    }
    new SampleInitiative(new SampleFiles(""), rooms.initiatives(), rooms.reading(), officer, today)
        .load(text(initiative, "slug"));
    claims.take(NAME, "1");
  }

  private void name(Config council) {
    rooms
        .consultations()
        .name(
            new Council(
                    text(council, "name"),
                    text(council, "country"),
                    ZoneId.of(text(council, "zone")),
                    text(council, "phone"),
                    text(council, "text"),
                    text(council, "email"),
                    "")
                .answeredBy(text(council, "person"), text(council, "hours")));
  }

  static String text(Config config, String key) {
    return config.get(key).asString().get().strip();
  }
}
