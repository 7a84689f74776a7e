package org.folkmoot.initiative;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.ledger.Act;

/// The acts that tell of one change, made as the change is worked out.
///
/// An act's id is made of what is changed, the version it was and its place among the others, so
/// that writing the same change down again is the same act.
final class InitiativeLog {

  private final String start;
  private final Instant at;
  private final String by;
  private final List<Act> acts = new ArrayList<>();

  /// @param changed subject of what is changed
  /// @param by who changes it
  InitiativeLog(String changed, long version, InstantSource time, String by) {
    this.start = changed + ":" + (version + 1) + ":";
    this.at = time.instant();
    this.by = by;
  }

  /// Name of an initiative's log. A slash is in no consultation's slug.
  static String of(String initiative) {
    return "i/" + initiative;
  }

  /// What an act about an item, indicator, invitation or answer is about.
  static String subject(String initiative, String thing) {
    return of(initiative) + "/" + thing;
  }

  Act add(Act.Kind kind, String subject, String why, Map<String, String> details) {
    Act act = new Act(start + acts.size(), kind, subject, at, by, why, details);
    acts.add(act);
    return act;
  }

  List<Act> acts() {
    return List.copyOf(acts);
  }
}
