package org.folkmoot.ledger;

import java.util.Map;
import java.util.SortedMap;

/// RFC 8785 canonical JSON, for flat objects of strings: keys sorted by UTF-16 unit, shortest
/// escapes, no spaces.
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(SortedMap<String, String> fields) {
    var out = new StringBuilder("{");
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (out.length() > 1) {
        out.append(',');
      }
      string(out, field.getKey());
      out.append(':');
      string(out, field.getValue());
    }
    return out.append('}').toString();
  }

  private static void string(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
