package org.folkmoot.people;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Store;

/// Sessions in the database, by the hash of their cookie. One that was ended stays for a while, so
/// that a copy of its cookie is known for what it is.
final class SessionRepository {

  private final MongoCollection<Document> sessions;

  SessionRepository(Store store) {
    this.sessions = store.collection("sessions");
    store.index("sessions", "staff");
  }

  void start(String hash, Session session) {
    sessions.insertOne(
        new Document("_id", hash)
            .append("name", session.name())
            .append("staff", session.staff())
            .append("family", session.family())
            .append("since", Date.from(session.since()))
            .append("seen", Date.from(session.seen()))
            .append("ended", false));
  }

  Optional<Session> find(String hash) {
    return Optional.ofNullable(sessions.find(new Document("_id", hash)).first())
        .filter(d -> d.containsKey("since"))
        .map(SessionRepository::session);
  }

  void seen(String hash, Instant at) {
    sessions.updateOne(
        new Document("_id", hash), new Document("$set", new Document("seen", Date.from(at))));
  }

  List<Session> of(String staff) {
    return sessions
        .find(new Document("staff", staff).append("ended", false))
        .sort(new Document("since", -1))
        .map(SessionRepository::session)
        .into(new ArrayList<>());
  }

  boolean end(String hash) {
    return end(new Document("_id", hash));
  }

  boolean end(String staff, String name) {
    return end(new Document("staff", staff).append("name", name));
  }

  void endAll(String staff) {
    sessions.updateMany(
        new Document("staff", staff), new Document("$set", new Document("ended", true)));
  }

  void deleteBefore(Instant since) {
    for (Document d : sessions.find()) {
      Date began = d.getDate("since");
      if (began == null || began.toInstant().isBefore(since)) {
        sessions.deleteOne(new Document("_id", d.getString("_id")));
      }
    }
  }

  private boolean end(Document which) {
    return sessions
            .updateOne(
                which.append("ended", false), new Document("$set", new Document("ended", true)))
            .getModifiedCount()
        == 1;
  }

  private static Session session(Document d) {
    return new Session(
        d.getString("name"),
        d.getString("staff"),
        d.getString("family"),
        d.getDate("since").toInstant(),
        d.getDate("seen").toInstant(),
        d.getBoolean("ended", false));
  }
}
