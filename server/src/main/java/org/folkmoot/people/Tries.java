package org.folkmoot.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Counts wrong tries at signing in, for each account and for each address, and makes whoever has
/// had too many wait: a minute, then twice as long after every further one. Thread-safe.
///
/// A try is counted before it is looked at and taken off again if it was right, so that many at
/// once get no more tries than one after another.
final class Tries {

  /// Who tries, and how many wrong ones are free. A whole town hall may share an address.
  enum Of {
    ACCOUNT(5, Duration.ofHours(1)),
    ADDRESS(20, Duration.ofMinutes(15));

    private final int free;
    private final Duration longest;

    Of(int free, Duration longest) {
      this.free = free;
      this.longest = longest;
    }
  }

  private static final Duration FORGIVEN_AFTER = Duration.ofDays(1);

  private final MongoCollection<Document> tries;
  private final Keys keys;
  private final InstantSource time;

  Tries(Store store, Keys keys, InstantSource time) {
    this.tries = store.collection("tries");
    this.keys = keys;
    this.time = time;
  }

  /// Counts one try; how long to wait instead if there were too many wrong ones.
  Optional<Duration> begin(Of of, String who) {
    Instant now = time.instant();
    String id = id(of, who);
    Document before = tries.find(new Document("_id", id)).first();
    if (before != null) {
      Optional<Duration> pause = pause(before, now);
      if (pause.isPresent()) {
        return pause;
      }
      if (before.getDate("last").toInstant().plus(FORGIVEN_AFTER).isBefore(now)) {
        tries.deleteOne(new Document("_id", id));
      }
    }
    Document counted =
        tries.findOneAndUpdate(
            new Document("_id", id),
            new Document("$inc", new Document("wrong", 1))
                .append("$set", new Document("last", Date.from(now))),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    if (counted == null) {
      throw new IllegalStateException("an upsert gives a document");
    }
    // Another try at the same moment may have begun the pause.
    Optional<Duration> pause = pause(counted, now);
    if (pause.isEmpty() && counted.getInteger("wrong", 0) >= of.free) {
      Date until = Date.from(now.plus(pauseAfter(of, counted.getInteger("wrong", 0))));
      tries.updateOne(new Document("_id", id), new Document("$set", new Document("until", until)));
    }
    return pause;
  }

  /// The try was right: an account begins anew, an address gets back this one.
  void right(Of of, String who) {
    switch (of) {
      case ACCOUNT -> tries.deleteOne(new Document("_id", id(of, who)));
      case ADDRESS ->
          tries.updateOne(
              new Document("_id", id(of, who)),
              new Document("$inc", new Document("wrong", -1))
                  .append("$unset", new Document("until", "")));
    }
  }

  private static Optional<Duration> pause(Document d, Instant now) {
    return Optional.ofNullable(d.getDate("until"))
        .map(until -> Duration.between(now, until.toInstant()))
        .filter(pause -> pause.isPositive());
  }

  private static Duration pauseAfter(Of of, int wrong) {
    Duration pause = Duration.ofMinutes(1L << Math.min(10, wrong - of.free));
    return pause.compareTo(of.longest) > 0 ? of.longest : pause;
  }

  /// No address stands in the database.
  private String id(Of of, String who) {
    return keys.mac("tries", of.name() + "|" + who);
  }
}
