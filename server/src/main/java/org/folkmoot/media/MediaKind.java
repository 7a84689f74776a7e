package org.folkmoot.media;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// The table of what may be sent: for each kind the types accepted, the largest size in bytes and
/// how its safe copy may be shown. Everything else is refused.
public enum MediaKind {
  PICTURE(25 * MediaKind.MB, Shown.PICTURE, "image/jpeg", "image/png", "image/webp", "image/gif"),
  SOUND(
      200 * MediaKind.MB,
      Shown.PLAYER,
      "audio/mpeg",
      "audio/mp4",
      "audio/ogg",
      "audio/wav",
      "audio/webm"),
  /// QuickTime is what an iPhone's camera writes; it is the same container as MP4.
  VIDEO(200 * MediaKind.MB, Shown.PLAYER, "video/mp4", "video/quicktime", "video/webm"),
  DOCUMENT(
      25 * MediaKind.MB,
      Shown.TEXT,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.oasis.opendocument.text",
      "application/pdf",
      "application/rtf",
      "text/plain"),
  CAPTIONS(2 * MediaKind.MB, Shown.TRACK, "text/vtt", "application/x-subrip");

  /// How a safe copy reaches the screen.
  public enum Shown {
    /// In the page, as a picture.
    PICTURE,
    /// In the page, in the browser's player; fetched in ranges.
    PLAYER,
    /// As text only; the file itself is opened by nobody but staff.
    TEXT,
    /// As the text track of a recording.
    TRACK
  }

  private static final long MB = 1024 * 1024;

  private final long maxBytes;
  private final Shown shown;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.copyOf
  private final Set<String> types;

  MediaKind(long maxBytes, Shown shown, String... types) {
    this.maxBytes = maxBytes;
    this.shown = shown;
    this.types = Set.copyOf(Arrays.asList(types));
  }

  public long maxBytes() {
    return maxBytes;
  }

  public Shown shown() {
    return shown;
  }

  /// The accepted content types, as they are written in [MediaRef#originalType].
  public Set<String> types() {
    return types;
  }

  /// The value of a file field's `accept` attribute; a hint for the browser, not a check.
  public static String accept(Collection<MediaKind> kinds) {
    var all = new TreeSet<String>();
    kinds.forEach(kind -> all.addAll(kind.types));
    return String.join(",", all);
  }

  /// The most bytes that any of these kinds may have, 0 for none.
  static long maxBytes(Collection<MediaKind> kinds) {
    return kinds.stream().mapToLong(MediaKind::maxBytes).max().orElse(0);
  }
}
