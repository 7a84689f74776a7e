package org.folkmoot.record;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Store;
import org.jspecify.annotations.Nullable;

/// Legal holds in the database: `legal-holds` `{_id: contribution, consultation, at, by, why,
/// told}`, and `lifted: {at, by, why}` while one is being lifted.
final class HoldList {

  private final MongoCollection<Document> holds;

  HoldList(Store store) {
    this.holds = store.collection("legal-holds");
  }

  /// @param told whether the log has it
  record Kept(LegalHolds.Hold hold, boolean told, @Nullable Lifted lifted) {}

  record Lifted(Instant at, String by, String why) {}

  boolean isOn(String contribution) {
    return find(contribution).filter(kept -> kept.lifted() == null).isPresent();
  }

  Optional<Kept> find(String contribution) {
    return Optional.ofNullable(holds.find(new Document("_id", contribution)).first())
        .map(HoldList::kept);
  }

  List<Kept> all() {
    return holds.find().map(HoldList::kept).into(new ArrayList<Kept>());
  }

  void save(LegalHolds.Hold hold) {
    holds.replaceOne(
        new Document("_id", hold.contribution()),
        new Document("_id", hold.contribution())
            .append("consultation", hold.consultation())
            .append("at", Date.from(hold.at()))
            .append("by", hold.by())
            .append("why", hold.why())
            .append("told", false),
        new ReplaceOptions().upsert(true));
  }

  void told(String contribution) {
    set(contribution, new Document("told", true));
  }

  void lift(String contribution, Lifted lifted) {
    set(
        contribution,
        new Document(
            "lifted",
            new Document("at", Date.from(lifted.at()))
                .append("by", lifted.by())
                .append("why", lifted.why())));
  }

  private void set(String contribution, Document fields) {
    holds.updateOne(new Document("_id", contribution), new Document("$set", fields));
  }

  void delete(String contribution) {
    holds.deleteOne(new Document("_id", contribution));
  }

  private static Kept kept(Document d) {
    Document lifted = d.get("lifted", Document.class);
    return new Kept(
        new LegalHolds.Hold(
            d.getString("_id"),
            d.getString("consultation"),
            d.getDate("at").toInstant(),
            d.getString("by"),
            d.getString("why")),
        d.getBoolean("told"),
        lifted == null
            ? null
            : new Lifted(
                lifted.getDate("at").toInstant(), lifted.getString("by"), lifted.getString("why")));
  }
}
