package org.folkmoot.forum;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Equality;
import org.folkmoot.store.Store;
import org.jspecify.annotations.Nullable;

/// Who takes part in sessions, whose hand is up, polls and how they stand.
final class FloorRepository {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> participants;
  private final MongoCollection<Document> polls;
  private final MongoCollection<Document> votes;

  FloorRepository(Store store) {
    this.participants = store.collection("live-participants");
    this.polls = store.collection("live-polls");
    this.votes = store.collection("live-votes");
    store.index("live-participants", "session");
    store.index("live-polls", "session");
    store.index("live-votes", "poll");
    store.index("live-votes", "slip");
  }

  void save(Participant p) {
    var scopes = p.consent().scopes();
    participants.replaceOne(
        new Document("_id", id(p.session(), p.key())),
        new Document("_id", id(p.session(), p.key()))
            .append("session", p.session())
            .append("key", p.key())
            .append("seat", p.seat())
            .append("name", p.name())
            .append("wording", p.consent().wording())
            .append("language", p.consent().language())
            .append("given", p.consent().given().name())
            .append("witness", p.consent().witness())
            .append(
                "scopes",
                new Document("quoted", scopes.quoted())
                    .append("named", scopes.named())
                    .append("published", scopes.published())
                    .append("media", scopes.media())
                    .append("contact", scopes.contact())
                    .append("keep", scopes.keep()))
            .append("quoteAs", p.consent().name())
            .append("tell", p.tell().name())
            .append("contact", p.contact())
            .append("under18", p.under18())
            .append("place", p.place())
            .append(
                "about",
                List.of(
                    p.about().area(),
                    p.about().ageBand(),
                    p.about().gender(),
                    p.about().disability(),
                    p.about().car()))
            .append("handSince", date(p.handSince()))
            .append("turns", p.turns()),
        UPSERT);
  }

  Optional<Participant> find(String session, String key) {
    return Optional.ofNullable(participants.find(new Document("_id", id(session, key))).first())
        .map(FloorRepository::participant);
  }

  long count(String session) {
    return participants.countDocuments(new Document("session", session));
  }

  /// The five answers are in the record now.
  void forgetAbout(String session, String key) {
    participants.updateOne(
        new Document("_id", id(session, key)), new Document("$unset", new Document("about", "")));
  }

  void hand(String session, String key, @Nullable Instant since) {
    participants.updateOne(
        new Document("_id", id(session, key)),
        new Document("$set", new Document("handSince", date(since))));
  }

  void called(String session, String key) {
    participants.updateOne(
        new Document("_id", id(session, key)),
        new Document("$set", new Document("handSince", null))
            .append("$inc", new Document("turns", 1)));
  }

  /// Hands that are up: who has not been called yet first, then in the order they went up.
  List<Participant> hands(String session) {
    return participants
        .find(new Document("session", session).append("handSince", new Document("$ne", null)))
        .map(FloorRepository::participant)
        .into(new ArrayList<>())
        .stream()
        .filter(p -> p.handSince() != null)
        .sorted(
            Comparator.comparingInt(Participant::turns)
                .thenComparing(FloorRepository::since)
                .thenComparingInt(Participant::seat))
        .toList();
  }

  void save(Poll poll) {
    polls.replaceOne(
        new Document("_id", poll.id()),
        new Document("_id", poll.id())
            .append("session", poll.session())
            .append("question", poll.question())
            .append(
                "options",
                poll.options().stream()
                    .map(o -> new Document("id", o.id()).append("text", o.text()))
                    .toList())
            .append("state", poll.state().name()),
        UPSERT);
  }

  boolean move(String poll, Poll.State from, Poll.State to) {
    return polls
            .updateOne(
                new Document("_id", poll).append("state", from.name()),
                new Document("$set", new Document("state", to.name())))
            .getModifiedCount()
        == 1;
  }

  Optional<Poll> poll(String id) {
    return Optional.ofNullable(polls.find(new Document("_id", id)).first())
        .map(FloorRepository::poll);
  }

  List<Poll> pollsOf(String session) {
    return polls
        .find(new Document("session", session))
        .sort(new Document("_id", 1))
        .map(FloorRepository::poll)
        .into(new ArrayList<>());
  }

  /// Notes a vote that is in the record already.
  void vote(String poll, String participant, String option, String slip) {
    String id = "vote:" + poll + ":" + participant;
    votes.replaceOne(
        new Document("_id", id),
        new Document("_id", id).append("poll", poll).append("option", option).append("slip", slip),
        UPSERT);
  }

  Optional<String> voteOf(String poll, String participant) {
    return Optional.ofNullable(
            votes.find(new Document("_id", "vote:" + poll + ":" + participant)).first())
        .map(d -> d.getString("option"));
  }

  /// Forgets the votes of a slip and answers the polls they were in.
  List<String> forgetVotes(String slip) {
    List<String> in =
        votes
            .find(new Document("slip", slip))
            .map(d -> d.getString("poll"))
            .into(new ArrayList<>());
    votes.deleteMany(new Document("slip", slip));
    return in;
  }

  /// Votes by option, every option named.
  Map<String, Integer> counts(Poll poll) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    poll.options().forEach(o -> counts.put(o.id(), 0));
    for (Document vote : votes.find(new Document("poll", poll.id())).batchSize(500)) {
      counts.merge(vote.getString("option"), 1, Integer::sum);
    }
    return counts;
  }

  long votes(String poll) {
    return votes.countDocuments(new Document("poll", poll));
  }

  private static Instant since(Participant p) {
    Instant since = p.handSince();
    return since == null ? Instant.MAX : since;
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static String id(String session, String key) {
    return session + ":" + key;
  }

  private static Participant participant(Document d) {
    Document s = d.get("scopes", Document.class);
    List<String> about = d.getList("about", String.class, List.of("", "", "", "", ""));
    Date hand = d.getDate("handSince");
    return new Participant(
        d.getString("session"),
        d.getString("key"),
        d.getInteger("seat", 0),
        d.getString("name"),
        new Consent(
            d.getString("wording"),
            d.getString("language"),
            Consent.Given.valueOf(d.getString("given")),
            d.getString("witness"),
            new Consent.Scopes(
                s.getBoolean("quoted", false),
                s.getBoolean("named", false),
                s.getBoolean("published", false),
                s.getBoolean("media", false),
                s.getBoolean("contact", false),
                s.getBoolean("keep", false)),
            d.getString("quoteAs")),
        Tell.valueOf(d.getString("tell")),
        d.getString("contact"),
        d.getBoolean("under18", false),
        d.getString("place"),
        new Equality(about.get(0), about.get(1), about.get(2), about.get(3), about.get(4)),
        hand == null ? null : hand.toInstant(),
        d.getInteger("turns", 0));
  }

  private static Poll poll(Document d) {
    return new Poll(
        d.getString("_id"),
        d.getString("session"),
        d.getString("question"),
        d.getList("options", Document.class).stream()
            .map(o -> new Poll.Option(o.getString("id"), o.getString("text")))
            .toList(),
        Poll.State.valueOf(d.getString("state")));
  }
}
