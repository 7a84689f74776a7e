package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.folkmoot.store.embedded.Conditions.Range;
import org.jspecify.annotations.Nullable;

/// How a query will be answered: from which index and where in it, or (no index) by looking at
/// every document; backwards or not; and whether the documents then come in the order asked for.
record Plan(@Nullable RocksIndex index, List<Range> ranges, boolean reverse, boolean sorted) {

  /// More places in an index than this, from `$in` lists, are not worth walking to one by one.
  private static final int MOST_RANGES = 1_000;

  /// The best plan: more fields held fast beat fewer, and not having to sort beats a range.
  static Plan of(Document query, @Nullable Document order, List<RocksIndex> indexes) {
    var conditions = Conditions.of(query);
    var sort = order == null ? new Document() : order;
    var best = new Scored(naturally(sort), 0);
    for (var index : indexes) {
      var scored = by(index, conditions, sort);
      if (scored.score > best.score) {
        best = scored;
      }
    }
    return best.plan;
  }

  private record Scored(Plan plan, int score) {}

  private static Plan naturally(Document sort) {
    boolean natural = sort.containsKey("$natural");
    boolean reverse = natural && sign(sort.get("$natural")) < 0;
    return new Plan(null, List.of(), reverse, natural || sort.isEmpty());
  }

  private static Scored by(RocksIndex index, Conditions conditions, Document sort) {
    var prefixes = List.of(index.prefix());
    var fixed = new HashSet<String>();
    var fields = index.fields();
    int score = 0;
    int used = 0;
    for (; used < fields.size(); used++) {
      var condition = conditions.on(fields.get(used));
      var points = condition == null ? null : condition.points();
      if (points == null || prefixes.size() * points.size() > MOST_RANGES) {
        break;
      }
      prefixes = product(prefixes, points);
      if (points.size() == 1) {
        fixed.add(fields.get(used));
      }
      score += points.size() == 1 ? 4 : 3;
    }
    if (used == fields.size() && index.isUnique()) {
      score += 100;
    }
    var ranges = new ArrayList<Range>();
    var next = used < fields.size() ? conditions.on(fields.get(used)) : null;
    if (next != null && next.hasRange()) {
      var range = next.range(index.isMultiple());
      prefixes.forEach(
          p -> ranges.add(new Range(KeyBytes.join(p, range.from()), KeyBytes.join(p, range.to()))));
      score += 2;
    } else {
      prefixes.forEach(p -> ranges.add(new Range(p, KeyBytes.after(p))));
    }
    int direction = ranges.size() == 1 && !index.isMultiple() ? direction(fields, fixed, sort) : 0;
    if (direction != 0) {
      score += 3;
    }
    return new Scored(
        new Plan(index, ranges, direction < 0, direction != 0 || sort.isEmpty()), score);
  }

  private static List<byte[]> product(List<byte[]> prefixes, List<byte[]> points) {
    return prefixes.stream()
        .flatMap(prefix -> points.stream().map(point -> KeyBytes.join(prefix, point)))
        .toList();
  }

  /// 1 or -1 when walking this index forwards or backwards yields the order asked for, else 0.
  /// Fields held fast count for nothing in either.
  private static int direction(List<String> fields, Set<String> fixed, Document sort) {
    var free = fields.stream().filter(field -> !fixed.contains(field)).iterator();
    int direction = 0;
    for (var field : sort.keySet()) {
      if (fixed.contains(field)) {
        continue;
      }
      int wanted = sign(sort.get(field));
      boolean fits = wanted != 0 && (direction == 0 || direction == wanted);
      if (!fits || !free.hasNext() || !Objects.equals(free.next(), field)) {
        return 0;
      }
      direction = wanted;
    }
    return direction == 0 && !sort.isEmpty() ? 1 : direction;
  }

  private static int sign(@Nullable Object order) {
    return order instanceof Number number ? Integer.signum(number.intValue()) : 0;
  }
}
