package org.folkmoot.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.jspecify.annotations.Nullable;

/// What a caller asks of a list: how many at most, from where on.
///
/// @param after the cursor that the page before gave as `next`; empty for the beginning
record Listing(int limit, String after) {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  /// Reads `limit` and `after`; other parameters than these and the known ones are refused.
  static Listing of(Ask ask, Set<String> known) {
    for (String name : ask.queryAll().keySet()) {
      if (!name.isEmpty() && !known.contains(name) && !Set.of("limit", "after").contains(name)) {
        throw JsonBody.invalid(name + " is not a known parameter.");
      }
    }
    String limit = ask.query("limit");
    int many = USUAL;
    if (ask.queryAll().containsKey("limit")) {
      many = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
      if (many < 1 || many > MOST) {
        throw JsonBody.invalid("limit must be a number from 1 to " + MOST + ".");
      }
    }
    return new Listing(many, ask.query("after"));
  }

  /// The cursor as a place in a log or list; 0 for the beginning.
  long place() {
    if (after.isEmpty()) {
      return 0;
    }
    if (!after.matches("[1-9]\\d{0,17}")) {
      throw JsonBody.invalid("after must be a cursor that a list gave as next.");
    }
    return Long.parseLong(after);
  }

  /// A page of a list that is whole in memory.
  Answer of(List<Map<String, Object>> all) {
    int from = (int) Math.min(all.size(), place());
    int to = Math.min(all.size(), from + limit);
    return answer(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }

  /// @param next null at the end
  static Answer answer(List<Map<String, Object>> items, @Nullable String next) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", items);
    page.put("next", next);
    return Answer.json(200, page);
  }
}
