package org.folkmoot.upload;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A buffer filled as far as its stream went.
///
/// @param length how many bytes came; fewer than fit only at the stream's end, or where it broke
/// @param broken why no more came, or null
record Filling(int length, @Nullable IOException broken) {

  static Filling of(byte[] buffer, InputStream bytes) {
    int length = 0;
    try {
      while (length < buffer.length) {
        int read = bytes.read(buffer, length, buffer.length - length);
        if (read < 0) {
          break;
        }
        length += read;
      }
      return new Filling(length, null);
    } catch (IOException e) {
      return new Filling(length, e);
    } catch (RuntimeException e) {
      // The server throws several of its own kinds when a line breaks.
      return new Filling(length, new IOException("the line broke", e));
    }
  }
}
