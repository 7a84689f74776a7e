package org.folkmoot.upload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The header `Upload-Metadata`: keys, each with a value in Base64, comma between them.
final class Metadata {
  private Metadata() {}

  /// What of it can be read.
  static Map<String, String> read(String header) {
    var found = new LinkedHashMap<String, String>();
    for (var pair : header.split(",", -1)) {
      var parts = pair.strip().split(" ", -1);
      try {
        var value = parts.length > 1 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
        found.putIfAbsent(parts[0], new String(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException _) {
        found.remove(parts[0]);
      }
    }
    return found;
  }
}
