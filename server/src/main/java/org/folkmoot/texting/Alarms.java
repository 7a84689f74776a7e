package org.folkmoot.texting;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// What an officer is told about texting: money that runs out, telephones that write without end,
/// many telephones of one range at once. Thread-safe.
final class Alarms {

  /// What happened.
  enum Kind {
    BUDGET,
    FLOOD,
    PUMPING
  }

  /// @param what percent of the budget, the conversation's name, or the beginning of the numbers
  record Alarm(Kind kind, String what, Instant at) {}

  private static final int MOST = 50;

  private final MongoCollection<Document> alarms;

  Alarms(Store store) {
    this.alarms = store.collection("texting_alarms");
    store.index("texting_alarms", "consultation", "at");
  }

  /// The same is told once an hour.
  void raise(String consultation, Kind kind, String what, Instant at) {
    String hour = Long.toString(at.getEpochSecond() / 3600);
    boolean isNew =
        Inserts.ifAbsent(
            alarms,
            new Document("_id", String.join("|", consultation, kind.name(), what, hour))
                .append("consultation", consultation)
                .append("kind", kind.name())
                .append("what", what)
                .append("at", Date.from(at)));
    if (isNew) {
      System.getLogger("texting").log(System.Logger.Level.WARNING, "event=text.alarm kind=" + kind);
    }
  }

  /// The newest first.
  List<Alarm> of(String consultation, Instant since) {
    return alarms
        .find(
            new Document("consultation", consultation)
                .append("at", new Document("$gte", Date.from(since))))
        .sort(new Document("at", -1))
        .limit(MOST)
        .map(d ->
            new Alarm(
                Kind.valueOf(d.getString("kind")),
                d.getString("what"),
                d.getDate("at").toInstant()))
        .into(new ArrayList<>());
  }
}
