package org.folkmoot.jury;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.jury.Recommendation.Support;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Juries, their sealed pools and their recommendations in the database.
final class JuryRepository {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> juries;
  private final MongoCollection<Document> pools;
  private final MongoCollection<Document> recommendations;
  private final Keys keys;

  JuryRepository(Store store, Keys keys) {
    this.juries = store.collection("juries");
    this.pools = store.collection("jury_pools");
    this.recommendations = store.collection("recommendations");
    this.keys = keys;
    store.index("recommendations", "consultation");
  }

  Optional<Jury> find(String consultation) {
    return Optional.ofNullable(juries.find(new Document("_id", consultation)).first())
        .map(JuryRepository::jury);
  }

  void save(Jury jury) {
    var d =
        new Document("_id", jury.consultation())
            .append("title", jury.title())
            .append("remit", jury.remit())
            .append("seats", jury.seats())
            .append("threshold", jury.threshold())
            .append("about", jury.about());
    jury.draw().ifPresent(draw -> d.append("draw", document(draw)));
    juries.replaceOne(new Document("_id", jury.consultation()), d, UPSERT);
  }

  void savePool(String consultation, byte[] csv) {
    pools.replaceOne(
        new Document("_id", consultation),
        new Document("_id", consultation)
            .append("sealed", keys.seal(csv, "jury pool " + consultation)),
        UPSERT);
  }

  Optional<byte[]> pool(String consultation) {
    return Optional.ofNullable(pools.find(new Document("_id", consultation)).first())
        .map(d -> d.get("sealed", Binary.class).getData())
        .map(sealed -> keys.unseal(sealed, "jury pool " + consultation));
  }

  void deletePool(String consultation) {
    pools.deleteOne(new Document("_id", consultation));
  }

  void save(Recommendation r) {
    var support = new Document();
    r.support().forEach((level, n) -> support.append(level.name(), n));
    recommendations.replaceOne(
        new Document("_id", r.id()),
        new Document("_id", r.id())
            .append("consultation", r.consultation())
            .append("number", r.number())
            .append("text", r.text())
            .append("reasons", r.reasons())
            .append("support", support)
            .append("minority", r.minority())
            .append("contribution", r.contribution()),
        UPSERT);
  }

  List<Recommendation> recommendations(String consultation) {
    return recommendations
        .find(new Document("consultation", consultation))
        .map(JuryRepository::recommendation)
        .into(new ArrayList<Recommendation>())
        .stream()
        .sorted(Comparator.comparing(Recommendation::number, JuryRepository::byNumber))
        .toList();
  }

  void forget(String contribution) {
    recommendations.deleteMany(new Document("contribution", contribution));
  }

  /// R2 before R10.
  private static int byNumber(String a, String b) {
    return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
  }

  private static Document document(Jury.Draw draw) {
    return new Document("at", Date.from(draw.at()))
        .append("poolSize", draw.poolSize())
        .append("poolHash", draw.poolHash())
        .append("quotaHash", draw.quotaHash())
        .append("panel", draw.panel())
        .append(
            "seats",
            draw.seats().stream()
                .map(s ->
                    new Document("feature", s.quota().feature())
                        .append("value", s.quota().value())
                        .append("min", s.quota().min())
                        .append("max", s.quota().max())
                        .append("inPool", s.inPool())
                        .append("drawn", s.drawn()))
                .toList());
  }

  private static Jury jury(Document d) {
    return new Jury(
        d.getString("_id"),
        d.getString("title"),
        d.getString("remit"),
        d.getInteger("seats"),
        d.getInteger("threshold"),
        d.get("about", ""),
        Optional.ofNullable(d.get("draw", Document.class)).map(JuryRepository::draw));
  }

  private static Jury.Draw draw(Document d) {
    return new Jury.Draw(
        d.getDate("at").toInstant(),
        d.getInteger("poolSize"),
        d.getString("poolHash"),
        d.getString("quotaHash"),
        d.getList("panel", String.class),
        d.getList("seats", Document.class).stream()
            .map(s ->
                new Jury.Seats(
                    new Quota(
                        s.getString("feature"),
                        s.getString("value"),
                        s.getInteger("min"),
                        s.getInteger("max")),
                    s.getInteger("inPool"),
                    s.getInteger("drawn")))
            .toList());
  }

  private static Recommendation recommendation(Document d) {
    Map<Support, Integer> support = new EnumMap<>(Support.class);
    d.get("support", new Document())
        .forEach((level, n) -> support.put(Support.valueOf(level), ((Number) n).intValue()));
    return new Recommendation(
        d.getString("_id"),
        d.getString("consultation"),
        d.getString("number"),
        d.getString("text"),
        d.get("reasons", ""),
        support,
        d.getBoolean("minority", false),
        d.getString("contribution"));
  }
}
