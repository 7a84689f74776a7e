package org.folkmoot.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/// Turns every chunk of a WAV file but format and sound into a `JUNK` chunk full of zeros.
final class Wav {
  private Wav() {}

  /// Cleans the file in place.
  ///
  /// @throws UnreadableMediaException if it has no sound
  static void clean(Bytes bytes) throws IOException {
    var sound = false;
    for (var at = 12L; at + 8 <= bytes.size(); ) {
      var name = new String(bytes.read(at, 4), ISO_8859_1);
      // A recorder that was cut off leaves a length that is too long, or none.
      var length = Math.min(Integer.toUnsignedLong(little(bytes, at + 4)), bytes.size() - at - 8);
      switch (name) {
        case "data" -> sound = true;
        case "fmt ", "fact" -> {}
        default -> {
          bytes.write(at, "JUNK".getBytes(ISO_8859_1));
          bytes.fill(at + 8, at + 8 + length, 0);
        }
      }
      at += 8 + length + (length & 1);
    }
    if (!sound) {
      throw new UnreadableMediaException(MediaReason.BROKEN, "no sound");
    }
  }

  private static int little(Bytes bytes, long at) throws IOException {
    return Integer.reverseBytes((int) bytes.u32(at));
  }
}
