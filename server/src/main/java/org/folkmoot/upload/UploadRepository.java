package org.folkmoot.upload;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.folkmoot.store.Inserts;
import org.folkmoot.store.Keys;
import org.folkmoot.store.Store;

/// The collections `uploads`, `{_id, consultation, sender, length, metadata, until, media, gone}`,
/// and `upload-pieces`, `{_id: "UPLOAD:AT", upload, at, length, bytes}` with the bytes encrypted.
final class UploadRepository {
  private static final String PIECES = "upload-pieces";
  private static final String UPLOAD = "upload";
  private static final String AT = "at";
  private static final String LENGTH = "length";
  private static final String UNTIL = "until";
  private static final String MEDIA = "media";
  private static final String GONE = "gone";

  private final MongoCollection<Document> uploads;
  private final MongoCollection<Document> pieces;
  private final Keys keys;

  UploadRepository(Store store, Keys keys) {
    this.uploads = store.collection("uploads");
    this.pieces = store.collection(PIECES);
    this.keys = keys;
    store.index(PIECES, UPLOAD, AT);
  }

  void add(Upload upload) {
    uploads.insertOne(
        new Document("_id", upload.id())
            .append("consultation", upload.consultation())
            .append("sender", upload.sender())
            .append(LENGTH, upload.length())
            .append("metadata", upload.metadata())
            .append(UNTIL, Date.from(upload.until()))
            .append(MEDIA, upload.media())
            .append(GONE, upload.gone()));
  }

  Optional<Upload> find(String id) {
    return Optional.ofNullable(uploads.find(Filters.eq("_id", id)).first())
        .map(UploadRepository::upload);
  }

  List<Upload> all() {
    var all = new ArrayList<Upload>();
    uploads.find().forEach(document -> all.add(upload(document)));
    return all;
  }

  void taken(String id, String media) {
    uploads.updateOne(Filters.eq("_id", id), Updates.set(MEDIA, media));
  }

  /// From now on nobody goes on with it. The document stays until a later sweep, for whoever was
  /// just writing a piece.
  void end(String id, Instant until) {
    uploads.updateOne(
        Filters.eq("_id", id),
        Updates.combine(Updates.set(GONE, true), Updates.set(UNTIL, Date.from(until))));
  }

  void remove(String id) {
    uploads.deleteOne(Filters.eq("_id", id));
  }

  void removePieces(String id) {
    pieces.deleteMany(Filters.eq(UPLOAD, id));
  }

  /// How much of it is there, in bytes, from its beginning and without a gap.
  long arrived(String id) {
    var last =
        pieces
            .find(Filters.eq(UPLOAD, id))
            .sort(new Document(AT, -1))
            .projection(new Document(AT, 1).append(LENGTH, 1))
            .limit(1)
            .first();
    return last == null ? 0 : last.getLong(AT) + last.getInteger(LENGTH);
  }

  /// Writes a piece down; durable when this returns.
  ///
  /// @return false if another writer has already written from there
  boolean addPiece(String id, long at, byte[] bytes) {
    return Inserts.ifAbsent(
        pieces,
        new Document("_id", pieceId(id, at))
            .append(UPLOAD, id)
            .append(AT, at)
            .append(LENGTH, bytes.length)
            .append("bytes", new Binary(keys.seal(bytes, pieceId(id, at)))));
  }

  /// The piece that begins there; empty if there is none.
  Optional<byte[]> piece(String id, long at) {
    return Optional.ofNullable(pieces.find(Filters.eq("_id", pieceId(id, at))).first())
        .map(document ->
            keys.unseal(document.get("bytes", Binary.class).getData(), pieceId(id, at)));
  }

  private static String pieceId(String id, long at) {
    return id + ":" + at;
  }

  private static Upload upload(Document document) {
    return new Upload(
        document.getString("_id"),
        document.getString("consultation"),
        document.getString("sender"),
        document.getLong(LENGTH),
        document.getString("metadata"),
        document.getDate(UNTIL).toInstant(),
        document.getString(MEDIA),
        document.getBoolean(GONE));
  }
}
