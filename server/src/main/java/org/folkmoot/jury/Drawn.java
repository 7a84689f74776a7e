package org.folkmoot.jury;

import java.util.List;

/// What came of a draw.
public sealed interface Drawn {

  /// Ids of the panel, in the order of the pool.
  record Panel(List<String> ids) implements Drawn {
    public Panel {
      ids = List.copyOf(ids);
    }
  }

  /// No panel can meet the quotas.
  ///
  /// @param conflicts what stands against it; empty if each quota alone could be met but not all
  ///   together
  record Infeasible(List<Conflict> conflicts) implements Drawn {
    public Infeasible {
      conflicts = List.copyOf(conflicts);
    }
  }

  /// One reason, with its sentence under `jury.conflict.` and `why`.
  ///
  /// @param why `few` (the pool has fewer than the least), `least` (the least of a feature add up
  ///   to more than the seats), `most` (the most add up to fewer), `pool` (fewer people than seats)
  /// @param what feature, or feature and value
  record Conflict(String why, String what, int wanted, int there) {
    public String wordKey() {
      return "jury.conflict." + why;
    }
  }
}
