package org.folkmoot.sms.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.sms.words.Segments.Encoding;
import org.junit.jupiter.api.Test;

/// Six thousand texts, counted here and by an independent library: `segments.mjs` beside the
/// results says which and how to make them again.
class SegmentsByAnotherTest {

  private record Counted(
      String made,
      List<List<String>> alphabets,
      List<List<Integer>> lengths,
      List<String> results) {}

  @Test
  void both_count_the_same() throws IOException {
    Counted counted;
    try (var in = getClass().getResourceAsStream("segments-by-another.json")) {
      counted = new ObjectMapper().readValue(in, Counted.class);
    }
    var theirs =
        counted.results().stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();

    var differences = new ArrayList<String>();
    for (int n = 0; n < theirs.size(); n++) {
      var text = text(n, counted);
      var segments = Segments.of(text);
      var kind = segments.encoding() == Encoding.GSM_7 ? "G" : "U";
      var ours = kind + segments.units() + "/" + segments.parts();
      if (!ours.equals(theirs.get(n))) {
        differences.add(n + " " + ours + " but " + theirs.get(n) + ": " + text);
      }
    }

    assertThat(theirs).hasSizeGreaterThanOrEqualTo(5000);
    assertThat(differences).isEmpty();
  }

  /// The same text as `segments.mjs` makes of this number.
  private static String text(int n, Counted counted) {
    var random = new Random((n + 1) * 0x9e3779b1);
    var alphabet = counted.alphabets().get(random.next(counted.alphabets().size()));
    var bounds = counted.lengths().get(random.next(counted.lengths().size()));
    int length = bounds.getFirst() + random.next(bounds.getLast() - bounds.getFirst() + 1);
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.get(random.next(alphabet.size())));
    }
    return text.toString();
  }

  private static final class Random {
    private int x;

    Random(int seed) {
      x = seed;
    }

    int next(int below) {
      x = x * 1664525 + 1013904223;
      return (x >>> 8) % below;
    }
  }
}
