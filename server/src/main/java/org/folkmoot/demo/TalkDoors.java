package org.folkmoot.demo;

import static org.folkmoot.demo.Demo.text;

import io.helidon.config.Config;
import java.util.List;
import java.util.Map;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.forum.Participant;
import org.folkmoot.forum.Session;
import org.folkmoot.forum.Topic;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Source;

/// Where people talk with each other: the forum's topics and live evenings.
final class TalkDoors {

  private final Scene scene;
  private final Demo.Rooms rooms;
  private final SampleVoices voices;

  TalkDoors(Scene scene) {
    this.scene = scene;
    this.rooms = scene.rooms();
    this.voices = scene.voices();
  }

  void plan() {
    topics();
    sessions();
  }

  /// The talk that is open on the day of loading, and what was just said in it.
  void today() {
    for (Config planned : sessionsOn(true)) {
      Session session = open(planned);
      scene.files().rows("forum.csv").stream()
          .filter(row -> row.get("where").equals(session.id()))
          .forEach(row -> said(session.id(), row));
      planned
          .get("replays")
          .asString()
          .ifPresent(evening -> rooms.forum().replay(session.id(), evening));
    }
  }

  private void topics() {
    for (Config topic : scene.plan().get("topics").asNodeList().orElse(List.of())) {
      scene.at(
          text(scene.plan().get("panel"), "at"),
          () ->
              rooms
                  .forum()
                  .addTopic(
                      scene.slug(), text(topic, "id"), text(topic, "title"), text(topic, "text")));
      scene.files().rows("forum.csv").stream()
          .filter(row -> row.get("where").equals(text(topic, "id")))
          .forEach(row ->
              voices.say(
                  row.get("id"),
                  row,
                  () ->
                      NewContribution.idOf(scene.slug(), Channel.FORUM, "sample:" + row.get("id")),
                  () -> post(text(topic, "id"), row)));
    }
  }

  private void post(String topicId, Row row) {
    Topic topic = rooms.forum().topic(scene.slug(), topicId);
    rooms
        .record()
        .add(
            NewContribution.to(scene.slug(), Channel.FORUM)
                .act("sample:" + row.get("id"))
                .text(row.get("text"), SampleVoices.language(row))
                .source(Source.of(topic.source()))
                .participant(voices.pseudonym(row.get("id")))
                .consent(SampleVoices.consent(row, Given.SCREEN, false)));
  }

  private void sessions() {
    for (Config planned : sessionsOn(false)) {
      String id = text(planned, "id");
      scene.at(text(planned, "at"), () -> open(planned));
      scene.at(text(planned, "closes"), () -> rooms.forum().move(id, Session.State.CLOSED));
      if (planned.get("file").exists()) {
        var evening = new SampleEvening(scene, this, id);
        scene.files().rows(text(planned, "file")).forEach(row -> plan(id, row, evening));
      } else {
        scene.files().rows("forum.csv").stream()
            .filter(row -> row.get("where").equals(id))
            .forEach(row -> says(id, row));
      }
    }
  }

  private void plan(String id, Row row, SampleEvening evening) {
    if (row.get("what").equals("say")) {
      says(id, row);
    } else {
      scene.at(row.get("at"), () -> evening.happen(row));
    }
  }

  private void says(String id, Row row) {
    voices.say(
        row.get("id"),
        row,
        () ->
            NewContribution.idOf(
                scene.slug(),
                Channel.LIVE_SESSION,
                "say:" + key(id, row.get("name")) + ":sample:" + row.get("id")),
        () -> said(id, row));
  }

  /// Sessions of the day of loading, or those before it.
  private List<Config> sessionsOn(boolean today) {
    return scene.plan().get("sessions").asNodeList().orElse(List.of()).stream()
        .filter(session -> text(session, "at").equals("0") == today)
        .toList();
  }

  private Session open(Config planned) {
    Session session =
        rooms
            .forum()
            .plan(
                scene.slug(),
                text(planned, "id"),
                text(planned, "title"),
                text(planned, "question"),
                scene.town().time().instant());
    rooms.forum().move(session.id(), Session.State.OPEN);
    return session;
  }

  private String key(String session, String name) {
    return voices.pseudonym(session + ":" + name);
  }

  private void said(String id, Row row) {
    Session session = rooms.forum().get(id);
    Participant who = join(session, row.get("name"), row);
    rooms.forum().hostIsHere(id);
    rooms
        .says()
        .say(session, who, "sample:" + row.get("id"), row.get("text"), SampleVoices.language(row));
  }

  /// Who is called so in this session, as they joined when they first did something.
  Participant participant(Session session, String name) {
    return rooms
        .participants()
        .find(session, key(session.id(), name))
        .orElseGet(() -> join(session, name, new Row(Map.of("use", "unnamed", "website", "yes"))));
  }

  private Participant join(Session session, String name, Row row) {
    return rooms
        .participants()
        .join(
            session, key(session.id(), name), name, SampleVoices.consent(row, Given.SCREEN, false));
  }
}
