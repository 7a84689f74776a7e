package org.folkmoot.report;

import java.util.List;
import java.util.Map;

/// What other rooms know and the report shows.
public record Elsewhere(Recommendations recommendations, MarkNames marks) {

  /// Nothing yet: no jury, and marks are called by their own ids.
  public static Elsewhere nothing() {
    return new Elsewhere((_, _) -> List.of(), _ -> Map.of());
  }
}
