package org.folkmoot.report;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.report.Figure.Counted;
import org.folkmoot.store.Store;

/// Snapshots in the database. Figures and what is under them are written first, the snapshot's own
/// document last: a snapshot that can be found is whole.
final class SnapshotRepository {

  /// What is under a figure is kept in documents of at most so many, far below MongoDB's 16 MB.
  private static final int CHUNK = 5_000;

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> snapshots;
  private final MongoCollection<Document> figures;
  private final MongoCollection<Document> counted;

  SnapshotRepository(Store store) {
    this.snapshots = store.collection("snapshots");
    this.figures = store.collection("figures");
    this.counted = store.collection("figureVoices");
    store.index("snapshots", "consultation", "seq");
    store.index("figures", "snapshot", "order");
    store.index("figureVoices", "figure");
  }

  static String id(String consultation, long seq) {
    return consultation + ":" + "%012d".formatted(seq);
  }

  void save(Snapshot snapshot, List<FigureBook.Page> book) {
    List<ReplaceOneModel<Document>> pages = new ArrayList<>();
    List<ReplaceOneModel<Document>> under = new ArrayList<>();
    for (int order = 0; order < book.size(); order++) {
      var page = book.get(order);
      String id = figureId(snapshot.id(), page.figure().id());
      pages.add(replace(figure(id, snapshot.id(), order, page.figure())));
      under.addAll(chunks(id, page.counted()));
    }
    write(counted, under);
    write(figures, pages);
    snapshots.replaceOne(new Document("_id", snapshot.id()), document(snapshot), UPSERT);
  }

  Optional<Snapshot> find(String id) {
    return Optional.ofNullable(snapshots.find(new Document("_id", id)).first())
        .map(SnapshotRepository::snapshot);
  }

  /// Newest first.
  List<Snapshot> of(String consultation) {
    return snapshots
        .find(new Document("consultation", consultation))
        .sort(new Document("seq", -1))
        .map(SnapshotRepository::snapshot)
        .into(new ArrayList<>());
  }

  Optional<Snapshot> latest(String consultation) {
    return Optional.ofNullable(
            snapshots
                .find(new Document("consultation", consultation))
                .sort(new Document("seq", -1))
                .first())
        .map(SnapshotRepository::snapshot);
  }

  List<Figure> figures(String snapshot) {
    return figures
        .find(new Document("snapshot", snapshot))
        .sort(new Document("order", 1))
        .batchSize(500)
        .map(SnapshotRepository::figure)
        .into(new ArrayList<>());
  }

  Optional<Figure> figure(String snapshot, String figure) {
    return Optional.ofNullable(
            figures.find(new Document("_id", figureId(snapshot, figure))).first())
        .map(SnapshotRepository::figure);
  }

  List<Counted> counted(String snapshot, String figure) {
    List<Counted> all = new ArrayList<>();
    counted
        .find(new Document("figure", figureId(snapshot, figure)))
        .sort(new Document("_id", 1))
        .forEach(chunk ->
            chunk
                .getList("voices", Document.class)
                .forEach(d ->
                    all.add(
                        new Counted(
                            d.getString("c"), d.getInteger("n", 1), d.getInteger("p", 0)))));
    return all;
  }

  /// Whether one of these figures of a snapshot counts a contribution.
  boolean counts(String snapshot, List<String> figures, String contribution) {
    List<String> ids = figures.stream().map(figure -> figureId(snapshot, figure)).toList();
    return counted
            .find(new Document("figure", new Document("$in", ids)).append("voices.c", contribution))
            .projection(new Document("_id", 1))
            .first()
        != null;
  }

  /// Notes that something under the snapshot's figures was taken back.
  void back(String snapshot, String contribution) {
    snapshots.updateOne(
        new Document("_id", snapshot), new Document("$pull", new Document("gone", contribution)));
  }

  void gone(String snapshot, String contribution) {
    snapshots.updateOne(
        new Document("_id", snapshot),
        new Document("$addToSet", new Document("gone", contribution)));
  }

  private static void write(
      MongoCollection<Document> collection, List<ReplaceOneModel<Document>> all) {
    for (int from = 0; from < all.size(); from += 50) {
      collection.bulkWrite(all.subList(from, Math.min(all.size(), from + 50)));
    }
  }

  private static List<ReplaceOneModel<Document>> chunks(String figure, List<Counted> all) {
    List<ReplaceOneModel<Document>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<Document> voices =
          all.subList(from, Math.min(all.size(), from + CHUNK)).stream()
              .map(c ->
                  new Document("c", c.contribution())
                      .append("n", c.weight())
                      .append("p", c.person()))
              .toList();
      chunks.add(
          replace(
              new Document("_id", figure + "|" + "%06d".formatted(from / CHUNK))
                  .append("figure", figure)
                  .append("voices", voices)));
    }
    return chunks;
  }

  private static ReplaceOneModel<Document> replace(Document document) {
    return new ReplaceOneModel<>(new Document("_id", document.getString("_id")), document, UPSERT);
  }

  private static String figureId(String snapshot, String figure) {
    return snapshot + "|" + figure;
  }

  private static Document figure(String id, String snapshot, int order, Figure figure) {
    return new Document("_id", id)
        .append("snapshot", snapshot)
        .append("order", order)
        .append("figure", figure.id())
        .append("kind", figure.kind().name())
        .append("key", figure.key())
        .append("group", figure.group())
        .append("unit", figure.unit().name())
        .append("label", figure.label())
        .append("total", figure.total());
  }

  private static Figure figure(Document d) {
    return new Figure(
        d.getString("figure"),
        Figure.Kind.valueOf(d.getString("kind")),
        d.getString("key"),
        d.getString("group"),
        Figure.Unit.valueOf(d.getString("unit")),
        d.getString("label"),
        d.getInteger("total", 0));
  }

  private static Document document(Snapshot s) {
    var notHeard = s.notHeard();
    return new Document("_id", s.id())
        .append("consultation", s.consultation())
        .append("seq", s.seq())
        .append("at", Date.from(s.at()))
        .append("by", s.by())
        .append("hash", s.hash())
        .append("areasKnown", notHeard.areasKnown())
        .append("areas", notHeard.areas())
        .append("agesKnown", notHeard.agesKnown())
        .append("ages", notHeard.ages())
        .append("ways", notHeard.ways())
        .append("gone", s.gone().stream().sorted().toList());
  }

  private static Snapshot snapshot(Document d) {
    var at = d.getDate("at");
    return new Snapshot(
        d.getString("_id"),
        d.getString("consultation"),
        d.get("seq", Number.class).longValue(),
        at == null ? Instant.EPOCH : at.toInstant(),
        d.getString("by"),
        d.getString("hash"),
        new Snapshot.NotHeard(
            d.getBoolean("areasKnown", false),
            d.getList("areas", String.class, List.of()),
            d.getBoolean("agesKnown", false),
            d.getList("ages", String.class, List.of()),
            d.getList("ways", String.class, List.of())),
        new HashSet<>(d.getList("gone", String.class, List.of())));
  }
}
