package org.folkmoot.media;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.folkmoot.media.RenditionJob.State;
import org.folkmoot.store.BlobId;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Store;

/// The collection `media-renditions`: `{_id: SAFE BLOB, kind, type, state, until, fence, tries,
/// seconds, made: {NAME: BLOB}}`.
public final class RenditionRepository {
  private static final String JOBS = "media-renditions";
  private static final String STATE = "state";
  private static final String UNTIL = "until";
  private static final String FENCE = "fence";
  private static final String TRIES = "tries";
  private static final String SECONDS = "seconds";
  private static final String MADE = "made";

  private final MongoCollection<Document> jobs;

  public RenditionRepository(Store store) {
    this.jobs = store.collection(JOBS);
    store.index(JOBS, STATE, UNTIL);
  }

  /// Writes down that something is to be made; once for each safe copy.
  void want(BlobId safe, MediaKind kind, String type, Instant at) {
    Inserts.ifAbsent(
        jobs,
        new Document("_id", safe.value())
            .append("kind", kind.name())
            .append("type", type)
            .append(STATE, State.WAITING.name())
            .append(UNTIL, Date.from(at))
            .append(FENCE, 0)
            .append(TRIES, 0)
            .append(SECONDS, 0)
            .append(MADE, new Document()));
  }

  Optional<RenditionJob> find(BlobId safe) {
    return Optional.ofNullable(jobs.find(Filters.eq("_id", safe.value())).first())
        .map(RenditionRepository::job);
  }

  /// Takes up one that is due, or whose lease has run out, for whoever asks first.
  Optional<RenditionJob> takeUp(Instant now, Instant lease) {
    for (var state : new State[] {State.WAITING, State.RUNNING}) {
      var due =
          jobs.find(
                  Filters.and(Filters.eq(STATE, state.name()), Filters.lte(UNTIL, Date.from(now))))
              .sort(new Document(UNTIL, 1))
              .limit(8)
              .map(RenditionRepository::job);
      for (var one : due) {
        var taken =
            jobs.findOneAndUpdate(
                mine(one),
                Updates.combine(
                    Updates.set(STATE, State.RUNNING.name()),
                    Updates.set(UNTIL, Date.from(lease)),
                    Updates.inc(FENCE, 1),
                    Updates.inc(TRIES, 1)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (taken != null) {
          return Optional.of(job(taken));
        }
      }
    }
    return Optional.empty();
  }

  /// Says how far it is and keeps the lease.
  ///
  /// @return false if somebody else has taken it up meanwhile, or its file is gone
  boolean goesOn(RenditionJob job, int seconds, Instant lease) {
    return update(
        job, Updates.combine(Updates.set(SECONDS, seconds), Updates.set(UNTIL, Date.from(lease))));
  }

  /// Writes down where a rendition goes, before it is there.
  boolean makes(RenditionJob job, String name, BlobId blob) {
    return update(job, Updates.set(MADE + "." + name, blob.value()));
  }

  boolean ends(RenditionJob job, State state, Instant next) {
    return update(
        job,
        Updates.combine(Updates.set(STATE, state.name()), Updates.set(UNTIL, Date.from(next))));
  }

  /// What waited for a program waits for its turn again.
  void wakeAbsent(Instant now) {
    jobs.updateMany(
        Filters.eq(STATE, State.ABSENT.name()),
        Updates.combine(
            Updates.set(STATE, State.WAITING.name()),
            Updates.set(TRIES, 0),
            Updates.set(UNTIL, Date.from(now))));
  }

  void remove(BlobId safe) {
    jobs.deleteOne(Filters.eq("_id", safe.value()));
  }

  private boolean update(RenditionJob job, Bson change) {
    return jobs.updateOne(mine(job), change).getMatchedCount() == 1;
  }

  private static Document mine(RenditionJob job) {
    return new Document("_id", job.safe().value()).append(FENCE, job.fence());
  }

  private static RenditionJob job(Document document) {
    Map<String, BlobId> made = new LinkedHashMap<>();
    document
        .get(MADE, Document.class)
        .forEach((name, blob) -> made.put(name, new BlobId((String) blob)));
    return new RenditionJob(
        new BlobId(document.getString("_id")),
        MediaKind.valueOf(document.getString("kind")),
        document.getString("type"),
        State.valueOf(document.getString(STATE)),
        document.getDate(UNTIL).toInstant(),
        document.getInteger(FENCE),
        document.getInteger(TRIES),
        document.getInteger(SECONDS),
        Map.copyOf(made));
  }
}
