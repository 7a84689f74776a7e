package org.folkmoot.meeting;

import java.util.Map;

/// What one dot sheet shows at the end.
///
/// @param sheet its number on the paper; a sheet is entered once
/// @param counts dots by option id
/// @param people who put dots, as counted; 0 if nobody counted. Never added to anything
public record DotCounts(String sheet, Map<String, Integer> counts, int people) {
  public DotCounts {
    counts = Map.copyOf(counts);
  }

  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
