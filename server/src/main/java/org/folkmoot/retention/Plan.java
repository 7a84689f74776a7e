package org.folkmoot.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a rule would do on one day.
///
/// @param targets what its act would be done to; none for looks, which are only counted
/// @param count how many that are
/// @param leftOut what its time has come for and that stays all the same
/// @param coming what its time has not come for yet, soonest first
record Plan(List<Target> targets, long count, List<LeftOut> leftOut, List<Coming> coming) {

  Plan {
    targets = List.copyOf(targets);
    leftOut = List.copyOf(leftOut);
    coming = List.copyOf(coming);
  }

  /// One thing.
  ///
  /// @param id of the contribution, or reference of the number or phone
  /// @param code of the contribution, or of one the number came with; empty for a phone
  record Target(What what, String id, String consultation, String code) {}

  enum What {
    VOICE,
    /// A number in the vault.
    CONTACT,
    /// What is kept of a phone's conversations.
    PHONE
  }

  record LeftOut(Target target, Why why) {}

  /// Why something stays.
  enum Why {
    SAFETY,
    HOLD,
    /// A second person has not checked what was typed from it.
    UNCHECKED,
    /// Its sender waits to be told what was decided.
    WAITS
  }

  /// @param consultation empty for what is of none
  record Coming(String consultation, LocalDate day, int count) {}

  Optional<LocalDate> next() {
    return coming.stream().map(Coming::day).findFirst();
  }

  /// The same for the same things: so that nothing is carried out that nobody looked at.
  String mark() {
    return count
        + "-"
        + Integer.toHexString(targets.stream().map(Target::id).sorted().toList().hashCode());
  }
}
