package org.folkmoot.moderation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Which of the texts it was given say nearly the same: those of whose runs of three words most are
/// shared. Each text is kept as the smallest values of some hashes over its runs (MinHash); texts
/// that agree in a few neighbouring ones are candidates, so that nothing is compared with
/// everything. Not thread-safe.
final class Likeness {

  private static final int HASHES = 64;

  /// Two texts are candidates if they agree in all hashes of one band.
  private static final int BAND = 4;

  private static final int RUN = 3;

  /// From this share of equal hashes on, which estimates the share of equal runs.
  private static final double ALIKE = 0.55;

  private final Map<String, long[]> texts = new HashMap<>();
  private final Map<Long, Set<String>> bands = new HashMap<>();

  /// Puts a text in, in place of the one it had.
  void put(String id, String text) {
    remove(id);
    long[] signature = signature(text);
    if (signature.length == HASHES) {
      texts.put(id, signature);
      for (long band : bands(signature)) {
        bands.computeIfAbsent(band, _ -> new LinkedHashSet<>()).add(id);
      }
    }
  }

  boolean knows(String id) {
    return texts.containsKey(id);
  }

  void remove(String id) {
    long[] signature = texts.remove(id);
    if (signature != null) {
      for (long band : bands(signature)) {
        bands.computeIfPresent(
            band,
            (_, ids) -> {
              ids.remove(id);
              return ids.isEmpty() ? null : ids;
            });
      }
    }
  }

  /// Everything that says nearly the same as this one, itself left out.
  Set<String> like(String id) {
    long[] signature = texts.get(id);
    if (signature == null) {
      return Set.of();
    }
    Set<String> like = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>(Set.of(id));
    for (long band : bands(signature)) {
      for (String other : bands.getOrDefault(band, Set.of())) {
        long[] theirs = texts.get(other);
        if (seen.add(other) && theirs != null && share(signature, theirs) >= ALIKE) {
          like.add(other);
        }
      }
    }
    return like;
  }

  private static double share(long[] one, long[] other) {
    int same = 0;
    for (int i = 0; i < HASHES; i++) {
      same += one[i] == other[i] ? 1 : 0;
    }
    return (double) same / HASHES;
  }

  private static long[] bands(long[] signature) {
    long[] bands = new long[HASHES / BAND];
    for (int i = 0; i < bands.length; i++) {
      bands[i] = 31L * Arrays.hashCode(Arrays.copyOfRange(signature, i * BAND, (i + 1) * BAND)) + i;
    }
    return bands;
  }

  private static long[] signature(String text) {
    List<Long> smallest = new ArrayList<>();
    try (var words = new StandardTokenizer()) {
      words.setReader(new StringReader(text));
      TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(words));
      var runs = new ShingleFilter(plain, RUN, RUN);
      runs.setOutputUnigrams(false);
      runs.setOutputUnigramsIfNoShingles(true);
      try (var hashes = new MinHashFilter(runs, HASHES, 1, 1, false)) {
        CharTermAttribute term = hashes.addAttribute(CharTermAttribute.class);
        hashes.reset();
        while (hashes.incrementToken()) {
          long value = 0;
          for (int i = 0; i < term.length(); i++) {
            value = 31 * value + term.charAt(i);
          }
          smallest.add(value);
        }
        hashes.end();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
    return smallest.stream().mapToLong(Long::longValue).toArray();
  }
}
