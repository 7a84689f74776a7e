package org.folkmoot.record;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.folkmoot.store.Claims;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Contributions as they lie in the database, for the controller's own copy of everything, and put
/// into a portal that takes such a copy over. This reads past everybody's rights: nothing that is
/// shown to anybody may come from here. Thread-safe.
///
/// The ledger tells each contribution's hash under the key of the portal it was made in. What is
/// taken over gets one under ours beside it: `taken-over` `{_id, version, state}`.
public final class RecordMoves {

  private static final int BATCH = 100;

  private final MongoCollection<Document> contributions;
  private final MongoCollection<Document> takenOver;
  private final Claims claims;
  private final Keys keys;

  public RecordMoves(Store store, Keys keys) {
    this.contributions = store.collection("contributions");
    this.takenOver = store.collection("taken-over");
    this.claims = store.claims();
    this.keys = keys;
  }

  /// One contribution with all its fields but what is made from others.
  ///
  /// @param settled false while an act on it is not in the ledger yet
  public record Whole(Document document, boolean settled) {}

  /// Everything of a consultation that is in its ledger.
  public void each(String consultation, Consumer<Whole> reader) {
    each(new Document("consultation", consultation), reader);
  }

  public void each(Collection<String> ids, Consumer<Whole> reader) {
    List<String> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += BATCH) {
      List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
      each(new Document("_id", new Document("$in", some)), reader);
    }
  }

  private void each(Document filter, Consumer<Whole> reader) {
    try (var cursor = contributions.find(filter).batchSize(BATCH).iterator()) {
      while (cursor.hasNext()) {
        Document document = cursor.next();
        if (document.get("seq", Number.class).longValue() > 0) {
          boolean settled = document.remove("pending") == null;
          reader.accept(new Whole(document, settled));
        }
      }
    }
  }

  public long count(String consultation) {
    return contributions.countDocuments(
        new Document("consultation", consultation).append("seq", new Document("$gt", 0L)));
  }

  /// Reads a document as the record would.
  ///
  /// @throws RuntimeException if it is none of ours
  public Contribution read(Document document) {
    return RecordCodec.contribution(document);
  }

  /// Puts contributions where they are missing and in place of what is there of them.
  ///
  /// @throws InvalidContributionException if a receipt's code belongs to another contribution here
  public void takeOver(List<Document> documents) {
    Map<String, String> receipts = new LinkedHashMap<>();
    List<ReplaceOneModel<Document>> whole = new ArrayList<>();
    List<ReplaceOneModel<Document>> states = new ArrayList<>();
    for (Document document : documents) {
      Contribution c = RecordCodec.contribution(document);
      receipts.put(ReceiptCodes.claim(c.receipt()), c.id());
      whole.add(put(new Document(document).append("seq", c.seq()).append("version", c.version())));
      states.add(
          put(
              new Document("_id", c.id())
                  .append("version", c.version())
                  .append("state", RecordCheck.state(keys, c))));
    }
    if (documents.isEmpty()) {
      return;
    }
    Set<String> others = claims.takeAll(receipts);
    if (!others.isEmpty()) {
      throw new InvalidContributionException(InvalidContributionException.Why.CODE_TAKEN);
    }
    takenOver.bulkWrite(states);
    contributions.bulkWrite(whole);
  }

  private static ReplaceOneModel<Document> put(Document document) {
    return new ReplaceOneModel<>(
        new Document("_id", document.getString("_id")),
        document,
        new ReplaceOptions().upsert(true));
  }

  /// The hash under our key of a contribution as it was taken over, if it was at this version.
  Optional<String> stateTakenOver(Contribution c) {
    return Optional.ofNullable(
            takenOver.find(new Document("_id", c.id()).append("version", c.version())).first())
        .map(found -> found.getString("state"));
  }
}
