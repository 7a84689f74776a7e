package org.folkmoot.comeback;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Links and codes by the hash of their secret: `comebacks` `{_id, ids (sealed), until, code,
/// tries}`; and how often somebody was written to: `comeback-asks` `{_id, contact, at}`.
final class ComebackRepository {

  private static final String PURPOSE = "come back";

  private final MongoCollection<Document> links;
  private final MongoCollection<Document> asks;
  private final Keys keys;

  ComebackRepository(Store store, Keys keys) {
    this.links = store.collection("comebacks");
    this.asks = store.collection("comeback-asks");
    this.keys = keys;
    store.index("comebacks", "until");
    store.index("comeback-asks", "contact", "at");
    store.index("comeback-asks", "at");
  }

  /// @param code that must be typed to use it; empty for a link
  void save(String secret, List<String> ids, String code, Instant until) {
    String hash = hash(secret);
    byte[] plain = String.join("\n", ids).getBytes(StandardCharsets.UTF_8);
    links.insertOne(
        new Document("_id", hash)
            .append("ids", keys.seal(plain, hash))
            .append("code", code.isEmpty() ? "" : keys.mac(PURPOSE, secret + "|" + code))
            .append("tries", 0)
            .append("until", Date.from(until)));
  }

  /// What a link opens.
  Optional<List<String>> link(String secret, Instant now) {
    return Optional.ofNullable(links.find(new Document("_id", hash(secret))).first())
        .filter(d -> d.getString("code").isEmpty() && isInTime(d, now))
        .map(this::ids);
  }

  /// Tries a code; right or wrong, it counts, and after so many tries none is right. A right one is
  /// used up.
  Optional<List<String>> tryCode(String secret, String typed, int most, Instant now) {
    var here = new Document("_id", hash(secret));
    String code = keys.mac(PURPOSE, secret + "|" + typed);
    return Optional.ofNullable(
            links.findOneAndUpdate(
                new Document(here).append("tries", new Document("$lt", most)),
                new Document("$inc", new Document("tries", 1))))
        .filter(tried -> isInTime(tried, now) && tried.getString("code").equals(code))
        .filter(_ -> links.deleteOne(here).getDeletedCount() == 1)
        .map(this::ids);
  }

  /// Notes that somebody is written to, unless that was so often enough since then.
  boolean mayWrite(String contact, Instant since, int most, Instant now) {
    String hash = keys.mac(PURPOSE, contact);
    var lately = new Document("contact", hash).append("at", new Document("$gt", Date.from(since)));
    if (asks.countDocuments(lately) >= most) {
      return false;
    }
    asks.insertOne(
        new Document("_id", UUID.randomUUID().toString())
            .append("contact", hash)
            .append("at", Date.from(now)));
    return true;
  }

  void forgetLate(Instant now, Instant asked) {
    links.deleteMany(new Document("until", new Document("$lte", Date.from(now))));
    asks.deleteMany(new Document("at", new Document("$lte", Date.from(asked))));
  }

  private static boolean isInTime(Document d, Instant now) {
    return d.getDate("until").toInstant().isAfter(now);
  }

  private List<String> ids(Document d) {
    byte[] plain = keys.unseal(d.get("ids", Binary.class).getData(), d.getString("_id"));
    return List.of(new String(plain, StandardCharsets.UTF_8).split("\n", -1));
  }

  private String hash(String secret) {
    return keys.mac(PURPOSE, secret);
  }
}
