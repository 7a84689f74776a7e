package org.folkmoot.record;

import java.util.Locale;

/// Where a contribution stands. Being grouped under a theme and being public are facts of their
/// own, not states.
public enum Status {
  RECEIVED,
  HELD,
  CLEARED,
  REFUSED,
  WITHDRAWN,
  ERASED;

  public boolean isGone() {
    return this == WITHDRAWN || this == ERASED;
  }

  public String wordKey() {
    return "record.status." + name().toLowerCase(Locale.ROOT);
  }
}
