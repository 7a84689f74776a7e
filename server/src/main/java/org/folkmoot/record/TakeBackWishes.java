package org.folkmoot.record;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.folkmoot.store.Store;

/// Wishes to take something back that wait for a person, because there were more of them than
/// people have. What is gone has none. Thread-safe.
///
/// Documents: `take-back-wishes` `{_id: contribution, consultation, at}`.
public final class TakeBackWishes {

  private static final String COLLECTION = "take-back-wishes";
  private static final int AT_ONCE = 200;

  private final MongoCollection<Document> wishes;

  TakeBackWishes(Store store) {
    this.wishes = store.collection(COLLECTION);
    store.index(COLLECTION, "consultation", "at");
  }

  /// Somebody's wish that waits.
  public record Wish(String contribution, Instant at) {}

  void keep(Contribution c, Instant at) {
    wishes.replaceOne(
        new Document("_id", c.id()),
        new Document("_id", c.id())
            .append("consultation", c.consultation())
            .append("at", Date.from(at)),
        new ReplaceOptions().upsert(true));
  }

  /// It is answered, or what it was about is gone.
  void met(String contribution) {
    wishes.deleteOne(new Document("_id", contribution));
  }

  /// Those of a consultation, oldest first, some at a time.
  public List<Wish> in(String consultation) {
    return wishes
        .find(new Document("consultation", consultation))
        .sort(new Document("at", 1))
        .limit(AT_ONCE)
        .map(d -> new Wish(d.getString("_id"), d.getDate("at").toInstant()))
        .into(new ArrayList<Wish>());
  }

  public boolean isWished(String contribution) {
    return wishes.find(new Document("_id", contribution)).first() != null;
  }
}
