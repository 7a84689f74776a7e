package org.folkmoot.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Empties the comments of an Ogg recording (Opus or Vorbis), in place: the number of comments
/// becomes 0, the rest of the comment packet zeros, and the pages it lies on get new checksums.
///
/// Layout: RFC 3533 (pages), RFC 7845 section 5.2 (Opus comments, which may be followed by
/// padding), the Vorbis I specification section 5 (comments end with a framing bit).
final class Ogg {
  private static final int HEADER = 27;
  private static final int POLYNOMIAL = 0x04c11db7;
  private static final int MOST_COMMENT_PAGES = 1000;

  private final Bytes bytes;

  private Ogg(Bytes bytes) {
    this.bytes = bytes;
  }

  /// Cleans the file.
  ///
  /// @throws UnreadableMediaException if it holds anything but one Opus or Vorbis stream
  static void clean(Bytes bytes) throws IOException {
    new Ogg(bytes).clean();
  }

  private void clean() throws IOException {
    var first = page(0);
    var head = new String(bytes.read(first.body, Math.min(8, first.bodyLength())), ISO_8859_1);
    var opus = head.startsWith("OpusHead");
    if (!opus && !head.startsWith("\u0001vorbis")) {
      throw new UnreadableMediaException(MediaReason.UNKNOWN_TYPE, "neither Opus nor Vorbis");
    }
    var pages = new ArrayList<Page>();
    var packet = commentPacket(first.end(), pages);
    var magic = opus ? 8 : 7;
    var count = magic + 4 + packet.little(bytes, magic);
    if (count + 4 > packet.length()) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "comments without an end");
    }
    packet.blank(bytes, count);
    if (!opus) {
      bytes.write(packet.place(count + 4), (byte) 1);
    }
    for (var page : pages) {
      seal(page);
    }
    refuseSecondStream(first);
  }

  private Packet commentPacket(long at, List<Page> pages) throws IOException {
    var spans = new ArrayList<Span>();
    for (var page = page(at); ; page = page(page.end())) {
      pages.add(page);
      if (pages.size() > MOST_COMMENT_PAGES) {
        throw new UnreadableMediaException(MediaReason.TOO_COMPLEX, "comments on too many pages");
      }
      var length = 0;
      for (var lace : page.laces) {
        length += lace & 0xff;
        if ((lace & 0xff) < 255) {
          spans.add(new Span(page.body, length));
          return new Packet(spans);
        }
      }
      spans.add(new Span(page.body, length));
    }
  }

  /// A second stream, side by side or after the first, would bring comments of its own.
  private void refuseSecondStream(Page first) throws IOException {
    for (var at = first.end(); at + HEADER < bytes.size(); ) {
      var page = page(at);
      if (page.serial != first.serial) {
        throw new UnreadableMediaException(MediaReason.CANNOT_CLEAN, "more than one stream");
      }
      at = page.end();
    }
  }

  private void seal(Page page) throws IOException {
    bytes.fill(page.start + 22, page.start + 26, 0);
    var crc = 0;
    for (var value : bytes.read(page.start, (int) (page.end() - page.start))) {
      crc ^= (value & 0xff) << 24;
      for (var bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
    }
    var sum = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(crc).array();
    bytes.write(page.start + 22, sum);
  }

  private Page page(long at) throws IOException {
    var header = bytes.read(at, HEADER);
    if (!new String(header, 0, 4, ISO_8859_1).equals("OggS")) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "no page where one must be");
    }
    var laces = bytes.read(at + HEADER, header[26] & 0xff);
    var serial = ByteBuffer.wrap(header, 14, 4).getInt();
    return new Page(at, at + HEADER + laces.length, serial, laces);
  }

  private record Span(long at, int length) {}

  /// A packet, which may lie in several pieces on several pages.
  private record Packet(List<Span> spans) {
    long length() {
      return spans.stream().mapToLong(Span::length).sum();
    }

    /// Where in the file the byte with this index lies.
    long place(long index) throws UnreadableMediaException {
      var left = index;
      for (var span : spans) {
        if (left < span.length) {
          return span.at + left;
        }
        left -= span.length;
      }
      throw new UnreadableMediaException(MediaReason.BROKEN, "comments without an end");
    }

    long little(Bytes bytes, long from) throws IOException {
      long value = 0;
      for (var i = 3; i >= 0; i--) {
        value = value << 8 | bytes.u8(place(from + i));
      }
      return value;
    }

    void blank(Bytes bytes, long from) throws IOException {
      var skip = from;
      for (var span : spans) {
        if (skip < span.length) {
          bytes.fill(span.at + skip, span.at + span.length, 0);
        }
        skip = Math.max(0, skip - span.length);
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // lives for one loop, is never compared
  private record Page(long start, long body, int serial, byte[] laces) {
    int bodyLength() {
      var length = 0;
      for (var lace : laces) {
        length += lace & 0xff;
      }
      return length;
    }

    long end() {
      return body + bodyLength();
    }
  }
}
