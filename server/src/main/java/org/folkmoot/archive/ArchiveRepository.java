package org.folkmoot.archive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.folkmoot.store.SequencedLog;
import org.folkmoot.store.Store;

/// Every collection as it lies in the database, document by document, without knowing what rooms
/// mean by them; and the notes of what was erased and how far a restore has come.
final class ArchiveRepository {

  static final String CONTRIBUTIONS = "contributions";
  static final String LEDGER = "ledger";
  static final String FILES = "blobs.files";
  static final String CHUNKS = "blobs.chunks";
  static final String ERASED = "erased";
  static final String KEYS = "keys";

  private static final String STATE = "restore";
  private static final int BATCH = 100;

  /// A chunk of a file has 255 KiB.
  private static final int CHUNK_BATCH = 4;

  private final Store store;
  private final SequencedLog ledger;

  ArchiveRepository(Store store) {
    this.store = store;
    this.ledger = store.log(LEDGER);
  }

  /// Every collection but the note of a restore.
  Set<String> collections() {
    Set<String> names = new TreeSet<>(store.collections());
    names.remove(STATE);
    return names;
  }

  void each(String collection, Consumer<RawBsonDocument> reader) {
    each(collection, new Document(), reader);
  }

  private void each(String collection, Document filter, Consumer<RawBsonDocument> reader) {
    int batch = collection.equals(CHUNKS) ? CHUNK_BATCH : BATCH;
    try (var cursor = raw(collection).find(filter).batchSize(batch).iterator()) {
      cursor.forEachRemaining(reader);
    }
  }

  void contributions(Collection<String> ids, Consumer<RawBsonDocument> reader) {
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
      each(CONTRIBUTIONS, new Document("_id", new Document("$in", some)), reader);
    }
  }

  /// The length of every log of the ledger.
  Map<String, Long> logs() {
    Map<String, Long> lengths = new TreeMap<>();
    store
        .collection("ledger-checkpoints")
        .distinct("_id", String.class)
        .forEach(log -> lengths.put(log, ledger.last(log)));
    return lengths;
  }

  /// Entries of a log after one number and up to another.
  void entries(String log, long after, long upTo, Consumer<RawBsonDocument> reader) {
    for (long seq = after; seq < upTo; seq += BATCH) {
      Set<String> ids = new TreeSet<>();
      for (long next = seq + 1; next <= Math.min(seq + BATCH, upTo); next++) {
        ids.add(SequencedLog.id(log, next));
      }
      each(LEDGER, new Document("_id", new Document("$in", List.copyOf(ids))), reader);
    }
  }

  Optional<Document> document(String collection, String id) {
    return Optional.ofNullable(store.collection(collection).find(new Document("_id", id)).first());
  }

  /// Documents of one consultation, few enough to hold.
  List<Document> of(String collection, String consultation) {
    return store
        .collection(collection)
        .find(new Document("consultation", consultation))
        .into(new ArrayList<Document>());
  }

  void put(String collection, Document document) {
    store
        .collection(collection)
        .replaceOne(
            new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  boolean isEmpty(String collection) {
    return store.collection(collection).find().limit(1).first() == null;
  }

  /// Documents that are not there yet.
  void insert(String collection, List<RawBsonDocument> documents) {
    raw(collection).insertMany(documents, new InsertManyOptions().ordered(false));
  }

  /// Documents in place of those that have the same ids, if any do.
  void put(String collection, List<RawBsonDocument> documents) {
    List<ReplaceOneModel<RawBsonDocument>> all = new ArrayList<>();
    for (RawBsonDocument document : documents) {
      all.add(
          new ReplaceOneModel<>(
              new Document("_id", document.get("_id")),
              document,
              new ReplaceOptions().upsert(true)));
    }
    raw(collection).bulkWrite(all);
  }

  /// Removes everything, as if nothing had ever been here, but the list of what was erased.
  void clear() {
    for (String collection : collections()) {
      if (!collection.equals(ERASED)) {
        store.collection(collection).drop();
      }
    }
  }

  List<String> erased() {
    return store
        .collection(ERASED)
        .find()
        .map(d -> d.getString("_id"))
        .into(new ArrayList<String>());
  }

  void noteErased(Collection<String> ids) {
    for (String id : ids) {
      store
          .collection(ERASED)
          .replaceOne(
              new Document("_id", id), new Document("_id", id), new ReplaceOptions().upsert(true));
    }
  }

  /// How far a restore has come.
  enum Restoring {
    NONE,
    COPYING,
    ERASING,
    IMPORTING
  }

  Restoring restoring() {
    Document note = store.collection(STATE).find(new Document("_id", STATE)).first();
    return note == null ? Restoring.NONE : Restoring.valueOf(note.getString("state"));
  }

  void note(Restoring state) {
    var id = new Document("_id", STATE);
    if (state == Restoring.NONE) {
      store.collection(STATE).deleteOne(id);
    } else {
      store
          .collection(STATE)
          .replaceOne(
              id,
              new Document("_id", STATE).append("state", state.name()),
              new ReplaceOptions().upsert(true));
    }
  }

  private MongoCollection<RawBsonDocument> raw(String collection) {
    return store.collection(collection).withDocumentClass(RawBsonDocument.class);
  }
}
