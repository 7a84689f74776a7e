package org.folkmoot.initiative;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.store.Store;

/// Initiatives and answers to their invitations in the database: an initiative with its board is
/// one document, an answer another.
final class InitiativeRepository {

  /// Something with the version it was read at.
  record At<T>(T value, long version) {}

  private static final String BOARD = "board";

  private final MongoCollection<Document> initiatives;
  private final LoggedDocuments boards;
  private final LoggedDocuments offers;

  InitiativeRepository(Store store, Ledger ledger) {
    this.initiatives = store.collection("initiatives");
    this.boards = new LoggedDocuments(initiatives, ledger);
    this.offers = new LoggedDocuments(store.collection("initiative-offers"), ledger);
    store.index("initiative-offers", "initiative");
  }

  Optional<Initiative> find(String slug) {
    return boards
        .find(slug)
        .map(d -> new Initiative(d.getString("_id"), d.get("name", ""), d.get("why", "")));
  }

  List<String> slugs() {
    return boards.all(new Document()).stream().map(d -> d.getString("_id")).toList();
  }

  void save(Initiative initiative) {
    initiatives.updateOne(
        new Document("_id", initiative.slug()),
        new Document(
                "$set", new Document("name", initiative.name()).append("why", initiative.why()))
            .append("$setOnInsert", new Document("version", 0L)),
        new UpdateOptions().upsert(true));
  }

  At<Board> board(String slug) {
    return boards
        .find(slug)
        .map(d ->
            new At<>(
                d.containsKey(BOARD)
                    ? RecordDocuments.read(d.get(BOARD, Document.class), Board.class)
                    : Board.empty(),
                LoggedDocuments.version(d)))
        .orElseGet(() -> new At<>(Board.empty(), 0));
  }

  /// False if somebody else changed it since.
  boolean change(String slug, At<Board> read, Board board, String log, List<Act> acts) {
    return boards.change(
        slug, read.version(), new Document(BOARD, RecordDocuments.document(board)), log, acts);
  }

  Optional<At<Offer>> offer(String code) {
    return offers.find(code).map(InitiativeRepository::offer);
  }

  List<Offer> offers(String initiative) {
    return offers.all(new Document("initiative", initiative)).stream()
        .map(d -> offer(d).value())
        .toList();
  }

  void insert(Offer offer, String log, Act act) {
    offers.insert(RecordDocuments.document(offer).append("_id", offer.code()), log, List.of(act));
  }

  boolean change(At<Offer> read, Offer offer, String log, List<Act> acts) {
    return offers.change(offer.code(), read.version(), RecordDocuments.document(offer), log, acts);
  }

  /// Finishes whatever a crash left half done.
  void finish() {
    boards.finish();
    offers.finish();
  }

  private static At<Offer> offer(Document d) {
    return new At<>(RecordDocuments.read(d, Offer.class), LoggedDocuments.version(d));
  }
}
