package org.folkmoot.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;
import org.bson.Document;

/// Blobs that lie shut in the store, those that are shown as well as originals: who comes by the
/// disk, or by a backup, has none of them without the master key, and what was held or taken back
/// is not left in the open on a disk's unused blocks. What was stored before files were shut is
/// read as it is.
final class SealedBlobs implements Blobs {

  private static final String KEY = "key";

  private final GridFsBlobs blobs;
  private final FileKeys keys;

  SealedBlobs(GridFsBlobs blobs, FileKeys keys) {
    this.blobs = blobs;
    this.keys = keys;
  }

  @Override
  public BlobId reserve() {
    return blobs.reserve();
  }

  @Override
  public void put(BlobId id, InputStream bytes, String contentType) throws IOException {
    int key = keys.newest();
    blobs.put(
        id,
        bytes,
        contentType,
        new Document(KEY, key),
        shut -> keys.shutting(shut, key, id.value()));
  }

  @Override
  public Optional<Blob> open(BlobId id) {
    return blobs
        .find(id)
        .map(stored -> {
          Integer key = stored.metadata().getInteger(KEY);
          return key == null ? stored : new Sealed(stored, key, keys);
        });
  }

  @Override
  public void delete(BlobId id) {
    blobs.delete(id);
  }

  private record Sealed(Blob shut, int key, FileKeys keys) implements Blob {

    @Override
    public BlobId id() {
      return shut.id();
    }

    @Override
    public long length() {
      return FileKeys.openLength(shut.length());
    }

    @Override
    public String contentType() {
      return shut.contentType();
    }

    @Override
    public InputStream stream(long offset, long length) {
      if (offset < 0 || length < 0) {
        throw new IllegalArgumentException("negative range " + offset + "+" + length);
      }
      if (offset >= length() || length == 0) {
        return InputStream.nullInputStream();
      }
      try {
        return BoundedInputStream.builder()
            .setInputStream(keys.opening(shut, key, offset))
            .setMaxCount(length)
            .get();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
