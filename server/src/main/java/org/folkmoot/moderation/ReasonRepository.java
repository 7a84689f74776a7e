package org.folkmoot.moderation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.folkmoot.store.Store;

/// Reasons that officers added: `reasons` `{_id: consultation:id, consultation, id, told, change}`.
final class ReasonRepository {

  private final MongoCollection<Document> reasons;

  ReasonRepository(Store store) {
    this.reasons = store.collection("reasons");
    store.index("reasons", "consultation");
  }

  void save(Reason reason) {
    String id = reason.consultation() + ":" + reason.id();
    reasons.replaceOne(
        new Document("_id", id),
        new Document("_id", id)
            .append("consultation", reason.consultation())
            .append("id", reason.id())
            .append("told", new Document(new LinkedHashMap<String, Object>(reason.told())))
            .append("change", new Document(new LinkedHashMap<String, Object>(reason.change()))),
        new ReplaceOptions().upsert(true));
  }

  List<Reason> of(String consultation) {
    return reasons
        .find(new Document("consultation", consultation))
        .sort(new Document("_id", 1))
        .map(d ->
            new Reason(
                d.getString("consultation"),
                d.getString("id"),
                texts(d, "told"),
                texts(d, "change")))
        .into(new ArrayList<Reason>());
  }

  private static Map<String, String> texts(Document d, String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    d.get(field, new Document()).forEach((language, text) -> texts.put(language, text.toString()));
    return texts;
  }
}
