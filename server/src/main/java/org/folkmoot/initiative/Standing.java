package org.folkmoot.initiative;

import java.util.Locale;

/// How an item stands, as an officer says it does.
public enum Standing {
  TO_DO,
  DOING,
  DONE,
  NOT_NEEDED,
  QUIET,
  WATCHED,
  PRESSING,
  NOT_YET,
  SOME,
  MOST,
  ALL,
  VACANT,
  HELD,
  THERE,
  GONE;

  public String wordKey() {
    return "initiative.standing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// True where something has to be shown for it, or said.
  public boolean needsEvidence() {
    return this == DONE || this == ALL;
  }
}
