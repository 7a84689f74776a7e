package org.folkmoot.record;

import java.util.Optional;

/// Lets something be read before anybody has looked at it; the moderation room knows.
@FunctionalInterface
public interface ClearingRule {

  /// The name of the rule by which it may be read at once; none if it waits. Asked before anybody
  /// is told that it came in.
  Optional<String> clears(Contribution contribution);
}
