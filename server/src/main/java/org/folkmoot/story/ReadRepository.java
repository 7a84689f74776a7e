package org.folkmoot.story;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.folkmoot.store.Store;

/// Which stories each member of staff has read: collection `reads`, `{_id:
/// read:{staff}:{contribution}, staff, consultation, contribution, at}`.
final class ReadRepository {

  private final MongoCollection<Document> reads;

  ReadRepository(Store store) {
    this.reads = store.collection("reads");
    store.index("reads", "consultation", "staff");
  }

  void save(String staff, String consultation, String contribution, Instant at) {
    String id = "read:" + staff + ":" + contribution;
    reads.replaceOne(
        new Document("_id", id),
        new Document("_id", id)
            .append("staff", staff)
            .append("consultation", consultation)
            .append("contribution", contribution)
            .append("at", Date.from(at)),
        new ReplaceOptions().upsert(true));
  }

  /// Ids of the contributions this person has read.
  Set<String> by(String staff, String consultation) {
    Set<String> read = new HashSet<>();
    for (Document d :
        reads.find(new Document("consultation", consultation).append("staff", staff))) {
      read.add(d.getString("contribution"));
    }
    return read;
  }
}
