package org.folkmoot.media;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.folkmoot.store.BlobId;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// Who has the same file, so that it is stored once and erased with the last who has it: the
/// collection `media-contents`, `{_id: HASH, safe, original, files: [MEDIA…], n, gone}` with `n` as
/// many as there are `files`. Thread-safe.
///
/// The hash is keyed: who sees the database cannot find out whether a file that they have was sent.
/// Each step is one write on one document; a document that is marked gone is joined by nobody, and
/// may be removed by anybody once its blobs are.
public final class SharedContent {
  private static final String ID = "_id";
  private static final String FILES = "files";
  private static final String COUNT = "n";
  private static final String GONE = "gone";

  private final MongoCollection<Document> contents;
  private final Keys keys;

  public SharedContent(Store store, Keys keys) {
    this.contents = store.collection("media-contents");
    this.keys = keys;
  }

  /// What is stored once for all who sent it.
  record Content(String hash, BlobId safe, BlobId original, int count, boolean isGone) {}

  /// @param kind as it was found: the same bytes may be looked at anew and be found another
  String hash(MediaKind kind, String sha256) {
    return keys.mac("media content", kind + " " + sha256);
  }

  Optional<Content> find(String hash) {
    return Optional.ofNullable(contents.find(Filters.eq(ID, hash)).first())
        .map(document ->
            new Content(
                hash,
                new BlobId(document.getString("safe")),
                new BlobId(document.getString("original")),
                document.getInteger(COUNT),
                document.getBoolean(GONE)));
  }

  /// Both blobs are there, and from now on others can share them.
  ///
  /// @return false if somebody else's are shared already
  boolean begin(MediaRepository.Stored first) {
    return Inserts.ifAbsent(
        contents,
        new Document(ID, first.content())
            .append("safe", first.safe().value())
            .append("original", first.original().value())
            .append(FILES, List.of(first.ref().id().value()))
            .append(COUNT, 1)
            .append(GONE, false));
  }

  /// @return false if it went meanwhile
  boolean join(MediaRepository.Stored another) {
    return contents
            .updateOne(
                these(another).append(GONE, false),
                Updates.combine(
                    Updates.push(FILES, another.ref().id().value()), Updates.inc(COUNT, 1)))
            .getModifiedCount()
        == 1;
  }

  /// Counts a file out that is to be removed. Can be repeated.
  ///
  /// @return true if nobody else has its blobs: they can go, and after them [#forget]
  boolean leave(MediaRepository.Stored one) {
    String id = one.ref().id().value();
    contents.updateOne(
        these(one).append(FILES, id),
        Updates.combine(Updates.pull(FILES, id), Updates.inc(COUNT, -1)));
    contents.updateOne(these(one).append(COUNT, 0), Updates.set(GONE, true));
    return find(one.content())
        .filter(content -> content.safe().equals(one.safe()))
        .map(Content::isGone)
        .orElse(true);
  }

  void forget(MediaRepository.Stored last) {
    contents.deleteOne(these(last).append(GONE, true));
  }

  void forget(Content gone) {
    contents.deleteOne(
        new Document(ID, gone.hash()).append("safe", gone.safe().value()).append(GONE, true));
  }

  private static Document these(MediaRepository.Stored stored) {
    return new Document(ID, stored.content()).append("safe", stored.safe().value());
  }
}
