package org.folkmoot.record.search;

import java.util.List;
import java.util.Map;

/// How many there are.
///
/// @param total of what is asked for
/// @param byFacet by facet and value, each facet counted as if it were not narrowed down by itself
/// @param byTime by the spans that were asked for, in their order, in the same way
public record Counts(int total, Map<String, Map<String, Integer>> byFacet, List<Integer> byTime) {
  public Counts {
    byFacet = Map.copyOf(byFacet);
    byTime = List.copyOf(byTime);
  }

  public Map<String, Integer> of(String facet) {
    return byFacet.getOrDefault(facet, Map.of());
  }
}
