package org.folkmoot.store;

import java.io.InputStream;

/// A stored file, found but not yet read. Every call of `stream` opens a new stream, which the
/// caller closes; nothing is ever held in memory whole.
public interface Blob {

  BlobId id();

  /// In bytes.
  long length();

  String contentType();

  /// `length` bytes from `offset`, both counted in bytes; fewer when the blob ends before.
  InputStream stream(long offset, long length);

  default InputStream stream(long offset) {
    return stream(offset, length() - offset);
  }

  default InputStream stream() {
    return stream(0, length());
  }
}
