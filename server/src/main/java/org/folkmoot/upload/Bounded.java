package org.folkmoot.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Copying with an end.
final class Bounded {
  private Bounded() {}

  /// Copies at most this many bytes.
  ///
  /// @return how many there were; one more than `most` if there were more
  static long copy(InputStream from, OutputStream to, long most) throws IOException {
    var buffer = new byte[64 * 1024];
    long total = 0;
    while (true) {
      var filling = Filling.of(buffer, from);
      total += filling.length();
      if (filling.broken() != null) {
        throw filling.broken();
      }
      if (total > most) {
        return most + 1;
      }
      to.write(buffer, 0, filling.length());
      if (filling.length() < buffer.length) {
        return total;
      }
    }
  }
}
