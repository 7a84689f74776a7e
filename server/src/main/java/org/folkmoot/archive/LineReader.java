package org.folkmoot.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Lines of a file, one after another, each with the byte that ends it. Used by one thread.
final class LineReader {

  /// A contribution with the longest text, answers and translations stays far below.
  private static final int LONGEST = 8 * 1024 * 1024;

  private final InputStream in;
  private int number;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /// The next line; none at the end.
  ///
  /// @throws ArchiveException if it is longer than any of ours
  Optional<byte[]> next() throws IOException {
    var line = new ByteArrayOutputStream(512);
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n') {
        break;
      }
      if (line.size() > LONGEST) {
        throw new ArchiveException("Line " + (number + 1) + " is longer than any of ours.");
      }
    }
    if (line.size() == 0) {
      return Optional.empty();
    }
    number++;
    return Optional.of(line.toByteArray());
  }

  /// The number of the line read last, from 1.
  int number() {
    return number;
  }
}
