package org.folkmoot.people;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Links sent by e-mail and sign-ins that are half done, by the hash of what is in the link or the
/// cookie.
final class SignInRepository {

  private final MongoCollection<Document> links;
  private final MongoCollection<Document> halves;
  private final Keys keys;

  /// A sign-in that waits for its second factor.
  ///
  /// @param next the page they wanted
  /// @param secret of a second factor that is being set up
  record Half(String staff, String next, byte[] secret) {}

  SignInRepository(Store store, Keys keys) {
    this.links = store.collection("signinlinks");
    this.halves = store.collection("signins");
    this.keys = keys;
  }

  void saveLink(String hash, String staff, Instant until) {
    links.insertOne(
        new Document("_id", hash)
            .append("staff", staff)
            .append("until", Date.from(until))
            .append("used", false));
  }

  /// Who a link is for, unless it was used or is too old.
  Optional<String> link(String hash, Instant now) {
    return Optional.ofNullable(links.find(new Document("_id", hash).append("used", false)).first())
        .filter(d -> d.getDate("until").toInstant().isAfter(now))
        .map(d -> d.getString("staff"));
  }

  /// Whether there ever was such a link, of late.
  boolean knows(String hash) {
    return links.find(new Document("_id", hash)).first() != null;
  }

  /// True for exactly one caller.
  boolean useLink(String hash) {
    return links
            .updateOne(
                new Document("_id", hash).append("used", false),
                new Document("$set", new Document("used", true)))
            .getModifiedCount()
        == 1;
  }

  void deleteLinks(String staff) {
    links.deleteMany(new Document("staff", staff));
  }

  void saveHalf(String hash, Half half, Instant until) {
    halves.insertOne(
        new Document("_id", hash)
            .append("staff", half.staff())
            .append("next", half.next())
            .append("sealed", keys.seal(half.secret(), hash))
            .append("until", Date.from(until)));
  }

  Optional<Half> half(String hash, Instant now) {
    return Optional.ofNullable(halves.find(new Document("_id", hash)).first())
        .filter(d -> d.getDate("until").toInstant().isAfter(now))
        .map(d ->
            new Half(
                d.getString("staff"),
                d.getString("next"),
                keys.unseal(d.get("sealed", Binary.class).getData(), hash)));
  }

  /// True for exactly one caller.
  boolean useHalf(String hash) {
    return halves.deleteOne(new Document("_id", hash)).getDeletedCount() == 1;
  }

  void deleteHalves(String staff) {
    halves.deleteMany(new Document("staff", staff));
  }

  void forgetLate(Instant before) {
    deleteLate(links, before);
    deleteLate(halves, before);
  }

  private static void deleteLate(MongoCollection<Document> among, Instant before) {
    for (Document d : among.find()) {
      if (d.getDate("until").toInstant().isBefore(before)) {
        among.deleteOne(new Document("_id", d.getString("_id")));
      }
    }
  }
}
