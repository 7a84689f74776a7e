package org.folkmoot.demo;

import static org.folkmoot.demo.Demo.text;

import io.helidon.config.Config;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.jury.Jury;
import org.folkmoot.jury.JuryService;
import org.folkmoot.jury.LotteryService;
import org.folkmoot.jury.Recommendation.Support;
import org.folkmoot.meeting.CardEntry;
import org.folkmoot.meeting.DotCounts;
import org.folkmoot.meeting.Meeting;
import org.folkmoot.meeting.MeetingPlan;
import org.folkmoot.meeting.TableNotes;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordService;

/// The doors people come through in person: the meeting with its notes, dots and cards, and the
/// jury.
final class HallDoors {

  private final Scene scene;
  private final Demo.Rooms rooms;
  private final SampleVoices voices;
  private final Config evening;
  private final String meetingId;

  HallDoors(Scene scene) {
    this.scene = scene;
    this.rooms = scene.rooms();
    this.voices = scene.voices();
    this.evening = scene.files().yaml("meeting.yaml");
    this.meetingId = text(evening, "id");
  }

  void plan() {
    List<Row> dots = scene.files().rows("dots.csv");
    scene.at(text(evening, "announced"), () -> announce(evening, dots));
    if (scene.plan().get("nextMeeting").exists()) {
      Config next = scene.files().yaml(text(scene.plan(), "nextMeeting"));
      scene.at(text(next, "announced"), () -> announce(next, dots));
    }
    scene.at(
        text(evening, "entered"),
        () -> {
          int heads = evening.get("heads").asInt().get();
          int slips = evening.get("slips").asInt().get();
          rooms.meetings().attendance(meeting(), new Meeting.Attendance(heads, slips));
          rooms.meetings().dots(meeting(), counts(dots, heads), scene.officer());
        });
    notes();
    cards();
    jury();
  }

  private Meeting meeting() {
    return rooms.meetings().get(scene.slug(), meetingId);
  }

  private void announce(Config planned, List<Row> dots) {
    LocalDateTime from = scene.town().days().clock(text(planned, "at"));
    LocalTime until = LocalTime.parse(text(planned, "until"));
    String id = text(planned, "id");
    rooms
        .meetings()
        .create(
            scene.slug(),
            id,
            new MeetingPlan(
                text(planned, "title"),
                from,
                (int) Duration.between(from.toLocalTime(), until).toMinutes(),
                text(planned, "place"),
                EnumSet.allOf(MeetingPlan.Offer.class),
                text(planned, "access"),
                planned.get("withoutComing").asString().orElse("").strip(),
                text(planned, "contact"),
                planned.get("tables").asInt().get(),
                List.of(text(planned, "question")),
                dots.stream()
                    .map(d -> new MeetingPlan.DotOption(d.get("option"), d.get("text")))
                    .toList(),
                planned.get("cards").asInt().get()),
            "sample:" + id);
  }

  private static DotCounts counts(List<Row> dots, int people) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    dots.forEach(d -> counts.put(d.get("option"), Integer.parseInt(d.get("dots"))));
    return new DotCounts("1", counts, people);
  }

  private void notes() {
    for (Row row : scene.files().rows("notes.csv")) {
      boolean agreed = row.get("agreed").equals("yes");
      String sheet = "sample-" + row.get("table") + (agreed ? "" : "-not-agreed");
      String act = "notes:" + meetingId + ":" + sheet + ":" + row.get("id");
      voices.say(
          row.get("id"),
          row,
          () -> NewContribution.idOf(scene.slug(), Channel.PUBLIC_MEETING, act),
          () ->
              rooms
                  .meetings()
                  .notes(
                      meeting(),
                      new TableNotes(
                          sheet,
                          row.get("table"),
                          Integer.parseInt(row.get("people")),
                          List.of(
                              new TableNotes.Line(
                                  row.get("id"), kind(row.get("kind")), row.get("text"))),
                          agreed,
                          agreed,
                          "en"),
                      scene.officer()));
    }
  }

  private static TableNotes.Kind kind(String written) {
    return switch (written) {
      case "VERBATIM" -> TableNotes.Kind.WORDS;
      case "QUESTION" -> TableNotes.Kind.QUESTION;
      case "DISAGREE" -> TableNotes.Kind.DISAGREE;
      default -> TableNotes.Kind.SHORT;
    };
  }

  /// The first card printed is the first row, and so on.
  private void cards() {
    int number = 0;
    for (Row row : scene.files().rows("cards.csv")) {
      int card = number++;
      voices.say(
          row.get("id"),
          row,
          () ->
              NewContribution.idOf(
                  scene.slug(),
                  Channel.COMMENT_CARD,
                  RecordService.cardAct(meeting().cards().get(card))),
          () ->
              rooms
                  .meetings()
                  .card(
                      meeting(),
                      new CardEntry(
                          meeting().cards().get(card),
                          row.get("text"),
                          SampleVoices.language(row),
                          new ClosingAnswers(
                              SampleVoices.consent(row, Given.PAPER, false),
                              Tell.CODE,
                              "",
                              row.get("over16").equals("no"),
                              SampleVoices.about(row))),
                      scene.officer()));
    }
  }

  private void jury() {
    Config jury = scene.plan().get("jury");
    scene.at(
        text(jury, "at"),
        () -> {
          rooms
              .juries()
              .save(
                  new Jury(
                      scene.slug(),
                      text(jury, "title"),
                      text(jury, "remit"),
                      jury.get("seats").asInt().get(),
                      Jury.USUAL_THRESHOLD,
                      text(jury, "about"),
                      Optional.empty()));
          LotteryService.DrawOutcome drawn =
              rooms
                  .lottery()
                  .draw(
                      scene.slug(),
                      scene.files().bytes("jury-pool.csv"),
                      scene.files().bytes("jury-quotas.csv"),
                      scene.officer());
          if (!(drawn instanceof LotteryService.DrawOutcome.Drawn
              || drawn instanceof LotteryService.DrawOutcome.AlreadyDrawn)) {
            throw new IllegalStateException("the sample's jury cannot be drawn: " + drawn);
          }
        });
    Instant met = scene.town().days().moment(text(jury, "met"));
    int number = 0;
    for (Row row : scene.files().rows("recommendations.csv")) {
      voices.know(
          row.get("number"),
          () ->
              NewContribution.idOf(
                  scene.slug(), Channel.JURY, "recommendation:" + row.get("number")));
      // A minute apart, as they were read out.
      scene.at(met.plusSeconds(60L * number++), () -> recommend(row));
    }
  }

  private void recommend(Row row) {
    Map<Support, Integer> support = new EnumMap<>(Support.class);
    for (Support level : Support.values()) {
      String column = level == Support.LIVE_WITH ? "can live with" : level.slug().replace('-', ' ');
      support.put(level, Integer.parseInt(row.get(column)));
    }
    JuryService.Entered entered =
        rooms
            .juries()
            .enter(
                scene.slug(),
                new JuryService.NewRecommendation(
                    row.get("number"), row.get("text"), row.get("reasons"), support),
                scene.officer());
    if (entered != JuryService.Entered.RECOMMENDED && entered != JuryService.Entered.MINORITY) {
      throw new IllegalStateException(row.get("number") + " is not kept: " + entered);
    }
  }
}
