package org.folkmoot.record;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which parts of a sum are too small to be told: those below [#FEWEST], and as many of the next
/// smallest as it takes that none of them can be worked out from the sum.
public final class SmallNumbers {

  /// The smallest number the public is told, and the fewest that open a list: the one threshold of
  /// the whole house.
  public static final int FEWEST = 5;

  private SmallNumbers() {}

  /// The parts that are not told.
  public static <K> Set<K> hidden(Map<K, Integer> parts) {
    Set<K> hidden = new HashSet<>();
    parts.forEach((key, n) -> {
      if (n < FEWEST) {
        hidden.add(key);
      }
    });
    while (!hidden.isEmpty() && hidden.size() < parts.size() && canBeWorkedOut(parts, hidden)) {
      parts.entrySet().stream()
          .filter(part -> !hidden.contains(part.getKey()))
          .min(Comparator.comparingInt(Map.Entry<K, Integer>::getValue))
          .ifPresent(next -> hidden.add(next.getKey()));
    }
    return hidden;
  }

  private static <K> boolean canBeWorkedOut(Map<K, Integer> parts, Set<K> hidden) {
    int sum = hidden.stream().mapToInt(parts::get).sum();
    return hidden.size() < 2 || sum < FEWEST;
  }
}
