package org.folkmoot.store.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a query demands of single fields, in the bytes of an index: the conditions at its top level
/// and inside `$and`. Everything else in the query is left to the matcher, which sees every
/// document found again: conditions only ever narrow.
final class Conditions {

  /// `^` and then only characters that stand for themselves, also between `\Q` and `\E`.
  private static final Pattern LITERAL_START =
      Pattern.compile("\\^(?:\\\\Q((?:(?!\\\\E).)+)\\\\E|([\\w :/@=,;-]+)(?![*?{]))[^|]*");

  private final Map<String, Field> fields = new HashMap<>();

  /// The demands on one field: one of `points`, or from `from` to before `to`.
  static final class Field {
    private @Nullable List<byte[]> points;
    private @Nullable Bound from;
    private @Nullable Bound to;

    @Nullable List<byte[]> points() {
      return points;
    }

    boolean hasRange() {
      return from != null || to != null;
    }

    /// The range to look through; in an index where a document has several entries, different
    /// entries may satisfy either end, so only one end may be used.
    Range range(boolean multiple) {
      var low = from;
      var high = low != null && multiple ? null : to;
      return new Range(
          low != null ? low.bytes : new byte[] {typeOf(high)},
          high != null ? high.bytes : new byte[] {(byte) (typeOf(low) + 1)});
    }

    private static byte typeOf(@Nullable Bound bound) {
      return bound == null ? 0 : bound.type;
    }
  }

  record Range(byte[] from, byte[] to) {}

  private record Bound(byte type, byte[] bytes) {}

  private Conditions() {}

  static Conditions of(Document query) {
    var conditions = new Conditions();
    conditions.addAll(query);
    return conditions;
  }

  @Nullable Field on(String field) {
    return fields.get(field);
  }

  private void addAll(Document query) {
    query.forEach((name, value) -> {
      if (name.equals("$and") && value instanceof Collection<?> parts) {
        parts.forEach(part -> addAll((Document) part));
      } else if (!name.startsWith("$")) {
        add(fields.computeIfAbsent(name, n -> new Field()), value);
      }
    });
  }

  private static void add(Field field, @Nullable Object value) {
    if (value instanceof BsonRegularExpression expression) {
      startsWith(field, expression.getPattern(), expression.getOptions());
    } else if (value instanceof Document operators) {
      operators.forEach((operator, operand) -> add(field, operators, operator, operand));
    } else if (isPoint(value)) {
      oneOf(field, List.of(KeyBytes.of(value)));
    }
  }

  private static void add(
      Field field, Document operators, String operator, @Nullable Object operand) {
    switch (operator) {
      case "$eq" -> {
        if (isPoint(operand)) {
          oneOf(field, List.of(KeyBytes.of(operand)));
        }
      }
      case "$in" -> {
        if (operand instanceof Collection<?> values
            && values.stream().allMatch(Conditions::isPoint)) {
          var points = new TreeSet<byte[]>(Arrays::compareUnsigned);
          values.forEach(v -> points.add(KeyBytes.of(v)));
          oneOf(field, List.copyOf(points));
        }
      }
      case "$gt", "$gte" -> {
        if (KeyBytes.hasRanges(operand)) {
          var bytes = KeyBytes.of(operand);
          from(field, bytes[0], operator.equals("$gt") ? KeyBytes.after(bytes) : bytes);
        }
      }
      case "$lt", "$lte" -> {
        if (KeyBytes.hasRanges(operand)) {
          var bytes = KeyBytes.of(operand);
          to(field, bytes[0], operator.equals("$lte") ? KeyBytes.after(bytes) : bytes);
        }
      }
      case "$regex" -> {
        var pattern = operand instanceof BsonRegularExpression e ? e.getPattern() : operand;
        if (pattern instanceof String text && !operators.containsKey("$options")) {
          var options = operand instanceof BsonRegularExpression e ? e.getOptions() : null;
          startsWith(field, text, options);
        }
      }
      default -> {
        // Any other operator is left to the matcher.
      }
    }
  }

  /// Whether equality with this value is one place in an index. `null` is: it is filed for missing
  /// fields too. Arrays and documents are not, an array has an entry per element.
  private static boolean isPoint(@Nullable Object value) {
    return !(value instanceof Document)
        && !(value instanceof Collection)
        && !(value instanceof BsonRegularExpression);
  }

  private static void oneOf(Field field, List<byte[]> points) {
    if (field.points == null || points.size() < field.points.size()) {
      field.points = points;
    }
  }

  private static void from(Field field, byte type, byte[] bytes) {
    if (field.from == null || Arrays.compareUnsigned(bytes, field.from.bytes) > 0) {
      field.from = new Bound(type, bytes);
    }
  }

  private static void to(Field field, byte type, byte[] bytes) {
    if (field.to == null || Arrays.compareUnsigned(bytes, field.to.bytes) < 0) {
      field.to = new Bound(type, bytes);
    }
  }

  private static void startsWith(Field field, String pattern, @Nullable String options) {
    Matcher start = LITERAL_START.matcher(pattern);
    if ((options == null || options.isEmpty()) && start.matches()) {
      var text = start.group(1) != null ? start.group(1) : start.group(2);
      var bytes = KeyBytes.ofStringsThatStartWith(text);
      from(field, bytes[0], bytes);
      to(field, bytes[0], KeyBytes.after(bytes));
    }
  }
}
