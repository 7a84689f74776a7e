package org.folkmoot.record;

import static java.util.stream.Collectors.toSet;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The sealed copies of what was taken back. One is kept for a time, so that it can be put back, or
/// for the safeguarding lead until they end the case, or for the data protection officer until they
/// lift a legal hold, or for both. A copy may outlive a crash before the taking back itself: the
/// lead is shown copies only of what is gone. Thread-safe.
///
/// Documents: `taken-back` `{_id: contribution, consultation, at, until, sealed}`, a copy for the
/// lead `{…, lead: true, undo}` and under a hold `{…, hold: true, undo}` in place of `until`, which
/// it gets when that is over.
final class SealedCopies {

  private static final String COLLECTION = "taken-back";
  private static final int AT_ONCE = 200;

  private final RecordRepository contributions;
  private final Keys keys;
  private final InstantSource time;
  private final MongoCollection<Document> sealed;

  SealedCopies(RecordRepository contributions, Store store, Keys keys, InstantSource time) {
    this.contributions = contributions;
    this.keys = keys;
    this.time = time;
    this.sealed = store.collection(COLLECTION);
    store.index(COLLECTION, "consultation", "at");
    store.index(COLLECTION, "until");
    for (For whom : For.values()) {
      store.index(COLLECTION, whom.field);
    }
  }

  /// Keeps a copy that can be put back, and is erased, at a time.
  void keepUntil(Contribution c, Instant now, Instant until) {
    keep(c, now, new Document("until", Date.from(until)));
  }

  /// For whom a copy is kept.
  enum For {
    LEAD("lead"),
    HOLD("hold");

    private final String field;

    For(String field) {
      this.field = field;
    }
  }

  /// Keeps a copy for somebody.
  ///
  /// @param undo until when it can be put back
  void keepFor(Set<For> whom, Contribution c, Instant now, Instant undo) {
    var terms = new Document("undo", Date.from(undo));
    whom.forEach(each -> terms.append(each.field, true));
    keep(c, now, terms);
  }

  /// @param terms until when, or for whom
  private void keep(Contribution c, Instant now, Document terms) {
    byte[] copy = RecordCodec.bytes(RecordCodec.document(c));
    var kept =
        new Document("_id", c.id())
            .append("consultation", c.consultation())
            .append("at", Date.from(now))
            .append("sealed", keys.seal(copy, context(c.id())));
    kept.putAll(terms);
    sealed.replaceOne(new Document("_id", c.id()), kept, new ReplaceOptions().upsert(true));
  }

  /// The copy of a contribution, whoever it is for, with what was taken back as the record keeps
  /// it.
  Optional<Copy> find(String id) {
    return Optional.ofNullable(sealed.find(new Document("_id", id)).first()).map(this::copy);
  }

  private Copy copy(Document document) {
    Date until = document.getDate("until");
    Instant undo = (until == null ? document.getDate("undo") : until).toInstant();
    return new Copy(document, undo);
  }

  /// A copy, still sealed.
  ///
  /// @param undoUntil until when it can be put back
  record Copy(Document document, Instant undoUntil) {}

  /// What was taken back, as the record keeps it.
  Document opened(Copy copy) {
    return opened(copy.document());
  }

  private Document opened(Document copy) {
    byte[] bytes = copy.get("sealed", Binary.class).getData();
    return RecordCodec.document(keys.unseal(bytes, context(copy.getString("_id"))));
  }

  /// What the lead still has of a consultation, newest first.
  List<Contribution> forLead(String consultation) {
    List<Document> copies =
        sealed
            .find(new Document("consultation", consultation).append("lead", true))
            .sort(new Document("at", -1))
            .limit(AT_ONCE)
            .into(new ArrayList<>());
    return ofGone(copies);
  }

  /// Whoever sent what a copy is kept of for somebody, by reference into the contact vault.
  Set<String> contactsKept() {
    Set<String> contacts = new HashSet<>();
    for (For whom : For.values()) {
      ofGone(sealed.find(new Document(whom.field, true)).into(new ArrayList<>())).stream()
          .map(Contribution::contact)
          .filter(contact -> !contact.isEmpty())
          .forEach(contacts::add);
    }
    return contacts;
  }

  /// Those of what is gone, opened.
  private List<Contribution> ofGone(List<Document> copies) {
    Set<String> gone =
        contributions.find(copies.stream().map(copy -> copy.getString("_id")).toList()).stream()
            .map(RecordRepository.Stored::contribution)
            .filter(c -> c.status().isGone())
            .map(Contribution::id)
            .collect(toSet());
    return copies.stream()
        .filter(copy -> gone.contains(copy.getString("_id")))
        .map(copy -> RecordCodec.contribution(opened(copy)))
        .toList();
  }

  /// One that is kept for somebody, opened.
  Optional<Contribution> one(String id, For whom) {
    return sealedFor(id, whom).map(copy -> RecordCodec.contribution(opened(copy)));
  }

  boolean isKeptFor(String id, For whom) {
    return sealedFor(id, whom).isPresent();
  }

  private Optional<Document> sealedFor(String id, For whom) {
    return Optional.ofNullable(
            sealed.find(new Document("_id", id).append(whom.field, true)).first())
        .filter(_ ->
            contributions.find(id).filter(s -> s.contribution().status().isGone()).isPresent());
  }

  /// What the lead has of this one cannot be put back from now on.
  void undoNoMore(String id) {
    var never = new Document("undo", Date.from(time.instant()));
    sealed.updateOne(new Document("_id", id), new Document("$set", never));
  }

  /// Its hour has come, whoever it was for.
  ///
  /// @return whether there is a copy
  boolean dueNow(String id) {
    var due =
        new Document("$set", new Document("until", Date.from(time.instant())))
            .append("$unset", new Document("lead", "").append("hold", ""));
    return sealed.updateOne(new Document("_id", id), due).getMatchedCount() > 0;
  }

  /// It is kept for this one no longer.
  void leave(String id, For whom) {
    sealed.updateOne(new Document("_id", id), new Document("$unset", new Document(whom.field, "")));
  }

  /// Contributions whose copy can no longer be put back, some at a time.
  List<String> due() {
    return sealed
        .find(new Document("until", new Document("$lte", Date.from(time.instant()))))
        .projection(new Document("until", 1))
        .limit(AT_ONCE)
        .map(copy -> copy.getString("_id"))
        .into(new ArrayList<>());
  }

  /// Contributions of which a copy is kept for this one.
  List<String> under(For whom) {
    return sealed
        .find(new Document(whom.field, true))
        .projection(new Document("at", 1))
        .map(copy -> copy.getString("_id"))
        .into(new ArrayList<>());
  }

  /// How many were made since a time.
  long since(String consultation, Instant from) {
    return sealed.countDocuments(
        new Document("consultation", consultation)
            .append("at", new Document("$gt", Date.from(from))));
  }

  void delete(String id) {
    sealed.deleteOne(new Document("_id", id));
  }

  /// A copy for somebody of what was never taken back in the end: a crash came between.
  void deleteStale(String id) {
    for (For whom : For.values()) {
      sealed.deleteOne(new Document("_id", id).append(whom.field, true));
    }
  }

  private static String context(String id) {
    return "taken back " + id;
  }
}
