package org.folkmoot.record.search;

/// The index cannot be read or written any more: it is to be thrown away and made again.
public final class DamagedIndexException extends RuntimeException {
  DamagedIndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
