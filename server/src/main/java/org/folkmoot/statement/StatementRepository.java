package org.folkmoot.statement;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.record.Contribution;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// Statements and votes in the database. The words of a resident's statement are not kept here but
/// read from the record each time.
final class StatementRepository {

  private final MongoCollection<Document> statements;
  private final MongoCollection<Document> votes;
  private final MongoCollection<Document> followed;

  StatementRepository(Store store) {
    this.statements = store.collection("statements");
    this.votes = store.collection("votes");
    this.followed = store.collection("votes_followed");
    store.index("statements", "consultation");
    store.index("votes", "consultation", "participant");
    store.index("votes", "slip");
  }

  /// False if it is there already.
  boolean insert(Statement statement, Instant now) {
    return Inserts.ifAbsent(
        statements,
        new Document("_id", statement.id())
            .append("consultation", statement.consultation())
            .append("text", statement.isFromResident() ? "" : statement.text())
            .append("proposal", statement.proposal())
            .append("live", statement.live())
            .append("addedAt", Date.from(now)));
  }

  void setLive(String id, boolean live) {
    statements.updateOne(new Document("_id", id), new Document("$set", new Document("live", live)));
  }

  Optional<Statement> find(String id) {
    return Optional.ofNullable(statements.find(new Document("_id", id)).first())
        .map(StatementRepository::statement);
  }

  /// In the order in which they were added.
  List<Statement> all(String consultation) {
    return statements
        .find(new Document("consultation", consultation))
        .sort(new Document("addedAt", 1).append("_id", 1))
        .map(StatementRepository::statement)
        .into(new ArrayList<>());
  }

  /// Keeps votes of a slip, over older ones.
  ///
  /// @param chosen by statement
  /// @param seq the last entry of the consultation's log when the votes were kept
  void vote(Contribution slip, Map<String, Vote> chosen, long seq, Instant now) {
    List<ReplaceOneModel<Document>> all = new ArrayList<>();
    chosen.forEach((statement, vote) -> {
      Document kept = document(slip, statement, vote, seq, now);
      all.add(
          new ReplaceOneModel<>(
              new Document("_id", kept.getString("_id")), kept, new ReplaceOptions().upsert(true)));
    });
    if (!all.isEmpty()) {
      votes.bulkWrite(all);
    }
  }

  /// The same, unless a vote that is as new or newer is there.
  ///
  /// @return false if nothing was missing
  boolean restore(Contribution slip, Map<String, Vote> chosen, long seq, Instant now) {
    Map<String, Vote> missing = new HashMap<>(chosen);
    votes
        .find(new Document("slip", slip.id()))
        .forEach(d -> {
          if (d.get("seq", Number.class).longValue() >= seq) {
            missing.remove(d.getString("statement"));
          }
        });
    missing.forEach((statement, vote) -> restore(document(slip, statement, vote, seq, now), seq));
    return !missing.isEmpty();
  }

  private void restore(Document kept, long seq) {
    var older = new Document("_id", kept.getString("_id")).append("seq", new Document("$lt", seq));
    if (votes.replaceOne(older, kept).getMatchedCount() == 0) {
      Inserts.ifAbsent(votes, kept);
    }
  }

  private static Document document(
      Contribution slip, String statement, Vote vote, long seq, Instant now) {
    return new Document("_id", "vote:" + statement + ":" + slip.participant())
        .append("consultation", slip.consultation())
        .append("statement", statement)
        .append("participant", slip.participant())
        .append("value", vote.value())
        .append("slip", slip.id())
        .append("seq", seq)
        .append("at", Date.from(now));
  }

  /// Up to which entry of the log the votes are known to be complete.
  long followed(String consultation) {
    Document known = followed.find(new Document("_id", consultation)).first();
    return known == null ? 0 : known.get("seq", Number.class).longValue();
  }

  void followed(String consultation, long seq) {
    followed.replaceOne(
        new Document("_id", consultation),
        new Document("_id", consultation).append("seq", seq),
        new ReplaceOptions().upsert(true));
  }

  /// One participant's votes by statement.
  Map<String, Vote> votes(String consultation, String participant) {
    Map<String, Vote> found = new HashMap<>();
    votes
        .find(new Document("consultation", consultation).append("participant", participant))
        .forEach(d -> found.put(d.getString("statement"), Vote.of(d.getInteger("value"))));
    return found;
  }

  Map<String, Tally> tallies(String consultation) {
    Map<String, Tally> tallies = new HashMap<>();
    votes
        .find(new Document("consultation", consultation))
        .projection(new Document("statement", 1).append("value", 1))
        .batchSize(1_000)
        .forEach(d ->
            tallies.merge(
                d.getString("statement"),
                Tally.none().plus(Vote.of(d.getInteger("value"))),
                (sum, one) ->
                    new Tally(
                        sum.agree() + one.agree(),
                        sum.pass() + one.pass(),
                        sum.disagree() + one.disagree())));
    return tallies;
  }

  void forgetVotes(String slip) {
    votes.deleteMany(new Document("slip", slip));
  }

  private static Statement statement(Document d) {
    return new Statement(
        d.getString("_id"),
        d.getString("consultation"),
        d.get("text", ""),
        d.get("proposal", ""),
        d.getBoolean("live", true));
  }
}
