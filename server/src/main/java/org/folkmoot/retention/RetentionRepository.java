package org.folkmoot.retention;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.retention.Rule.Kind;
import org.folkmoot.store.Store;

/// Rules that somebody set, and runs, in the database.
final class RetentionRepository {

  private final MongoCollection<Document> rules;
  private final MongoCollection<Document> runs;

  RetentionRepository(Store store) {
    this.rules = store.collection("retention-rules");
    this.runs = store.collection("retention-runs");
    store.index("retention-runs", "done");
  }

  /// A run of a rule.
  ///
  /// @param at what had come due then is what it is about
  /// @param count how many its plan named
  record Run(String id, String rule, String by, Instant at, long count, int leftOut) {}

  void save(Rule r) {
    LocalDate ran = r.ranOn();
    rules.replaceOne(
        new Document("_id", r.id()),
        new Document("_id", r.id())
            .append("months", r.months())
            .append("on", r.on())
            .append("by", r.by())
            .append("ranOn", ran == null ? "" : ran.toString()),
        new ReplaceOptions().upsert(true));
  }

  /// Notes that a rule was looked at by itself on a day; whatever else was set of it meanwhile
  /// stays.
  void ran(Rule r, LocalDate day) {
    rules.updateOne(
        new Document("_id", r.id()), new Document("$set", new Document("ranOn", day.toString())));
  }

  void drop(Rule r) {
    rules.deleteOne(new Document("_id", r.id()));
  }

  /// Those that were set.
  List<Rule> rules() {
    return rules.find().sort(new Document("_id", 1)).into(new ArrayList<>()).stream()
        .flatMap(d -> rule(d).stream())
        .toList();
  }

  private static Optional<Rule> rule(Document d) {
    String id = d.getString("_id");
    String ran = d.getString("ranOn");
    Optional<Kind> kind = Rule.kindOf(id);
    return kind.map(k ->
        new Rule(
            k,
            Rule.consultation(id),
            d.getInteger("months"),
            d.getBoolean("on"),
            d.getString("by"),
            ran.isEmpty() ? null : LocalDate.parse(ran)));
  }

  void begin(Run run) {
    runs.insertOne(
        new Document("_id", run.id())
            .append("rule", run.rule())
            .append("by", run.by())
            .append("at", Date.from(run.at()))
            .append("count", run.count())
            .append("leftOut", run.leftOut())
            .append("done", false));
  }

  void done(Run run) {
    runs.updateOne(new Document("_id", run.id()), new Document("$set", new Document("done", true)));
  }

  List<Run> unfinished() {
    return runs.find(new Document("done", false))
        .map(d ->
            new Run(
                d.getString("_id"),
                d.getString("rule"),
                d.getString("by"),
                d.getDate("at").toInstant(),
                d.getLong("count"),
                d.getInteger("leftOut")))
        .into(new ArrayList<Run>());
  }
}
