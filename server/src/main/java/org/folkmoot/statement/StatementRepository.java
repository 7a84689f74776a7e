package org.folkmoot.statement;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Store;

/// Statements and votes in the database. The words of a resident's statement are not kept here but
/// read from the record each time.
final class StatementRepository {

  private final MongoCollection<Document> statements;
  private final MongoCollection<Document> votes;

  StatementRepository(Store store) {
    this.statements = store.collection("statements");
    this.votes = store.collection("votes");
    store.index("statements", "consultation");
    store.index("votes", "consultation", "participant");
    store.index("votes", "slip");
  }

  /// False if it is there already.
  boolean insert(Statement statement, Instant now) {
    try {
      statements.insertOne(
          new Document("_id", statement.id())
              .append("consultation", statement.consultation())
              .append("text", statement.isFromResident() ? "" : statement.text())
              .append("proposal", statement.proposal())
              .append("live", statement.live())
              .append("addedAt", Date.from(now)));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
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

  /// @param seq the last entry of the consultation's log when the vote was kept
  void vote(
      String consultation,
      String statement,
      String participant,
      Vote vote,
      String slip,
      long seq,
      Instant now) {
    String id = "vote:" + statement + ":" + participant;
    votes.replaceOne(
        new Document("_id", id),
        new Document("_id", id)
            .append("consultation", consultation)
            .append("statement", statement)
            .append("participant", participant)
            .append("value", vote.value())
            .append("slip", slip)
            .append("seq", seq)
            .append("at", Date.from(now)),
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
