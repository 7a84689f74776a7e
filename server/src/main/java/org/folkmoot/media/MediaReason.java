package org.folkmoot.media;

/// Why a file was not taken. The words stand in the message bundles under [#key].
public enum MediaReason {
  EMPTY("media.empty"),
  TOO_LARGE("media.too-large"),
  UNKNOWN_TYPE("media.unknown-type"),
  /// A kind that we know, sent where another is asked for.
  NOT_HERE("media.not-here"),
  /// The iPhone's own picture format, which many browsers cannot show.
  HEIC("media.heic"),
  /// Word before 2007.
  OLD_WORD("media.old-word"),
  /// Locked with a password.
  PROTECTED("media.protected"),
  TOO_MANY_PIXELS("media.too-many-pixels"),
  /// Not readable as what it begins as.
  BROKEN("media.broken"),
  /// Took too much memory or time, or unpacks to far more than it should.
  TOO_COMPLEX("media.too-complex"),
  /// Holds data about place or device that we cannot take out.
  CANNOT_CLEAN("media.cannot-clean"),
  /// What looks for malware found some.
  HARMFUL("media.harmful"),
  /// Too many files at once; the same file can be sent again later.
  BUSY("media.busy");

  private final String key;

  MediaReason(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }
}
