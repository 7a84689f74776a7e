package org.folkmoot.record.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One contribution as the index knows it.
///
/// @param seq its place in the list; the newest has the highest
/// @param readers names of those who may find it
/// @param open what all of them read
/// @param staff what staff read
/// @param facets values by facet, each of them counted
/// @param source what it came from; not counted
public record Entry(
    String id,
    String consultation,
    long seq,
    long version,
    Instant at,
    Set<String> readers,
    List<Text> open,
    List<Text> staff,
    Map<String, List<String>> facets,
    String source) {

  public Entry {
    readers = Set.copyOf(readers);
    open = List.copyOf(open);
    staff = List.copyOf(staff);
    facets = Map.copyOf(facets);
  }

  /// A text in its language (BCP 47).
  public record Text(String words, String language) {}
}
