package org.folkmoot.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The query of an address of ours, put together. For one thread.
public final class Query {

  private final StringBuilder pairs = new StringBuilder();

  /// Adds a pair, unless there is no value.
  public Query with(String name, String value) {
    if (!value.isEmpty()) {
      pairs
          .append(pairs.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    return this;
  }

  /// The address: the path alone if nothing was added.
  public String of(String path) {
    return path + pairs;
  }
}
