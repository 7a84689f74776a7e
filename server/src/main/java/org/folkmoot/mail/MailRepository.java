package org.folkmoot.mail;

import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Letters that have not left, each one document; address, subject and text are encrypted.
final class MailRepository {

  private static final String WAITING = "WAITING";
  private static final String SENDING = "SENDING";
  private static final String NEVER = "NEVER";

  private final MongoCollection<Document> letters;
  private final Keys keys;

  /// A letter in the outbox.
  ///
  /// @param never true once the mail server refused it for good
  record Kept(Letter letter, Instant at, int tries, boolean never) {}

  MailRepository(Store store, Keys keys) {
    this.letters = store.collection("mail");
    this.keys = keys;
  }

  /// False if a letter of this id is kept already.
  boolean keep(Letter letter, Instant now) {
    String plain = letter.to() + "\n" + letter.subject() + "\n" + letter.text();
    return Inserts.ifAbsent(
        letters,
        new Document("_id", letter.id())
            .append("sealed", keys.seal(plain.getBytes(StandardCharsets.UTF_8), letter.id()))
            .append("at", Date.from(now))
            .append("until", letter.until().map(Date::from).orElse(null))
            .append("status", WAITING)
            .append("tries", 0)
            .append("next", Date.from(now)));
  }

  List<Kept> all() {
    List<Kept> all = new ArrayList<>();
    letters.find().sort(new Document("at", 1)).forEach(d -> all.add(kept(d)));
    return all;
  }

  Optional<Kept> find(String id) {
    return Optional.ofNullable(letters.find(new Document("_id", id)).first()).map(this::kept);
  }

  /// Ids of letters whose time to be tried has come; so has that of one whose sender was cut off.
  List<String> due(Instant now) {
    List<String> ids = new ArrayList<>();
    for (Document d : letters.find().sort(new Document("at", 1))) {
      boolean tried = d.getString("status").equals(NEVER);
      if (!tried && !d.getDate("next").toInstant().isAfter(now)) {
        ids.add(d.getString("_id"));
      }
    }
    return ids;
  }

  /// True for exactly one sender; `until` is when another may try if this one is cut off.
  boolean take(String id, int tries, Instant until) {
    return letters
            .updateOne(
                new Document("_id", id).append("tries", tries),
                new Document(
                    "$set",
                    new Document("status", SENDING)
                        .append("tries", tries + 1)
                        .append("next", Date.from(until))))
            .getModifiedCount()
        == 1;
  }

  void later(String id, Instant next) {
    set(id, new Document("status", WAITING).append("next", Date.from(next)));
  }

  void never(String id) {
    set(id, new Document("status", NEVER));
  }

  void delete(String id) {
    letters.deleteOne(new Document("_id", id));
  }

  private void set(String id, Document fields) {
    letters.updateOne(new Document("_id", id), new Document("$set", fields));
  }

  private Kept kept(Document d) {
    String id = d.getString("_id");
    byte[] plain = keys.unseal(d.get("sealed", Binary.class).getData(), id);
    String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", 3);
    return new Kept(
        new Letter(
            id,
            parts[0],
            parts[1],
            parts[2],
            Optional.ofNullable(d.getDate("until")).map(Date::toInstant)),
        d.getDate("at").toInstant(),
        d.getInteger("tries", 0),
        d.getString("status").equals(NEVER));
  }
}
