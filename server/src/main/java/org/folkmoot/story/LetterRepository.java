package org.folkmoot.story;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.folkmoot.store.Store;

/// Who wrote the letters, for staff: collection `letters`, `{_id: contribution, consultation,
/// writer, organisation, receivedOn}`, the day in ISO form. Kept apart from the record, so that
/// nobody else ever gets the name with the words.
final class LetterRepository {

  /// @param organisation true if the writer is one
  /// @param receivedOn the day the letter came
  record Writer(String name, boolean organisation, LocalDate receivedOn) {}

  private final MongoCollection<Document> letters;

  LetterRepository(Store store) {
    this.letters = store.collection("letters");
    store.index("letters", "consultation");
  }

  void save(String contribution, String consultation, Writer writer) {
    letters.replaceOne(
        new Document("_id", contribution),
        new Document("_id", contribution)
            .append("consultation", consultation)
            .append("writer", writer.name())
            .append("organisation", writer.organisation())
            .append("receivedOn", writer.receivedOn().toString()),
        new ReplaceOptions().upsert(true));
  }

  /// By contribution.
  Map<String, Writer> writers(String consultation) {
    Map<String, Writer> writers = new HashMap<>();
    for (Document d : letters.find(new Document("consultation", consultation))) {
      writers.put(
          d.getString("_id"),
          new Writer(
              d.getString("writer"),
              d.getBoolean("organisation"),
              LocalDate.parse(d.getString("receivedOn"))));
    }
    return writers;
  }

  void forget(String contribution) {
    letters.deleteOne(new Document("_id", contribution));
  }
}
