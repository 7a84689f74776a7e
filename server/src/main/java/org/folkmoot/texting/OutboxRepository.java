package org.folkmoot.texting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;
import org.folkmoot.texting.OutText.State;

/// Texts on their way out, the rules they go by and what they cost, in the database. A text changes
/// its state only from the state it was read in.
final class OutboxRepository {

  private final MongoCollection<Document> texts;
  private final MongoCollection<Document> rules;
  private final MongoCollection<Document> spent;

  OutboxRepository(Store store) {
    this.texts = store.collection("texting_outbox");
    this.rules = store.collection("texting_rules");
    this.spent = store.collection("texting_spent");
    store.index("texting_outbox", "state", "due");
    store.index("texting_outbox", "gatewayId");
    store.index("texting_outbox", "phone", "state");
    store.index("texting_outbox", "consultation");
    store.index("texting_outbox", "batch");
  }

  /// False if there is one with this id.
  boolean add(OutText t) {
    return Inserts.ifAbsent(
        texts,
        new Document("_id", t.id())
            .append("consultation", t.consultation())
            .append("batch", t.batch())
            .append("purpose", t.purpose().name())
            .append("phone", t.phone())
            .append("contact", t.contact())
            .append("ownContact", t.ownContact())
            .append("body", t.body())
            .append("parts", t.parts())
            .append("state", t.state().name())
            .append("reason", t.reason())
            .append("tries", t.tries())
            .append("due", Date.from(t.due()))
            .append("changedAt", Date.from(t.changedAt()))
            .append("gatewayId", ""));
  }

  Optional<OutText> find(String id) {
    return Optional.ofNullable(texts.find(new Document("_id", id)).first())
        .map(OutboxRepository::text);
  }

  Optional<OutText> byGatewayId(String gatewayId) {
    return gatewayId.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(texts.find(new Document("gatewayId", gatewayId)).first())
            .map(OutboxRepository::text);
  }

  /// Those that wait and may go by now, the longest due first.
  List<OutText> due(Instant now, int limit) {
    return texts
        .find(
            new Document("state", State.QUEUED.name())
                .append("due", new Document("$lte", Date.from(now))))
        .sort(new Document("due", 1))
        .limit(limit)
        .map(OutboxRepository::text)
        .into(new ArrayList<>());
  }

  List<OutText> in(State state, Instant changedBefore, int limit) {
    return texts
        .find(
            new Document("state", state.name())
                .append("changedAt", new Document("$lte", Date.from(changedBefore))))
        .limit(limit)
        .map(OutboxRepository::text)
        .into(new ArrayList<>());
  }

  List<String> gatewayIds(State state, int limit) {
    return texts
        .find(new Document("state", state.name()))
        .limit(limit)
        .map(d -> d.get("gatewayId", ""))
        .into(new ArrayList<>());
  }

  List<OutText> waitingFor(String phone) {
    return texts
        .find(new Document("phone", phone).append("state", State.QUEUED.name()))
        .map(OutboxRepository::text)
        .into(new ArrayList<>());
  }

  /// Those of a conversation.
  List<OutText> of(String phone, String consultation) {
    return texts
        .find(new Document("phone", phone).append("consultation", consultation))
        .map(OutboxRepository::text)
        .into(new ArrayList<>());
  }

  /// What was handed over for a consultation since.
  List<OutText> handedOver(String consultation, Instant since) {
    List<String> handed =
        List.of(State.SENT.name(), State.DELIVERED.name(), State.UNDELIVERED.name());
    return texts
        .find(
            new Document("consultation", consultation)
                .append("state", new Document("$in", handed))
                .append("changedAt", new Document("$gte", Date.from(since))))
        .batchSize(500)
        .map(OutboxRepository::text)
        .into(new ArrayList<>());
  }

  /// The last that did not arrive.
  Optional<OutText> lastFailed(String consultation) {
    List<String> ends = List.of(State.FAILED.name(), State.UNDELIVERED.name());
    return Optional.ofNullable(
            texts
                .find(
                    new Document("consultation", consultation)
                        .append("state", new Document("$in", ends)))
                .sort(new Document("changedAt", -1))
                .limit(1)
                .first())
        .map(OutboxRepository::text);
  }

  /// How many texts that we began went to a phone since.
  long begun(String phone, Instant since, int most) {
    long count = 0;
    for (State state : List.of(State.SENT, State.DELIVERED)) {
      for (Document d :
          texts.find(new Document("phone", phone).append("state", state.name())).limit(most * 4)) {
        boolean counts = Purpose.valueOf(d.getString("purpose")).waitsForDay();
        count += counts && !d.getDate("changedAt").toInstant().isBefore(since) ? 1 : 0;
      }
    }
    return count;
  }

  /// True for exactly one caller: it alone may send this text now.
  boolean take(OutText t, Instant now) {
    return change(
        t,
        new Document("state", State.SENDING.name())
            .append("reason", "")
            .append("tries", t.tries() + 1)
            .append("changedAt", Date.from(now)));
  }

  boolean sent(OutText t, String gatewayId, Instant now) {
    return change(
        t,
        new Document("state", State.SENT.name())
            .append("gatewayId", gatewayId)
            .append("reason", "")
            .append("changedAt", Date.from(now)));
  }

  /// Gives a text that is being handed over the id under which the gateway reports.
  boolean named(OutText t, String gatewayId) {
    return change(t, new Document("gatewayId", gatewayId));
  }

  /// Waits until then.
  boolean later(OutText t, Instant due, String reason, Instant now) {
    return change(
        t,
        new Document("state", State.QUEUED.name())
            .append("reason", reason)
            .append("due", Date.from(due))
            .append("changedAt", Date.from(now)));
  }

  boolean ended(OutText t, State end, String reason, Instant now) {
    return change(
        t,
        new Document("state", end.name())
            .append("reason", reason)
            .append("body", "")
            .append("changedAt", Date.from(now)));
  }

  void emptied(OutText t) {
    texts.updateOne(
        new Document("_id", t.id()),
        new Document("$set", new Document("body", "").append("ownContact", false)));
  }

  private boolean change(OutText t, Document to) {
    return texts
            .updateOne(
                new Document("_id", t.id())
                    .append("state", t.state().name())
                    .append("tries", t.tries()),
                new Document("$set", to))
            .getMatchedCount()
        == 1;
  }

  /// How many of a consultation's texts there are, by state and reason; of one broadcast only if
  /// one is named.
  Map<State, Map<String, Long>> counts(String consultation, String batch) {
    return counts(
        batch.isEmpty()
            ? new Document("consultation", consultation)
            : new Document("batch", batch));
  }

  private Map<State, Map<String, Long>> counts(Document which) {
    var counts = new TreeMap<State, Map<String, Long>>();
    var each = new Document("state", "$state").append("reason", "$reason");
    for (Document d :
        texts.aggregate(
            List.of(
                new Document("$match", which),
                new Document(
                    "$group", new Document("_id", each).append("n", new Document("$sum", 1)))))) {
      Document of = d.get("_id", Document.class);
      counts
          .computeIfAbsent(State.valueOf(of.getString("state")), _ -> new TreeMap<>())
          .merge(of.get("reason", ""), d.get("n", Number.class).longValue(), Long::sum);
    }
    return counts;
  }

  /// The same of the texts that tell what was decided to those who asked.
  Map<State, Map<String, Long>> told(String consultation) {
    return counts(
        new Document("consultation", consultation)
            .append("purpose", Purpose.DECISION.name())
            .append("batch", ""));
  }

  /// Those of a broadcast that did not arrive, or of which nobody knows.
  List<OutText> notArrived(String batch, int limit) {
    return texts
        .find(
            new Document("batch", batch)
                .append(
                    "state",
                    new Document("$in", List.of(State.UNDELIVERED.name(), State.FAILED.name()))))
        .limit(limit)
        .map(OutboxRepository::text)
        .into(new ArrayList<>());
  }

  Optional<SendingRules> rules(String consultation) {
    return Optional.ofNullable(rules.find(new Document("_id", consultation)).first())
        .map(d ->
            new SendingRules(
                consultation,
                d.get("costMillis", 0),
                d.get("budget", 0),
                LocalTime.parse(d.getString("opens")),
                LocalTime.parse(d.getString("sundayOpens")),
                LocalTime.parse(d.getString("closes")),
                d.getList("countries", String.class, List.of()),
                d.get("perMinute", 60)));
  }

  void save(SendingRules r) {
    rules.replaceOne(
        new Document("_id", r.consultation()),
        new Document("_id", r.consultation())
            .append("costMillis", r.costMillis())
            .append("budget", r.budget())
            .append("opens", r.opens().toString())
            .append("sundayOpens", r.sundayOpens().toString())
            .append("closes", r.closes().toString())
            .append("countries", r.countries())
            .append("perMinute", r.perMinute()),
        new ReplaceOptions().upsert(true));
  }

  /// How many parts a consultation has paid.
  long spent(String consultation) {
    Document found = spent.find(new Document("_id", consultation)).first();
    return found == null ? 0 : found.get("parts", Number.class).longValue();
  }

  void spend(String consultation, long parts) {
    spent.updateOne(
        new Document("_id", consultation),
        new Document("$inc", new Document("parts", parts)),
        new UpdateOptions().upsert(true));
  }

  private static OutText text(Document d) {
    return new OutText(
        d.getString("_id"),
        d.get("consultation", ""),
        d.get("batch", ""),
        Purpose.valueOf(d.getString("purpose")),
        d.getString("phone"),
        d.get("contact", ""),
        d.get("ownContact", false),
        d.get("body", ""),
        d.get("parts", 1),
        State.valueOf(d.getString("state")),
        d.get("reason", ""),
        d.get("tries", 0),
        d.getDate("due").toInstant(),
        d.getDate("changedAt").toInstant());
  }
}
