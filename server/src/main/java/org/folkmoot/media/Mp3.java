package org.folkmoot.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/// Finds the sound in an MP3 file, without the tags before and after it.
///
/// Tags: ID3v2 (id3.org, id3v2.4.0-structure), ID3v1, APEv2, Lyrics3v2.
final class Mp3 {
  /// The part of the file that is sound, from the first byte to before the last.
  record Sound(long from, long to) {}

  private static final int FRAME_SEARCH = 64 * 1024;

  private Mp3() {}

  /// Where the sound lies.
  ///
  /// @throws UnreadableMediaException if there is none
  static Sound sound(Bytes bytes) throws IOException {
    var from = 0L;
    while (text(bytes, from, 3).equals("ID3") && from + 10 <= bytes.size()) {
      var footer = (bytes.u8(from + 5) & 0x10) != 0 ? 10 : 0;
      from += 10 + synchsafe(bytes, from + 6) + footer;
    }
    var to = end(bytes, from);
    if (from >= to || !hasFrame(bytes, from, to)) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "no sound");
    }
    return new Sound(from, to);
  }

  private static long end(Bytes bytes, long from) throws IOException {
    var to = bytes.size();
    for (var before = to + 1; before != to && to > from; ) {
      before = to;
      if (text(bytes, to - 128, 3).equals("TAG")) {
        to -= 128;
      }
      if (text(bytes, to - 32, 8).equals("APETAGEX")) {
        var length = Integer.toUnsignedLong(Integer.reverseBytes((int) bytes.u32(to - 20)));
        var header = (bytes.u8(to - 9) & 0x80) != 0 ? 32 : 0;
        to -= length + header;
      }
      if (text(bytes, to - 9, 9).equals("LYRICS200")) {
        var length = text(bytes, to - 15, 6);
        to -= length.matches("\\d{6}") ? Integer.parseInt(length) + 15 : 15;
      }
      if (text(bytes, to - 10, 3).equals("3DI")) {
        to -= synchsafe(bytes, to - 4) + 20;
      }
    }
    return to;
  }

  private static boolean hasFrame(Bytes bytes, long from, long to) throws IOException {
    var start = bytes.read(from, (int) Math.min(FRAME_SEARCH, to - from));
    for (var i = 0; i + 1 < start.length; i++) {
      if (start[i] == (byte) 0xff && (start[i + 1] & 0xe0) == 0xe0) {
        return true;
      }
    }
    return false;
  }

  private static long synchsafe(Bytes bytes, long at) throws IOException {
    long value = 0;
    for (var part : bytes.read(at, 4)) {
      value = value << 7 | (part & 0x7f);
    }
    return value;
  }

  private static String text(Bytes bytes, long at, int length) throws IOException {
    return at < 0 || at + length > bytes.size()
        ? ""
        : new String(bytes.read(at, length), ISO_8859_1);
  }
}
