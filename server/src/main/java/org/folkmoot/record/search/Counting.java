package org.folkmoot.record.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;

/// Counts what is found by facet and time. Used by one thread, once.
final class Counting extends SimpleCollector {

  private final Predicate<String> wanted;
  private final long[] borders;
  private final int[] between;
  private final Map<String, Map<String, Integer>> byFacet = new HashMap<>();
  private int total;
  private SortedSetDocValues values = DocValues.emptySortedSet();
  private NumericDocValues times = DocValues.emptyNumeric();
  private int[] counted = {};

  /// @param wanted names of facets
  /// @param borders between the spans of time, rising; none for no count by time
  Counting(Predicate<String> wanted, long[] borders) {
    this.wanted = wanted;
    this.borders = borders.clone();
    this.between = new int[Math.max(0, borders.length - 1)];
  }

  @Override
  protected void doSetNextReader(LeafReaderContext part) throws IOException {
    values = DocValues.getSortedSet(part.reader(), Queries.FACET);
    SortedNumericDocValues all = DocValues.getSortedNumeric(part.reader(), Queries.AT);
    NumericDocValues single = DocValues.unwrapSingleton(all);
    times = single == null ? DocValues.emptyNumeric() : single;
    counted = new int[Math.toIntExact(values.getValueCount())];
  }

  @Override
  public void collect(int doc) throws IOException {
    total++;
    if (values.advanceExact(doc)) {
      for (int i = values.docValueCount(); i > 0; i--) {
        counted[(int) values.nextOrd()]++;
      }
    }
    if (between.length > 0 && times.advanceExact(doc)) {
      int span = span(times.longValue());
      if (span >= 0 && span < between.length) {
        between[span]++;
      }
    }
  }

  private int span(long time) {
    int found = Arrays.binarySearch(borders, time);
    return found >= 0 ? found : -found - 2;
  }

  @Override
  public void finish() throws IOException {
    for (int value = 0; value < counted.length; value++) {
      if (counted[value] > 0) {
        BytesRef named = values.lookupOrd(value);
        String both = named.utf8ToString();
        int cut = both.indexOf(Queries.OF);
        String facet = both.substring(0, cut);
        if (wanted.test(facet)) {
          add(facet, both.substring(cut + 1), counted[value]);
        }
      }
    }
    counted = new int[0];
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /// Each of several counts some parts of the index; together they are one count.
  static CollectorManager<Counting, Counting> together(Predicate<String> wanted, long[] borders) {
    return new CollectorManager<>() {
      @Override
      public Counting newCollector() {
        return new Counting(wanted, borders);
      }

      @Override
      public Counting reduce(Collection<Counting> all) {
        Counting sum = newCollector();
        all.forEach(sum::add);
        return sum;
      }
    };
  }

  private void add(Counting other) {
    total += other.total;
    other.byFacet.forEach(
        (facet, values) -> values.forEach((value, count) -> add(facet, value, count)));
    for (int span = 0; span < between.length; span++) {
      between[span] += other.between[span];
    }
  }

  private void add(String facet, String value, int count) {
    byFacet.computeIfAbsent(facet, _ -> new TreeMap<>()).merge(value, count, Integer::sum);
  }

  int total() {
    return total;
  }

  Map<String, Map<String, Integer>> byFacet() {
    return byFacet;
  }

  int[] byTime() {
    return between.clone();
  }
}
