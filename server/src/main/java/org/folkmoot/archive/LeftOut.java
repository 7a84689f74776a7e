package org.folkmoot.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.record.SmallNumbers;

/// What an edition does not hold, and why: for whoever reads the file without us.
enum LeftOut {
  NOT_THEIRS(
      "what this reader may not see, and what was taken back",
      "who may read what is decided by each contributor and by role"),
  NOT_PUBLISHED(
      "what its contributors did not allow on the website, what was not checked yet, and what young"
          + " people said",
      "only what may stand on the website stands here"),
  APART("what was declined, set apart or taken back", "nobody is told how much that is"),
  PEOPLE(
      "who said it, codes of receipts, contact details, answers about people, tables at meetings",
      "this is about what was said, not about who said it"),
  HOURS("times of day", "days are enough to follow what happened"),
  PLACES(
      "places and sessions that fewer than 5 of these name",
      "few in one place might be known by it"),
  SMALL("how many came by a way in that fewer than 5 used", "few might be known by it"),
  FILES("recordings, pictures and documents themselves", "a backup holds them"),
  ROOMS(
      "votes on statements, questionnaires, meetings, juries, reports, answers about people and the"
          + " contacts behind their references",
      "a backup holds them");

  private final String what;
  private final String why;

  LeftOut(String what, String why) {
    this.what = what;
    this.why = why;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", what);
    json.put("why", why);
    return json;
  }

  /// The same with how much that was; fewer than the fewest that are told reads null.
  Map<String, Object> json(long count) {
    Map<String, Object> json = json();
    json.put("count", count == 0 || count >= SmallNumbers.FEWEST ? count : null);
    return json;
  }
}
