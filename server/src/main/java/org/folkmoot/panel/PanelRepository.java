package org.folkmoot.panel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// Waves and members in the database.
final class PanelRepository {

  private final MongoCollection<Document> waves;
  private final MongoCollection<Document> members;

  PanelRepository(Store store) {
    this.waves = store.collection("waves");
    this.members = store.collection("panel-members");
    store.index("waves", "consultation", "openedAt");
    store.index("panel-members", "consultation");
  }

  /// False if a wave of this id is there already.
  boolean insert(Wave wave) {
    return Inserts.ifAbsent(waves, document(wave));
  }

  Optional<Wave> find(String id) {
    return Optional.ofNullable(waves.find(new Document("_id", id)).first())
        .map(PanelRepository::wave);
  }

  /// Newest first.
  List<Wave> waves(String consultation) {
    return waves
        .find(new Document("consultation", consultation))
        .sort(new Document("openedAt", -1))
        .map(PanelRepository::wave)
        .into(new ArrayList<>());
  }

  void close(String id) {
    waves.updateOne(new Document("_id", id), new Document("$set", new Document("closed", true)));
  }

  void join(String consultation, String participant, String contact, Instant now) {
    members.replaceOne(
        new Document("_id", member(consultation, participant)),
        new Document("_id", member(consultation, participant))
            .append("consultation", consultation)
            .append("participant", participant)
            .append("contact", contact)
            .append("joinedAt", Date.from(now)),
        new ReplaceOptions().upsert(true));
  }

  void leave(String consultation, String participant) {
    members.deleteOne(new Document("_id", member(consultation, participant)));
  }

  boolean isMember(String consultation, String participant) {
    return members.find(new Document("_id", member(consultation, participant))).first() != null;
  }

  PanelService.Members members(String consultation) {
    var all = new Document("consultation", consultation);
    long count = members.countDocuments(all);
    long unreached = members.countDocuments(new Document(all).append("contact", ""));
    return new PanelService.Members(count, count - unreached);
  }

  private static String member(String consultation, String participant) {
    return "member:" + consultation + ":" + participant;
  }

  private static Document document(Wave wave) {
    return new Document("_id", wave.id())
        .append("consultation", wave.consultation())
        .append("title", wave.title())
        .append("questions", wave.questions().stream().map(PanelRepository::document).toList())
        .append("closesOn", wave.closesOn().toString())
        .append("openedAt", Date.from(wave.openedAt()))
        .append("closed", wave.closed());
  }

  private static Document document(Wave.Question question) {
    return new Document("id", question.id())
        .append("text", question.text())
        .append("kind", question.kind().name())
        .append(
            "choices",
            question.choices().stream()
                .map(c -> new Document("id", c.id()).append("text", c.text()))
                .toList());
  }

  private static Wave wave(Document d) {
    return new Wave(
        d.getString("_id"),
        d.getString("consultation"),
        d.getString("title"),
        d.getList("questions", Document.class).stream().map(PanelRepository::question).toList(),
        LocalDate.parse(d.getString("closesOn")),
        d.getDate("openedAt").toInstant(),
        d.getBoolean("closed", false));
  }

  private static Wave.Question question(Document d) {
    return new Wave.Question(
        d.getString("id"),
        d.getString("text"),
        Wave.Kind.valueOf(d.getString("kind")),
        d.getList("choices", Document.class).stream()
            .map(c -> new Wave.Choice(c.getString("id"), c.getString("text")))
            .toList());
  }
}
