package org.folkmoot.forum;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// Sessions, topics, and who is there. Presence is a lease that runs out, never a truth.
final class ForumRepository {

  private final MongoCollection<Document> sessions;
  private final MongoCollection<Document> topics;
  private final MongoCollection<Document> leases;

  ForumRepository(Store store) {
    this.sessions = store.collection("live-sessions");
    this.topics = store.collection("forum-topics");
    this.leases = store.collection("live-leases");
    store.index("live-sessions", "consultation");
    store.index("forum-topics", "consultation");
    store.index("live-leases", "session");
  }

  /// False if the id is taken.
  boolean insert(Session session) {
    return Inserts.ifAbsent(
        sessions,
        new Document("_id", session.id())
            .append("consultation", session.consultation())
            .append("title", session.title())
            .append("question", session.question())
            .append("state", session.state().name())
            .append("startsAt", Date.from(session.startsAt()))
            .append("agenda", session.agenda())
            .append("joinCode", session.joinCode())
            .append("replays", session.replays()));
  }

  Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.find(new Document("_id", id)).first())
        .map(ForumRepository::session);
  }

  List<Session> sessionsOf(String consultation) {
    return sessions
        .find(new Document("consultation", consultation))
        .map(ForumRepository::session)
        .into(new ArrayList<>());
  }

  /// True for the one caller who moved it.
  boolean move(String id, Session.State from, Session.State to) {
    return sessions
            .updateOne(
                new Document("_id", id).append("state", from.name()),
                new Document("$set", new Document("state", to.name())))
            .getModifiedCount()
        == 1;
  }

  /// What is played back in it; empty for nothing.
  void replays(String id, String evening) {
    sessions.updateOne(
        new Document("_id", id), new Document("$set", new Document("replays", evening)));
  }

  void agenda(String id, String line) {
    sessions.updateOne(new Document("_id", id), new Document("$set", new Document("agenda", line)));
  }

  boolean insert(Topic topic) {
    return Inserts.ifAbsent(
        topics,
        new Document("_id", topic.id())
            .append("consultation", topic.consultation())
            .append("title", topic.title())
            .append("text", topic.text())
            .append("open", topic.open()));
  }

  Optional<Topic> topic(String id) {
    return Optional.ofNullable(topics.find(new Document("_id", id)).first())
        .map(ForumRepository::topic);
  }

  List<Topic> topicsOf(String consultation) {
    return topics
        .find(new Document("consultation", consultation))
        .sort(new Document("_id", 1))
        .map(ForumRepository::topic)
        .into(new ArrayList<>());
  }

  void open(String topic, boolean open) {
    topics.updateOne(new Document("_id", topic), new Document("$set", new Document("open", open)));
  }

  /// Renews a lease: who holds it, how many it stands for, and until when.
  void lease(String session, String holder, int stands, Instant until) {
    leases.updateOne(
        new Document("_id", session + "|" + holder),
        new Document(
            "$set",
            new Document("session", session)
                .append("holder", holder)
                .append("stands", stands)
                .append("until", Date.from(until))),
        new UpdateOptions().upsert(true));
  }

  boolean holds(String session, String holder, Instant now) {
    Document lease = leases.find(new Document("_id", session + "|" + holder)).first();
    return lease != null && lease.getDate("until").toInstant().isAfter(now);
  }

  /// How many all holders but this one stand for.
  int othersStand(String session, String holder, Instant now) {
    int sum = 0;
    for (Document lease : leases.find(new Document("session", session))) {
      if (!lease.getString("holder").equals(holder)
          && lease.getDate("until").toInstant().isAfter(now)) {
        sum += lease.getInteger("stands", 0);
      }
    }
    return sum;
  }

  private static Session session(Document d) {
    return new Session(
        d.getString("_id"),
        d.getString("consultation"),
        d.getString("title"),
        d.getString("question"),
        Session.State.valueOf(d.getString("state")),
        d.getDate("startsAt").toInstant(),
        d.get("agenda", ""),
        d.getString("joinCode"),
        d.get("replays", ""));
  }

  private static Topic topic(Document d) {
    return new Topic(
        d.getString("_id"),
        d.getString("consultation"),
        d.getString("title"),
        d.getString("text"),
        d.getBoolean("open", true));
  }
}
