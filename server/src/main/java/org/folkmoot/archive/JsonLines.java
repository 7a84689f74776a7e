package org.folkmoot.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.door.Json;

/// A file of JSON values, one to a line, as it grows. Its last line says how many there are and
/// what they hash to, so that a file which was cut off or changed shows it. Used by one thread.
final class JsonLines {

  private final OutputStream out;
  private Sha256 sha = new Sha256();
  private long lines;

  JsonLines(OutputStream out) {
    this.out = out;
  }

  /// @throws UncheckedIOException when it cannot be written
  void line(Object json) {
    byte[] bytes = Json.bytes(json);
    byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
    line[bytes.length] = '\n';
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sha.update(line);
    lines++;
  }

  /// The last line, over all before it from the header on.
  void end(Map<String, Object> besides) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "end");
    json.putAll(besides);
    json.put("lines", lines);
    json.put("sha256", sha.hex());
    sha = new Sha256();
    line(json);
    sha = new Sha256();
    lines = 0;
  }
}
