package org.folkmoot.texting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Store;
import org.folkmoot.store.VaultKeys;
import org.folkmoot.texting.ThreadLine.Direction;

/// The lines of conversations in the database.
final class ThreadRepository {

  private final MongoCollection<Document> lines;

  ThreadRepository(Store store) {
    this.lines = store.collection("texting_threads");
    store.index("texting_threads", "consultation", "thread");
    store.index("texting_threads", "consultation", "at");
    store.index("texting_threads", "phone");
    store.index("texting_threads", "wordsAt");
    store.index("texting_threads", "at");
  }

  /// The same id again is the same line, as it is known now.
  void save(ThreadLine line) {
    Document d =
        new Document("_id", line.id())
            .append("phone", line.phone())
            .append("consultation", line.consultation())
            .append("thread", line.thread())
            .append("at", Date.from(line.at()))
            .append("direction", line.direction().name())
            .append("became", line.became().what().name())
            .append("question", line.became().question())
            .append("contribution", line.became().contribution())
            .append("parts", line.parts())
            .append("answers", line.answers())
            .append("answerParts", line.answerParts())
            .append("pictures", line.pictures())
            .append("by", line.by());
    line.words()
        .ifPresent(shut ->
            d.append("words", shut.bytes())
                .append("key", shut.key())
                .append("wordsAt", Date.from(line.at())));
    lines.replaceOne(new Document("_id", line.id()), d, new ReplaceOptions().upsert(true));
  }

  /// A conversation, oldest first.
  List<ThreadLine> of(String consultation, long thread) {
    return lines
        .find(new Document("consultation", consultation).append("thread", thread))
        .sort(new Document("at", 1).append("_id", 1))
        .map(ThreadRepository::line)
        .into(new ArrayList<>());
  }

  /// Everything of a consultation since then.
  List<ThreadLine> since(String consultation, Instant since) {
    return lines
        .find(
            new Document("consultation", consultation)
                .append("at", new Document("$gte", Date.from(since))))
        .batchSize(500)
        .map(ThreadRepository::line)
        .into(new ArrayList<>());
  }

  /// When the last text of anybody came.
  Optional<Instant> lastIn() {
    return Optional.ofNullable(
            lines
                .find(new Document("direction", Direction.IN.name()))
                .sort(new Document("at", -1))
                .limit(1)
                .first())
        .map(d -> d.getDate("at").toInstant());
  }

  /// Erases the words that a phone wrote to a person, and what it was answered.
  void emptyOf(String phone) {
    empty(new Document("phone", phone));
  }

  /// The same of everybody, for what is older.
  void emptyBefore(Instant when) {
    empty(new Document("wordsAt", new Document("$lt", Date.from(when))));
  }

  private void empty(Document which) {
    Document none = new Document("words", "").append("key", "").append("wordsAt", "");
    lines.updateMany(which, new Document("$unset", none));
  }

  void forget(String phone) {
    lines.deleteMany(new Document("phone", phone));
  }

  private static ThreadLine line(Document d) {
    return new ThreadLine(
        d.getString("_id"),
        d.getString("phone"),
        d.getString("consultation"),
        d.get("thread", 0L),
        d.getDate("at").toInstant(),
        Direction.valueOf(d.getString("direction")),
        new Became(
            Became.What.valueOf(d.getString("became")),
            d.get("question", ""),
            d.get("contribution", "")),
        d.get("parts", 0),
        d.get("answers", 0),
        d.get("answerParts", 0),
        Optional.ofNullable(d.get("words", Binary.class))
            .map(words -> new VaultKeys.Sealed(d.get("key", 0), words.getData())),
        d.get("pictures", 0),
        d.get("by", ""));
  }
}
