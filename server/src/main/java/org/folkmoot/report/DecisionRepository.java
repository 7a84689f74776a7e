package org.folkmoot.report;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.report.Decision.Progress;
import org.folkmoot.report.Decision.Response;
import org.folkmoot.store.Store;

/// Decisions and answers in the database.
final class DecisionRepository {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> decisions;
  private final MongoCollection<Document> responses;

  DecisionRepository(Store store) {
    this.decisions = store.collection("decisions");
    this.responses = store.collection("responses");
    store.index("responses", "consultation");
  }

  Optional<Decision> find(String consultation) {
    return Optional.ofNullable(decisions.find(new Document("_id", consultation)).first())
        .map(d ->
            new Decision(
                d.getString("_id"),
                d.getString("text"),
                d.getString("by"),
                LocalDate.parse(d.getString("on")),
                d.get("vote", "")));
  }

  void save(Decision decision) {
    decisions.replaceOne(
        new Document("_id", decision.consultation()),
        new Document("_id", decision.consultation())
            .append("text", decision.text())
            .append("by", decision.by())
            .append("on", decision.on().toString())
            .append("vote", decision.vote()),
        UPSERT);
  }

  Map<String, Response> responses(String consultation) {
    Map<String, Response> all = new LinkedHashMap<>();
    for (Document d :
        responses.find(new Document("consultation", consultation)).sort(new Document("_id", 1))) {
      all.put(d.getString("subject"), response(d));
    }
    return all;
  }

  void save(String consultation, Response response) {
    String id = consultation + "|" + response.subject();
    responses.replaceOne(
        new Document("_id", id),
        new Document("_id", id)
            .append("consultation", consultation)
            .append("subject", response.subject())
            .append("said", response.said())
            .append("did", response.did())
            .append("whyNot", response.whyNot())
            .append("who", response.who())
            .append("when", response.when())
            .append("progress", response.progress().name()),
        UPSERT);
  }

  private static Response response(Document d) {
    return new Response(
        d.getString("subject"),
        d.get("said", ""),
        d.get("did", ""),
        d.get("whyNot", ""),
        d.get("who", ""),
        d.get("when", ""),
        Progress.valueOf(d.get("progress", Progress.NONE.name())));
  }
}
