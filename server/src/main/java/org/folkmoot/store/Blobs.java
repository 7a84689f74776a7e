package org.folkmoot.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Files: recordings, pictures, documents. Thread-safe. A blob is written once and never changed.
public interface Blobs {

  /// Stores all that `bytes` yields and returns when it is durable. The stream is not closed. When
  /// reading fails, nothing is stored. After a crash half-way the blob does not exist.
  ///
  /// @throws IOException when `bytes` cannot be read to its end
  BlobId put(InputStream bytes, String contentType) throws IOException;

  Optional<Blob> open(BlobId id);

  /// Removes the blob with all its bytes; nothing happens when there is none.
  void delete(BlobId id);
}
