package org.folkmoot.media;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.folkmoot.store.BlobId;

/// The collection `media`, one document for each file: `{_id, kind, type, bytes, content, name,
/// originalType, text, textCut, scan, at, safe, original, owner, arriving}` with the blob ids
/// `safe` and `original`; `content` is the keyed hash of the original, empty for files from before
/// there was one; `owner` is empty until somebody keeps the file, `arriving` is there until both
/// blobs are, and until then nobody finds the file.
public final class MediaRepository {
  private static final String OWNER = "owner";
  private static final String AT = "at";
  private static final String SCAN = "scan";
  private static final String NOT_SCANNED = MalwareScan.Verdict.NOT_SCANNED.name();
  private static final String ARRIVING = "arriving";

  private final MongoCollection<Document> media;

  public MediaRepository(MongoCollection<Document> media) {
    this.media = media;
  }

  /// A file and where its two blobs are.
  ///
  /// @param content the keyed hash of the original, under which [SharedContent] counts who has it
  record Stored(MediaRef ref, String content, BlobId safe, BlobId original) {}

  /// Writes down a file whose blobs are still to come.
  void add(Stored stored) {
    var ref = stored.ref;
    media.insertOne(
        new Document("_id", ref.id().value())
            .append("kind", ref.kind().name())
            .append("type", ref.contentType())
            .append("bytes", ref.bytes())
            .append("content", stored.content)
            .append("name", ref.originalName())
            .append("originalType", ref.originalType())
            .append("text", ref.text())
            .append("textCut", ref.textCut())
            .append(SCAN, ref.scan().name())
            .append(AT, Date.from(ref.receivedAt()))
            .append("safe", stored.safe.value())
            .append("original", stored.original.value())
            .append(OWNER, "")
            .append(ARRIVING, true));
  }

  /// Both blobs are there.
  void arrived(MediaId id) {
    media.updateOne(Filters.eq("_id", id.value()), Updates.unset(ARRIVING));
  }

  Optional<Stored> find(MediaId id) {
    return Optional.ofNullable(
            media.find(new Document("_id", id.value()).append(ARRIVING, null)).first())
        .map(MediaRepository::stored);
  }

  /// The same, also while it arrives.
  Optional<Stored> findAnyhow(MediaId id) {
    return Optional.ofNullable(media.find(Filters.eq("_id", id.value())).first())
        .map(MediaRepository::stored);
  }

  /// Whether the file now belongs to `owner`: it did already, or nobody had it.
  boolean keep(MediaId id, String owner) {
    media.updateOne(new Document("_id", id.value()).append(OWNER, ""), Updates.set(OWNER, owner));
    return media.find(new Document("_id", id.value()).append(OWNER, owner)).first() != null;
  }

  /// Who keeps the file; empty while nobody does, or when it is gone.
  Optional<String> owner(MediaId id) {
    return Optional.ofNullable(media.find(Filters.eq("_id", id.value())).first())
        .map(document -> document.getString(OWNER))
        .filter(owner -> !owner.isEmpty());
  }

  /// Files that arrived before a time and belong to nobody, or to somebody who is not there.
  ///
  /// @param isThere whether there is such an owner
  List<MediaId> lostBefore(Instant limit, Predicate<String> isThere) {
    var ids = new ArrayList<MediaId>();
    for (var document : media.find().projection(new Document(OWNER, 1).append(AT, 1))) {
      String owner = document.getString(OWNER);
      if (document.getDate(AT).toInstant().isBefore(limit)
          && (owner.isEmpty() || !isThere.test(owner))) {
        ids.add(new MediaId(document.getString("_id")));
      }
    }
    return ids;
  }

  /// Files that nobody has looked through for malware.
  List<MediaId> unscanned(int most) {
    var ids = new ArrayList<MediaId>();
    var these = new Document(SCAN, NOT_SCANNED).append(ARRIVING, null);
    for (var document : media.find(these).projection(new Document("_id", 1)).limit(most)) {
      ids.add(new MediaId(document.getString("_id")));
    }
    return ids;
  }

  void scanned(MediaId id, MalwareScan.Verdict verdict) {
    media.updateOne(Filters.eq("_id", id.value()), Updates.set(SCAN, verdict.name()));
  }

  void remove(MediaId id) {
    media.deleteOne(Filters.eq("_id", id.value()));
  }

  private static Stored stored(Document document) {
    var ref =
        new MediaRef(
            new MediaId(document.getString("_id")),
            MediaKind.valueOf(document.getString("kind")),
            document.getString("type"),
            document.getLong("bytes"),
            document.getString("name"),
            document.getString("originalType"),
            document.getString("text"),
            document.getBoolean("textCut"),
            MalwareScan.Verdict.valueOf(document.get(SCAN, NOT_SCANNED)),
            document.getDate(AT).toInstant());
    return new Stored(
        ref,
        document.get("content", ""),
        new BlobId(document.getString("safe")),
        new BlobId(document.getString("original")));
  }
}
