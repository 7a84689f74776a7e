package org.folkmoot.moderation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// Who looks at what just now, `looking` `{_id: contribution, by, until}`; and what each member of
/// staff did last, to be undone, `last-acts` `{_id: consultation:staff, at, did, items,
/// meanwhile}`.
final class QueueRepository {

  /// Somebody looks at something.
  record Claim(String by, Instant until) {}

  /// One contribution, as it stood after an act on it.
  record Item(String id, long version) {}

  /// What was done last.
  ///
  /// @param did `check`, `decline` or `hold`, or `undo`
  /// @param items what it was done to
  /// @param meanwhile ids of what somebody else had decided meanwhile, or looks at
  record Last(Instant at, String did, List<Item> items, List<String> meanwhile) {
    Last {
      items = List.copyOf(items);
      meanwhile = List.copyOf(meanwhile);
    }
  }

  private final MongoCollection<Document> looking;
  private final MongoCollection<Document> lastActs;

  QueueRepository(Store store) {
    this.looking = store.collection("looking");
    this.lastActs = store.collection("last-acts");
    store.index("looking", "until");
  }

  /// Takes one for somebody, unless somebody else looks at it.
  boolean claim(String id, String by, Instant now, Instant until) {
    Document mine = new Document("_id", id).append("by", by).append("until", Date.from(until));
    if (Inserts.ifAbsent(looking, mine)) {
      return true;
    }
    Document there = looking.find(new Document("_id", id)).first();
    if (there == null) {
      return claim(id, by, now, until);
    }
    boolean free =
        there.getString("by").equals(by) || !there.getDate("until").toInstant().isAfter(now);
    return free
        && looking
                .replaceOne(
                    new Document("_id", id)
                        .append("by", there.getString("by"))
                        .append("until", there.getDate("until")),
                    mine)
                .getMatchedCount()
            == 1;
  }

  /// Who looks at which of these.
  Map<String, Claim> claims(Collection<String> ids, Instant now) {
    Map<String, Claim> claims = new HashMap<>();
    looking
        .find(new Document("_id", new Document("$in", List.copyOf(ids))))
        .forEach(d -> {
          Instant until = d.getDate("until").toInstant();
          if (until.isAfter(now)) {
            claims.put(d.getString("_id"), new Claim(d.getString("by"), until));
          }
        });
    return claims;
  }

  void free(Collection<String> ids, String by) {
    looking.deleteMany(new Document("_id", new Document("$in", List.copyOf(ids))).append("by", by));
  }

  /// Forgets what nobody looks at any more.
  void forgetBefore(Instant now) {
    looking.deleteMany(new Document("until", new Document("$lt", Date.from(now))));
  }

  void save(String consultation, String staff, Last last) {
    String id = consultation + ":" + staff;
    lastActs.replaceOne(
        new Document("_id", id),
        new Document("_id", id)
            .append("at", Date.from(last.at()))
            .append("did", last.did())
            .append(
                "items",
                last.items().stream()
                    .map(i -> new Document("id", i.id()).append("version", i.version()))
                    .toList())
            .append("meanwhile", last.meanwhile()),
        new ReplaceOptions().upsert(true));
  }

  Optional<Last> last(String consultation, String staff) {
    return Optional.ofNullable(
            lastActs.find(new Document("_id", consultation + ":" + staff)).first())
        .map(d ->
            new Last(
                d.getDate("at").toInstant(),
                d.getString("did"),
                d.getList("items", Document.class, List.of()).stream()
                    .map(i ->
                        new Item(i.getString("id"), i.get("version", Number.class).longValue()))
                    .toList(),
                d.getList("meanwhile", String.class, List.of())));
  }
}
