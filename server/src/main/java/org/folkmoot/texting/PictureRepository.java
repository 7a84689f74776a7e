package org.folkmoot.texting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// Pictures that came with texts, in the database. Thread-safe.
final class PictureRepository {

  private final MongoCollection<Document> pictures;

  PictureRepository(Store store) {
    this.pictures = store.collection("texting_pictures");
    store.index("texting_pictures", "open", "due");
    store.index("texting_pictures", "conversation");
    store.index("texting_pictures", "phone");
  }

  /// The same picture again changes nothing.
  void add(Picture picture) {
    Inserts.ifAbsent(pictures, document(picture));
  }

  void save(Picture picture) {
    pictures.replaceOne(
        new Document("_id", picture.id()), document(picture), new ReplaceOptions().upsert(true));
  }

  Optional<Picture> find(String id) {
    return Optional.ofNullable(pictures.find(new Document("_id", id)).first())
        .map(PictureRepository::picture);
  }

  /// Ids of those that wait with the words of a conversation.
  List<String> waiting(String conversation) {
    return ids(new Document("conversation", conversation));
  }

  /// The same for everything of a telephone.
  List<String> of(String phone) {
    return ids(new Document("phone", phone).append("open", true));
  }

  private List<String> ids(Document which) {
    return pictures.find(which).map(d -> d.getString("_id")).into(new ArrayList<>());
  }

  /// Ids of those something is to be done for by now.
  List<String> due(Instant now, int limit) {
    return pictures
        .find(new Document("open", true).append("due", new Document("$lte", Date.from(now))))
        .limit(limit)
        .map(d -> d.getString("_id"))
        .into(new ArrayList<>());
  }

  void forgetBefore(Instant when) {
    pictures.deleteMany(
        new Document("open", false).append("due", new Document("$lt", Date.from(when))));
  }

  private static Document document(Picture p) {
    return new Document("_id", p.id())
        .append("where", p.where())
        .append("phone", p.phone())
        // Found by it only while it waits.
        .append("conversation", p.waits() ? p.conversation() : "")
        .append("of", p.conversation())
        .append("consultation", p.consultation())
        .append("contribution", p.contribution())
        .append("language", p.language())
        .append("contact", p.contact())
        .append("state", p.state().name())
        .append("open", p.state() != Picture.State.DONE)
        .append("media", p.media())
        .append("why", p.why())
        .append("tries", p.tries())
        .append("due", Date.from(p.due()))
        .append("at", Date.from(p.at()));
  }

  private static Picture picture(Document d) {
    return new Picture(
        d.getString("_id"),
        d.getString("where"),
        d.getString("phone"),
        d.getString("of"),
        d.getString("consultation"),
        d.getString("contribution"),
        d.getString("language"),
        d.getString("contact"),
        Picture.State.valueOf(d.getString("state")),
        d.getString("media"),
        d.getString("why"),
        d.getInteger("tries"),
        d.getDate("due").toInstant(),
        d.getDate("at").toInstant());
  }
}
