package org.folkmoot.demo;

import static org.folkmoot.demo.Demo.text;

import io.helidon.config.Config;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Chosen;
import org.folkmoot.consultation.Consultation.Formats;
import org.folkmoot.consultation.Consultation.Option;
import org.folkmoot.consultation.Consultation.Promise;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.Wording;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.media.Received;

/// One consultation of the sample, from the day it opens to what is known of it on the day of
/// loading.
final class SampleConsultation {

  /// What the consultations of the town share.
  ///
  /// @param officer name that stands in the log for what the sample's officer did
  record Town(
      SampleCalendar calendar,
      SampleDays days,
      SampleTime time,
      String officer,
      String textNumber,
      String initiative) {}

  private final Demo.Rooms rooms;
  private final SampleFiles files;
  private final Town town;
  private final Config plan;
  private final String slug;
  private final Scene scene;
  private final TalkDoors talk;
  private final SampleStories stories;
  private final boolean inOtherForms;

  SampleConsultation(Demo.Rooms rooms, SampleFiles files, Town town) {
    this.rooms = rooms;
    this.files = files;
    this.town = town;
    this.plan = files.yaml("consultation.yaml");
    this.slug = text(plan, "slug");
    var voices =
        new SampleVoices(
            slug,
            rooms.record(),
            rooms.themes(),
            town.calendar(),
            town.days(),
            desk(),
            town.officer());
    this.scene = new Scene(rooms, files, plan, town, slug, voices);
    this.talk = new TalkDoors(scene);
    this.stories = new SampleStories(rooms, files, town, slug, voices);
    this.inOtherForms = plan.get("formats").exists();
  }

  private List<Instant> desk() {
    return plan.get("desk").asList(String.class).orElse(List.of()).stream()
        .map(town.days()::moment)
        .toList();
  }

  /// Begins to take in the files of its stories.
  void fetch(SampleStories.Begin begin) {
    stories.fetch(begin);
  }

  /// Puts all that happens before the day of loading into the calendar.
  void plan() {
    String opens = text(plan, "opensInDays");
    Consultation asked = consultation();
    town.calendar().at(town.days().moment(opens + " 09:00"), () -> open(asked));
    town.calendar().at(desk().getFirst().minusSeconds(1_800), this::themes);
    new HomeDoors(scene).plan(asked.closesOn());
    talk.plan();
    stories.plan();
    new HallDoors(scene).plan();
    if (plan.get("closed").exists()) {
      town.calendar()
          .at(
              town.days().moment(text(plan, "closed")),
              () -> rooms.consultations().close(slug, town.officer()));
    }
    new SampleReport(scene).plan();
  }

  /// What happens on the day of loading itself.
  void today() {
    if (inOtherForms) {
      readAloud();
    }
    talk.today();
  }

  private void open(Consultation asked) {
    if (rooms.consultations().find(slug).isEmpty()) {
      Consultation told = inOtherForms ? asked.with(formats()) : asked;
      for (String language : plan.get("wordings").asList(String.class).orElse(List.of())) {
        told = told.with(language, wording(language));
      }
      rooms.consultations().save(told);
    }
    rooms
        .consultations()
        .open(slug, town.officer())
        .ifPresent(obstacle -> {
          throw new IllegalStateException("the sample cannot be opened: " + obstacle);
        });
  }

  private Formats formats() {
    return new Formats(
        files.text("formats/plain.txt").strip(),
        files.text("formats/easy-read.txt").strip(),
        "",
        "",
        files.text("formats/signing.txt").strip(),
        Optional.empty());
  }

  private Wording wording(String language) {
    Config written = files.yaml("wording-" + language + ".yaml");
    return new Wording(
        line(written, "title"),
        line(written, "question"),
        line(written, "about"),
        written.get("options").asMap().orElse(Map.of()).entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().substring(e.getKey().lastIndexOf('.') + 1),
                    Map.Entry::getValue)),
        line(written, "fixed"),
        line(written, "canChange"),
        line(written, "decidedBy"),
        inOtherForms ? files.text("formats/plain-" + language + ".txt").strip() : "",
        inOtherForms ? files.text("formats/easy-read-" + language + ".txt").strip() : "",
        inOtherForms ? files.text("formats/signing-" + language + ".txt").strip() : "");
  }

  private static String line(Config written, String key) {
    return written.get(key).asString().orElse("").strip();
  }

  private void readAloud() {
    if (rooms.consultations().get(slug).formats().recording().isPresent()) {
      return;
    }
    String file = "read-aloud.ogg";
    try {
      Received received =
          rooms
              .recordings()
              .put(
                  slug,
                  new ByteArrayInputStream(files.bytes("formats/" + file)),
                  file,
                  text(plan, "formats.reader"),
                  files.text("formats/read-aloud.txt").strip());
      if (received instanceof Received.NotTaken(var reason)) {
        throw new IllegalStateException("the sample file " + file + ": " + reason);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void themes() {
    for (Row row : files.rows("themes.csv")) {
      rooms.themes().add(slug, row.get("name"), row.get("definition"), town.officer());
    }
  }

  private Consultation consultation() {
    List<Option> options = new ArrayList<>();
    for (Config option : plan.get("options").asNodeList().orElse(List.of())) {
      option
          .asNodeList()
          .orElse(List.of())
          .forEach(o -> options.add(new Option(o.key().name(), o.asString().get())));
    }
    return new Consultation(
        slug,
        town.initiative(),
        text(plan, "title"),
        text(plan, "question"),
        text(plan, "about"),
        Chosen.OPTIONS,
        options,
        text(plan, "fixed"),
        text(plan, "canChange"),
        Promise.valueOf(text(plan, "promise").toUpperCase(Locale.ROOT)),
        town.days().day(text(plan, "opensInDays")),
        town.days().day(text(plan, "closesInDays")),
        text(plan, "decidedBy"),
        town.days().day(text(plan, "decidesInDays")),
        ways(),
        plan.get("areas").asList(String.class).orElse(List.of()),
        plan.get("languages").asList(String.class).orElse(List.of("en")),
        State.DRAFT);
  }

  /// `all`, or a list.
  private Set<Way> ways() {
    return plan.get("ways").isList()
        ? plan.get("ways").asList(String.class).orElse(List.of()).stream()
            .map(way -> Way.valueOf(way.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)))
        : EnumSet.allOf(Way.class);
  }
}
