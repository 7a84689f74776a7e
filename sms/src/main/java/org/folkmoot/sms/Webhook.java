package org.folkmoot.sms;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A gateway's call to us, as it came in.
///
/// @param url the exact public address that was called, query included: it is part of what is
///   signed
/// @param form every decoded form field, in every repetition; fields we do not know are signed too
/// @param signature the value of the signature header, empty if there was none
public record Webhook(String url, Map<String, List<String>> form, String signature) {
  public Webhook {
    var copy = new TreeMap<String, List<String>>();
    form.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    form = Collections.unmodifiableMap(copy);
  }

  /// The first value of a field, or empty text.
  public String field(String name) {
    var values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// Without the fields, which hold numbers and words.
  @Override
  public String toString() {
    return "Webhook[" + url + "]";
  }
}
