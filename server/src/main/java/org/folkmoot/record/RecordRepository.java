package org.folkmoot.record;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.folkmoot.ledger.Act;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// Contributions in the database. An act that changes one is written into the document first, as
/// `pending`, together with the change; it is taken out when the act is in the ledger.
final class RecordRepository {

  private static final String COLLECTION = "contributions";
  private static final int BATCH = 200;
  private static final Document NEWEST_FIRST = new Document("seq", -1);

  private final MongoCollection<Document> contributions;
  private final MongoCollection<Document> erased;

  RecordRepository(Store store) {
    this.contributions = store.collection(COLLECTION);
    this.erased = store.collection("erased");
    store.index(COLLECTION, "consultation", "seq");
    store.index(COLLECTION, "consultation", "channel", "seq");
    store.index(COLLECTION, "consultation", "themes", "seq");
    store.index(COLLECTION, "consultation", "status", "seq");
    store.index(COLLECTION, "consultation", "source", "seq");
    store.index(COLLECTION, "participant");
    store.index(COLLECTION, "contact");
    store.index(COLLECTION, "pending.id");
  }

  /// Writes a contribution that nobody sees yet; false if it is there already.
  boolean insert(Contribution contribution, Act act) {
    return Inserts.ifAbsent(
        contributions,
        RecordCodec.document(contribution).append("pending", RecordCodec.document(act)));
  }

  Optional<Stored> find(String id) {
    return Optional.ofNullable(contributions.find(new Document("_id", id)).first()).map(Stored::of);
  }

  List<Stored> find(Collection<String> ids) {
    List<Stored> found = new ArrayList<>();
    eachOf(ids, document -> found.add(Stored.of(document)));
    return found;
  }

  /// Some at a time: a database looks many ids up one by one, but compares every document with a
  /// list of too many.
  private void eachOf(Collection<String> ids, Consumer<Document> reader) {
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
      contributions
          .find(new Document("_id", new Document("$in", some)))
          .batchSize(BATCH)
          .forEach(reader);
    }
  }

  /// The same, without those that cannot be read.
  List<Stored> readable(Collection<String> ids) {
    List<Stored> found = new ArrayList<>();
    eachOf(ids, document -> read(document).ifPresent(found::add));
    return found;
  }

  /// Everything of a consultation that can be read, also what is under way, some at a time.
  void eachSome(String consultation, Consumer<List<Stored>> reader) {
    List<Stored> some = new ArrayList<>();
    eachWhole(
        consultation,
        document -> {
          read(document).ifPresent(some::add);
          if (some.size() == BATCH) {
            reader.accept(List.copyOf(some));
            some.clear();
          }
        });
    reader.accept(some);
  }

  private static Optional<Stored> read(Document document) {
    try {
      return Optional.of(Stored.of(document));
    } catch (RuntimeException e) {
      System.getLogger("record")
          .log(System.Logger.Level.ERROR, "event=record.unreadable id=" + document.get("_id"), e);
      return Optional.empty();
    }
  }

  /// Keeps its id on the list by which it is erased again from a backup that still has it.
  void noteErased(String id, Instant at) {
    erased.replaceOne(
        new Document("_id", id),
        new Document("_id", id).append("at", Date.from(at)),
        new ReplaceOptions().upsert(true));
  }

  /// Changes a contribution if it is still at this version and has no act pending.
  Optional<Stored> change(String id, long version, Document set, Act act) {
    return Optional.ofNullable(
            contributions.findOneAndUpdate(
                new Document("_id", id).append("version", version).append("pending", null),
                update(set, act),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
        .map(Stored::of);
  }

  /// A change of a contribution that stands in the ledger, with the act that makes it.
  record Change(Contribution of, Document set, Act act) {}

  /// Begins changes, each if its contribution is still at its version and has no act pending.
  ///
  /// @return those that are begun
  List<Change> changeAll(List<Change> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    List<UpdateOneModel<Document>> updates =
        changes.stream()
            .map(c ->
                new UpdateOneModel<Document>(
                    new Document("_id", c.of().id())
                        .append("version", c.of().version())
                        .append("pending", null),
                    update(c.set(), c.act())))
            .toList();
    if (contributions.bulkWrite(updates).getMatchedCount() == changes.size()) {
      return changes;
    }
    List<String> ids = changes.stream().map(c -> c.act().id()).toList();
    Map<String, Act> begun = new HashMap<>();
    contributions
        .find(new Document("pending.id", new Document("$in", ids)))
        .map(Stored::of)
        .forEach(stored -> stored.pendingAct().ifPresent(act -> begun.put(act.id(), act)));
    // Whoever was quicker may have begun an act of the same id: it is numbered by the version.
    return changes.stream()
        .filter(
            c -> Optional.ofNullable(begun.get(c.act().id())).filter(c.act()::isSameAs).isPresent())
        .toList();
  }

  /// Takes the pending acts of changes out once they are in the ledger.
  void settled(List<Change> changes) {
    if (!changes.isEmpty()) {
      contributions.bulkWrite(
          changes.stream()
              .map(c ->
                  new UpdateOneModel<Document>(
                      new Document("_id", c.of().id()).append("pending.id", c.act().id()),
                      new Document("$unset", new Document("pending", ""))))
              .toList());
    }
  }

  private static Document update(Document set, Act act) {
    return new Document("$set", new Document(set).append("pending", RecordCodec.document(act)))
        .append("$inc", new Document("version", 1L));
  }

  /// Takes the pending act out once it is in the ledger; a new contribution gets its number and is
  /// seen from here on.
  void settled(String id, String actId, long seq, boolean isNew) {
    var update = new Document("$unset", new Document("pending", ""));
    if (isNew) {
      update.append("$set", new Document("seq", seq));
    }
    contributions.updateOne(new Document("_id", id).append("pending.id", actId), update);
  }

  /// Contributions with an act that is not in the ledger yet, begun before a time.
  List<Stored> unsettled(Instant before, int limit) {
    return contributions
        .find(new Document("pending.id", new Document("$gt", "")))
        .limit(limit)
        .map(Stored::of)
        .into(new ArrayList<Stored>())
        .stream()
        .filter(stored -> stored.pendingAct().map(act -> act.at().isBefore(before)).orElse(false))
        .toList();
  }

  List<Contribution> list(RecordQuery query) {
    return contributions
        .find(filter(query))
        .sort(NEWEST_FIRST)
        .limit(query.limit())
        .map(RecordCodec::contribution)
        .into(new ArrayList<>());
  }

  List<Contribution> oldest(String consultation, Status status, long after, int limit) {
    return contributions
        .find(
            new Document("consultation", consultation)
                .append("status", status.name())
                .append("seq", new Document("$gt", after)))
        .sort(new Document("seq", 1))
        .limit(limit)
        .map(RecordCodec::contribution)
        .into(new ArrayList<>());
  }

  long count(RecordQuery query) {
    return contributions.countDocuments(filter(query));
  }

  List<Contribution> byIds(Collection<String> ids) {
    List<Contribution> found = new ArrayList<>();
    eachOf(ids, document -> found.add(RecordCodec.contribution(document)));
    return found;
  }

  /// Everything one participant sent.
  List<Contribution> byParticipant(String participant) {
    return newest(new Document("participant", participant), 200);
  }

  /// Everything by whoever left this contact or is this participant, however much it is.
  List<Contribution> everythingBy(String field, String who) {
    return newest(new Document(field, who), 0);
  }

  private List<Contribution> newest(Document filter, int limit) {
    return contributions
        .find(filter)
        .sort(NEWEST_FIRST)
        .limit(limit)
        .map(RecordCodec::contribution)
        .into(new ArrayList<>());
  }

  /// Streams what is in the ledger up to a number, without the words.
  void eachUpTo(String consultation, long seq, Consumer<Contribution> reader) {
    each(
        new Document("consultation", consultation)
            .append("seq", new Document("$gt", 0L).append("$lte", seq)),
        reader);
  }

  /// Streams what came by one door, without the words.
  void eachBy(Channel channel, String consultation, Consumer<Contribution> reader) {
    each(
        new Document("consultation", consultation)
            .append("channel", channel.name())
            .append("seq", new Document("$gt", 0L)),
        reader);
  }

  /// Streams what is neither gone nor held, without the words.
  void eachStanding(String consultation, Consumer<Contribution> reader) {
    List<String> standing =
        Arrays.stream(Status.values())
            .filter(status -> !status.isGone() && status != Status.HELD)
            .map(Status::name)
            .toList();
    each(
        new Document("consultation", consultation)
            .append("status", new Document("$in", standing))
            .append("seq", new Document("$gt", 0L)),
        reader);
  }

  /// Streams everything with which somebody left a contact, anywhere, without the words.
  void eachWithContact(Consumer<Contribution> reader) {
    each(
        new Document("contact", new Document("$gt", "")).append("seq", new Document("$gt", 0L)),
        reader);
  }

  private void each(Document filter, Consumer<Contribution> reader) {
    try (var cursor =
        contributions
            .find(filter)
            .projection(new Document("text", 0).append("derived", 0))
            .sort(new Document("seq", 1))
            .batchSize(500)
            .iterator()) {
      while (cursor.hasNext()) {
        reader.accept(RecordCodec.contribution(cursor.next()));
      }
    }
  }

  /// Streams everything whole, words and all, also what is under way.
  void eachWhole(String consultation, Consumer<Document> reader) {
    try (var cursor =
        contributions.find(new Document("consultation", consultation)).batchSize(100).iterator()) {
      while (cursor.hasNext()) {
        reader.accept(cursor.next());
      }
    }
  }

  private static Bson filter(RecordQuery query) {
    var filter = new Document("consultation", query.consultation());
    if (query.channels().size() == 1) {
      filter.append("channel", query.channels().iterator().next().name());
    } else if (!query.channels().isEmpty()) {
      filter.append(
          "channel",
          new Document("$in", query.channels().stream().map(Enum::name).sorted().toList()));
    }
    if (query.theme().equals(RecordQuery.NO_THEME)) {
      filter.append("themes", new Document("$size", 0));
    } else if (!query.theme().isEmpty()) {
      filter.append("themes", query.theme());
    }
    if (query.published()) {
      filter.append("status", Status.CLEARED.name());
      filter.append("consent.published", true).append("under18", false);
    } else if (!query.statuses().isEmpty()) {
      filter.append(
          "status",
          new Document("$in", query.statuses().stream().map(Enum::name).sorted().toList()));
    }
    if (!query.source().isEmpty()) {
      filter.append("source", query.source());
    }
    if (!query.language().isEmpty()) {
      filter.append("language", query.language());
    }
    if (!query.kind().isEmpty()) {
      filter.append("captureKind", query.kind());
    }
    if (!query.place().isEmpty()) {
      filter.append("place", query.place());
    }
    RecordQuery.Span time = query.time();
    if (time != null) {
      filter.append(
          "receivedAt",
          new Document("$gte", Date.from(time.from())).append("$lt", Date.from(time.until())));
    }
    var seq = new Document("$gt", 0L);
    if (query.after() > 0) {
      seq.append("$lt", query.after());
    }
    return filter.append("seq", seq);
  }

  /// A contribution with the act that is under way, if one is.
  record Stored(Contribution contribution, Optional<Act> pendingAct) {
    static Stored of(Document document) {
      var pending = document.get("pending", Document.class);
      return new Stored(
          RecordCodec.contribution(document), Optional.ofNullable(pending).map(RecordCodec::act));
    }
  }
}
