package org.folkmoot.initiative;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;

/// Documents whose every change is in the log as well. A change and the acts that tell of it are
/// written in one step; then the acts go into the log, under ids that make a second time nothing;
/// then they are struck off. Whatever a crash left between is finished before the next change and
/// by [#finish]. Thread-safe.
final class LoggedDocuments {

  private static final String WAITING = "waiting";
  private static final String LOG = "waitingFor";
  private static final String VERSION = "version";

  private final MongoCollection<Document> documents;
  private final Ledger ledger;

  LoggedDocuments(MongoCollection<Document> documents, Ledger ledger) {
    this.documents = documents;
    this.ledger = ledger;
  }

  Optional<Document> find(String id) {
    return Optional.ofNullable(documents.find(new Document("_id", id)).first());
  }

  List<Document> all(Document filter) {
    return documents.find(filter).into(new ArrayList<>());
  }

  static long version(Document document) {
    return document.get(VERSION, (Number) 0L).longValue();
  }

  /// Adds a document, unless its id is taken already.
  void insert(Document fields, String log, List<Act> acts) {
    documents.updateOne(
        new Document("_id", fields.getString("_id")),
        new Document("$setOnInsert", waiting(fields, 1, log, acts)),
        new UpdateOptions().upsert(true));
    finish(fields.getString("_id"));
  }

  /// Changes a document; false if somebody else changed it since this version was read.
  boolean change(String id, long expected, Document fields, String log, List<Act> acts) {
    finish(id);
    boolean done =
        documents
                .updateOne(
                    new Document("_id", id).append(VERSION, expected),
                    new Document("$set", waiting(fields, expected + 1, log, acts)))
                .getModifiedCount()
            == 1;
    if (done) {
      finish(id);
    }
    return done;
  }

  /// Finishes whatever a crash left half done.
  void finish() {
    documents.updateMany(
        new Document(VERSION, new Document("$exists", false)),
        new Document("$set", new Document(VERSION, 0L)));
    documents
        .find(new Document(WAITING, new Document("$exists", true)))
        .into(new ArrayList<>())
        .forEach(left -> finish(left.getString("_id")));
  }

  private void finish(String id) {
    Document left = find(id).orElseGet(Document::new);
    if (!left.containsKey(WAITING)) {
      return;
    }
    for (Document act : left.getList(WAITING, Document.class)) {
      ledger.append(left.getString(LOG), act(act));
    }
    documents.updateOne(
        new Document("_id", id).append(VERSION, version(left)),
        new Document("$unset", new Document(WAITING, "").append(LOG, "")));
  }

  private static Document waiting(Document fields, long version, String log, List<Act> acts) {
    return new Document(fields)
        .append(VERSION, version)
        .append(LOG, log)
        .append(WAITING, acts.stream().map(LoggedDocuments::document).toList());
  }

  private static Document document(Act act) {
    return new Document("id", act.id())
        .append("kind", act.kind().name())
        .append("subject", act.subject())
        .append("at", act.at().toString())
        .append("by", act.by())
        .append("why", act.why())
        .append("details", new Document(Map.copyOf(act.details())));
  }

  private static Act act(Document d) {
    Map<String, String> details = new LinkedHashMap<>();
    d.get("details", Document.class).forEach((name, value) -> details.put(name, "" + value));
    return new Act(
        d.getString("id"),
        Act.Kind.valueOf(d.getString("kind")),
        d.getString("subject"),
        Instant.parse(d.getString("at")),
        d.getString("by"),
        d.getString("why"),
        details);
  }
}
