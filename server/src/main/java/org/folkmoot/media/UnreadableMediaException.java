package org.folkmoot.media;

import java.io.IOException;

/// A file is not what it begins as, or cannot be made safe. Carries no stack trace: it is an
/// answer, not a bug.
final class UnreadableMediaException extends IOException {
  private static final long serialVersionUID = 1L;

  private final MediaReason reason;

  UnreadableMediaException(MediaReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  MediaReason reason() {
    return reason;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
