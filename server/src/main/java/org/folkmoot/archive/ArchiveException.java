package org.folkmoot.archive;

/// A file cannot be brought in or a copy not be made; nothing was changed. The message can be shown
/// to whoever asked for it.
public final class ArchiveException extends RuntimeException {
  public ArchiveException(String message) {
    super(message);
  }
}
