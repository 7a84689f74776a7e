package org.folkmoot.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Takes tags, titles, dates, chapters and attachments out of a WebM recording, in place: each
/// becomes a Void element of the same length, full of zeros. Reads what browsers record, clusters
/// of unknown length and a missing end included.
///
/// Element ids: RFC 9559 (Matroska) and RFC 8794 (EBML).
final class WebM {
  private static final long EBML = 0x1A45DFA3L;
  private static final long DOC_TYPE = 0x4282;
  private static final long SEGMENT = 0x18538067L;
  private static final long INFO = 0x1549A966L;
  private static final long TRACKS = 0x1654AE6BL;
  private static final long TRACK_ENTRY = 0xAE;
  private static final long TRACK_TYPE = 0x83;
  private static final long TRACK_NAME = 0x536E;
  private static final long CLUSTER = 0x1F43B675L;
  private static final long CHAPTERS = 0x1043A770L;
  private static final long ATTACHMENTS = 0x1941A469L;
  private static final long TAGS = 0x1254C367L;
  private static final long TITLE = 0x7BA9;
  private static final long DATE = 0x4461;
  private static final long SEGMENT_FILENAME = 0x7384;
  private static final long VOID = 0xEC;
  private static final int UNKNOWN = -1;

  private final Bytes bytes;
  private boolean video;
  private boolean sound;

  private WebM(Bytes bytes) {
    this.bytes = bytes;
  }

  /// Cleans the file.
  ///
  /// @return whether it has a picture track
  /// @throws UnreadableMediaException if it is Matroska but not WebM, has neither sound nor
  ///   picture, or a track that is neither
  static boolean clean(Bytes bytes) throws IOException {
    return new WebM(bytes).clean();
  }

  private boolean clean() throws IOException {
    var header = element(0, bytes.size());
    if (header.id != EBML || !docType(header).equals("webm")) {
      throw new UnreadableMediaException(MediaReason.UNKNOWN_TYPE, "Matroska, but not WebM");
    }
    var segment = element(header.end, bytes.size());
    if (segment.id != SEGMENT) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "no segment");
    }
    cleanInside(segment.body, segment.end);
    if (!video && !sound) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "no sound and no picture");
    }
    return video;
  }

  private String docType(Element header) throws IOException {
    for (var at = header.body; at < header.end; ) {
      var child = element(at, header.end);
      if (child.id == DOC_TYPE) {
        var length = (int) Math.min(16, child.end - child.body);
        return new String(bytes.read(child.body, length), StandardCharsets.ISO_8859_1).strip();
      }
      at = child.end;
    }
    return "";
  }

  private void cleanInside(long from, long to) throws IOException {
    for (var at = from; at + 2 <= to; ) {
      var child = element(at, to);
      var next = child.end;
      if (child.id == CHAPTERS
          || child.id == ATTACHMENTS
          || child.id == TAGS
          || child.id == TITLE
          || child.id == DATE
          || child.id == SEGMENT_FILENAME
          || child.id == TRACK_NAME
          || child.id == VOID) {
        blank(child);
      } else if (child.id == INFO || child.id == TRACKS || child.id == TRACK_ENTRY) {
        cleanInside(child.body, child.end);
      } else if (child.id == TRACK_TYPE) {
        noteTrack(bytes.u8(child.end - 1));
      } else if (child.id == CLUSTER && child.unknownLength) {
        // A live recording does not know how long its clusters will be: read on inside.
        next = child.body;
      }
      at = next;
    }
  }

  private void noteTrack(int type) throws UnreadableMediaException {
    switch (type) {
      case 1 -> video = true;
      case 2 -> sound = true;
      default ->
          throw new UnreadableMediaException(
              MediaReason.CANNOT_CLEAN, "a track that is neither sound nor picture");
    }
  }

  private void blank(Element element) throws IOException {
    var whole = element.end - element.start;
    var sizeBytes = whole >= 9 ? 8 : 1;
    var payload = whole - 1 - sizeBytes;
    bytes.fill(element.start, element.end, 0);
    bytes.write(element.start, (byte) VOID);
    if (sizeBytes == 1) {
      bytes.write(element.start + 1, (byte) (0x80 | payload));
    } else {
      var size = new byte[8];
      for (var i = 7; i > 0; i--) {
        size[i] = (byte) (payload >>> (8 * (7 - i)));
      }
      size[0] = 1;
      bytes.write(element.start + 1, size);
    }
  }

  private Element element(long at, long limit) throws IOException {
    var first = bytes.u8(at);
    var idBytes = Integer.numberOfLeadingZeros(first) - 24 + 1;
    if (idBytes > 4) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "no element where one must be");
    }
    long id = first;
    for (var i = 1; i < idBytes; i++) {
      id = id << 8 | bytes.u8(at + i);
    }
    var length = length(at + idBytes);
    var body = at + idBytes + length.bytes;
    var unknown = length.value == UNKNOWN;
    // A recording that was cut off ends inside its last element.
    var end = unknown || length.value > limit - body ? limit : body + length.value;
    return new Element(id, at, body, end, unknown);
  }

  private Length length(long at) throws IOException {
    var first = bytes.u8(at);
    var count = Integer.numberOfLeadingZeros(first) - 24 + 1;
    if (count > 8) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "a length of no length");
    }
    var mask = 0xff >> count;
    long value = first & mask;
    var allOnes = value == mask;
    for (var i = 1; i < count; i++) {
      var next = bytes.u8(at + i);
      allOnes &= next == 0xff;
      value = value << 8 | next;
    }
    return new Length(allOnes ? UNKNOWN : value, count);
  }

  private record Element(long id, long start, long body, long end, boolean unknownLength) {}

  private record Length(long value, int bytes) {}
}
