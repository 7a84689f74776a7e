package org.folkmoot.record;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The five optional answers, apart from the words: under a keyed hash that leads back to nobody
/// without our key, and read only as counts.
final class EqualityRepository {

  private final MongoCollection<Document> answers;
  private final Keys keys;

  EqualityRepository(Store store, Keys keys) {
    this.answers = store.collection("equality");
    this.keys = keys;
    store.index("equality", "consultation");
  }

  void save(Contribution contribution, Equality equality) {
    if (equality.isEmpty()) {
      return;
    }
    String id = id(contribution);
    answers.replaceOne(
        new Document("_id", id),
        new Document("_id", id)
            .append("consultation", contribution.consultation())
            .append("channel", contribution.channel().name())
            .append("area", equality.area())
            .append("ageBand", equality.ageBand())
            .append("gender", equality.gender())
            .append("disability", equality.disability())
            .append("car", equality.car()),
        new ReplaceOptions().upsert(true));
  }

  /// Counts the answers no more; they can come back.
  void hide(Contribution contribution) {
    set(contribution, "$set");
  }

  void show(Contribution contribution) {
    set(contribution, "$unset");
  }

  private void set(Contribution contribution, String how) {
    answers.updateOne(
        new Document("_id", id(contribution)), new Document(how, new Document("hidden", true)));
  }

  void forget(Contribution contribution) {
    answers.deleteOne(new Document("_id", id(contribution)));
  }

  /// How many gave each answer to one of the five questions.
  Map<String, Integer> counts(String consultation, String question) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Document d : answers.find(new Document("consultation", consultation)).batchSize(500)) {
      if (d.getBoolean("hidden", false)) {
        continue;
      }
      counts.merge(d.get(question, ""), 1, Integer::sum);
    }
    counts.remove("");
    return counts;
  }

  private String id(Contribution contribution) {
    return keys.mac("equality", contribution.id());
  }
}
