package org.folkmoot.record;

import java.time.YearMonth;
import java.util.Map;

/// How many there are of what is asked for, of what one reader may see.
///
/// @param byFacet by facet and value, the most first; each facet counted as if it were not narrowed
///   down by itself
/// @param byMonth the newest first
public record FacetCounts(
    long total, Map<Facet, Map<String, Integer>> byFacet, Map<YearMonth, Integer> byMonth) {

  public Map<String, Integer> of(Facet facet) {
    return byFacet.getOrDefault(facet, Map.of());
  }
}
