package org.folkmoot.demo;

import io.helidon.config.Config;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Chosen;
import org.folkmoot.consultation.Consultation.Option;
import org.folkmoot.consultation.Consultation.Promise;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.Council;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.forum.ForumService;
import org.folkmoot.forum.LiveService;
import org.folkmoot.initiative.Initiative;
import org.folkmoot.initiative.InitiativeService;
import org.folkmoot.jury.JuryService;
import org.folkmoot.meeting.MeetingService;
import org.folkmoot.panel.PanelService;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.statement.StatementService;
import org.folkmoot.store.Store;
import org.folkmoot.story.LetterService;
import org.folkmoot.story.StoryService;
import org.folkmoot.texting.TextingService;

/// Loads the sample once; a portal that has it loads nothing again.
public final class Demo {

  /// The rooms that voices are loaded through.
  public record Rooms(
      RecordService record,
      RecordReading reading,
      ThemeService themes,
      PanelService panel,
      StatementService statements,
      StoryService stories,
      LetterService letters,
      MeetingService meetings,
      TextingService texting,
      ForumService forum,
      LiveService live,
      JuryService juries,
      InitiativeService initiatives) {}

  private static final String LOADED = "sample:wrenmouth";

  private final Store store;
  private final ConsultationService consultations;
  private final Rooms rooms;
  private final InstantSource time;

  public Demo(Store store, ConsultationService consultations, Rooms rooms, InstantSource time) {
    this.store = store;
    this.consultations = consultations;
    this.rooms = rooms;
    this.time = time;
  }

  /// @param officer name that stands in the log for what the sample's officer did
  /// @param textNumber where texts are sent to
  public void load(String officer, String textNumber) {
    if (store.claims().holder(LOADED).isPresent()) {
      return;
    }
    SampleFiles files = new SampleFiles();
    Config plan = files.yaml("consultation.yaml");
    Config council = plan.get("council");
    consultations.name(
        new Council(
            text(council, "name"),
            text(council, "country"),
            ZoneId.of(text(council, "zone")),
            text(council, "phone"),
            text(council, "text"),
            text(council, "email"),
            ""));
    Config initiative = plan.get("initiative");
    rooms
        .initiatives()
        .save(
            new Initiative(
                text(initiative, "slug"), text(initiative, "name"), text(initiative, "why")));
    LocalDate today = consultations.today();
    Consultation consultation = consultation(plan, today);
    consultations.save(consultation);
    consultations.open(consultation.slug(), officer);
    new SampleTown(rooms, files, consultation.slug(), officer, today, time)
        .load(text(plan.get("consultation"), "keyword"), textNumber, consultation.closesOn());
    new SampleInitiative(files, rooms.initiatives(), rooms.reading(), officer, today)
        .load(consultation.initiative());
    store.claims().take(LOADED, "1");
  }

  private static Consultation consultation(Config plan, LocalDate today) {
    Config c = plan.get("consultation");
    List<Option> options = new ArrayList<>();
    for (Config option : c.get("options").asNodeList().orElse(List.of())) {
      option
          .asNodeList()
          .orElse(List.of())
          .forEach(o -> options.add(new Option(o.key().name(), o.asString().get())));
    }
    return new Consultation(
        text(c, "slug"),
        text(plan.get("initiative"), "slug"),
        text(c, "title"),
        text(c, "question"),
        text(c, "about"),
        Chosen.OPTIONS,
        options,
        text(c, "fixed"),
        text(c, "canChange"),
        Promise.INVOLVE,
        today.plusDays(c.get("opensInDays").asLong().get()),
        today.plusDays(c.get("closesInDays").asLong().get()),
        text(c, "decidedBy"),
        today.plusDays(c.get("decidesInDays").asLong().get()),
        EnumSet.allOf(Way.class),
        c.get("areas").asList(String.class).orElse(List.of()),
        c.get("languages").asList(String.class).orElse(List.of("en")),
        State.DRAFT);
  }

  private static String text(Config config, String key) {
    return config.get(key).asString().get().strip();
  }
}
