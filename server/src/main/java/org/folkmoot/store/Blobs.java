package org.folkmoot.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Files: recordings, pictures, documents. Thread-safe. A blob is written once and never changed.
public interface Blobs {

  /// A name for a blob that is not there yet, so that whoever refers to it can write that down
  /// before [#put] and find after a crash what was left of it.
  BlobId reserve();

  /// Stores all that `bytes` yields and returns when it is durable. The stream is not closed. When
  /// reading fails, nothing is stored. After a crash half-way the blob does not exist; its pieces
  /// stay until [#delete].
  ///
  /// @param id from [#reserve], and used once
  /// @throws IOException when `bytes` cannot be read to its end
  void put(BlobId id, InputStream bytes, String contentType) throws IOException;

  /// The same under a new name.
  ///
  /// @throws IOException when `bytes` cannot be read to its end
  default BlobId put(InputStream bytes, String contentType) throws IOException {
    BlobId id = reserve();
    put(id, bytes, contentType);
    return id;
  }

  Optional<Blob> open(BlobId id);

  /// Removes the blob with all its bytes, or the pieces that a crash left of it; nothing happens
  /// when there are none.
  void delete(BlobId id);
}
