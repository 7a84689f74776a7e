package org.folkmoot.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;
import org.bson.BsonString;
import org.bson.Document;

/// Blobs in GridFS: collections `blobs.files` and `blobs.chunks`. The file document is written
/// last, so a blob exists only when all its chunks do.
final class GridFsBlobs implements Blobs {

  private static final int CHUNK_BYTES = 255 * 1024;

  /// Chunks fetched at once. The embedded server puts the whole first batch into one reply, and
  /// replies over 48 MB are refused by the driver: reading must always name a batch size.
  private static final int CHUNKS_PER_BATCH = 4;

  private static final String TYPE = "contentType";

  /// Crockford's base 32, lower case. Source: <https://www.crockford.com/base32.html>
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int ID_LETTERS = 26;

  private final GridFSBucket bucket;
  private final MongoCollection<Document> chunks;
  private final SecureRandom random = new SecureRandom();

  GridFsBlobs(MongoDatabase database) {
    this.bucket = GridFSBuckets.create(database, "blobs").withChunkSizeBytes(CHUNK_BYTES);
    this.chunks = database.getCollection("blobs.chunks");
  }

  /// What is done to the bytes on their way in.
  @FunctionalInterface
  interface Wrapping {
    OutputStream around(OutputStream stored) throws IOException;
  }

  @Override
  public void put(BlobId id, InputStream bytes, String contentType) throws IOException {
    put(id, bytes, contentType, new Document(), stored -> stored);
  }

  /// The same with more kept beside it, and the bytes as `wrapping` makes them.
  void put(BlobId id, InputStream bytes, String contentType, Document more, Wrapping wrapping)
      throws IOException {
    var metadata = new Document(more).append(TYPE, contentType);
    var options = new GridFSUploadOptions().metadata(metadata);
    var upload = bucket.openUploadStream(key(id), id.value(), options);
    OutputStream wrapped;
    try {
      wrapped = wrapping.around(upload);
      bytes.transferTo(wrapped);
    } catch (IOException | RuntimeException e) {
      abort(upload, e);
      throw e;
    }
    wrapped.close();
  }

  private static void abort(GridFSUploadStream upload, Exception cause) {
    try {
      upload.abort();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public Optional<Blob> open(BlobId id) {
    return find(id).map(stored -> stored);
  }

  Optional<Stored> find(BlobId id) {
    return Optional.ofNullable(bucket.find(new Document("_id", id.value())).first())
        .map(file -> new Stored(id, file, bucket));
  }

  @Override
  public void delete(BlobId id) {
    if (open(id).isPresent()) {
      bucket.delete(key(id));
    } else {
      chunks.deleteMany(new Document("files_id", id.value()));
    }
  }

  @Override
  public BlobId reserve() {
    var letters = new StringBuilder("blob_");
    for (int i = 0; i < ID_LETTERS; i++) {
      letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new BlobId(letters.toString());
  }

  private static BsonString key(BlobId id) {
    return new BsonString(id.value());
  }

  /// A blob as it lies here.
  record Stored(BlobId id, GridFSFile file, GridFSBucket bucket) implements Blob {

    @Override
    public long length() {
      return file.getLength();
    }

    @Override
    public String contentType() {
      var type = metadata().getString(TYPE);
      return type == null ? "application/octet-stream" : type;
    }

    Document metadata() {
      var metadata = file.getMetadata();
      return metadata == null ? new Document() : metadata;
    }

    @Override
    public InputStream stream(long offset, long length) {
      if (offset < 0 || length < 0) {
        throw new IllegalArgumentException("negative range " + offset + "+" + length);
      }
      long most = Math.min(length, length() - offset);
      if (most <= 0) {
        return InputStream.nullInputStream();
      }
      // Who asks for a place waits for one chunk only; who reads on gets several at once.
      long first = Math.min(most, CHUNK_BYTES - offset % CHUNK_BYTES);
      return first == most
          ? chunks(offset, most, 1)
          : new SequenceInputStream(
              chunks(offset, first, 1),
              new Later(() -> chunks(offset + first, most - first, CHUNKS_PER_BATCH)));
    }

    private InputStream chunks(long offset, long length, int atOnce) {
      var all = bucket.openDownloadStream(file.getId()).batchSize(atOnce);
      try {
        all.skip(offset);
        return BoundedInputStream.builder().setInputStream(all).setMaxCount(length).get();
      } catch (IOException e) {
        all.close();
        throw new UncheckedIOException(e);
      }
    }
  }
}
