package org.folkmoot.rights;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.rights.RightsRequest.Approval;
import org.folkmoot.rights.RightsRequest.Outcome;
import org.folkmoot.rights.RightsRequest.What;
import org.folkmoot.store.Store;
import org.jspecify.annotations.Nullable;

/// Requests in the database.
final class RightsRepository {

  private static final int MOST = 200;

  private final MongoCollection<Document> requests;

  RightsRepository(Store store) {
    this.requests = store.collection("rights-requests");
    store.index("rights-requests", "openedAt");
  }

  void save(RightsRequest r) {
    Instant done = r.doneAt();
    requests.replaceOne(
        new Document("_id", r.id()),
        new Document("_id", r.id())
            .append("openedBy", r.openedBy())
            .append("openedAt", Date.from(r.openedAt()))
            .append("identity", r.identity())
            .append("contacts", r.contacts())
            .append("contributions", r.contributions())
            .append(
                "approvals",
                r.approvals().stream()
                    .map(a ->
                        new Document("by", a.by())
                            .append("at", Date.from(a.at()))
                            .append("alone", a.alone()))
                    .toList())
            .append("doneAt", done == null ? null : Date.from(done))
            .append(
                "outcomes",
                r.outcomes().stream()
                    .map(o ->
                        new Document("contribution", o.contribution())
                            .append("what", o.what().name()))
                    .toList()),
        new ReplaceOptions().upsert(true));
  }

  Optional<RightsRequest> find(String id) {
    return Optional.ofNullable(requests.find(new Document("_id", id)).first())
        .map(RightsRepository::request);
  }

  /// Those of which not everything is deleted.
  List<RightsRequest> open() {
    return requests
        .find(new Document("doneAt", null))
        .map(RightsRepository::request)
        .into(new ArrayList<RightsRequest>());
  }

  /// The newest first.
  List<RightsRequest> all() {
    return requests
        .find()
        .sort(new Document("openedAt", -1))
        .limit(MOST)
        .map(RightsRepository::request)
        .into(new ArrayList<RightsRequest>());
  }

  private static RightsRequest request(Document d) {
    return new RightsRequest(
        d.getString("_id"),
        d.getString("openedBy"),
        d.getDate("openedAt").toInstant(),
        d.getString("identity"),
        d.getList("contacts", String.class),
        d.getList("contributions", String.class),
        d.getList("approvals", Document.class).stream()
            .map(a ->
                new Approval(a.getString("by"), a.getDate("at").toInstant(), a.getBoolean("alone")))
            .toList(),
        instant(d.getDate("doneAt")),
        d.getList("outcomes", Document.class).stream()
            .map(o -> new Outcome(o.getString("contribution"), What.valueOf(o.getString("what"))))
            .toList());
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
