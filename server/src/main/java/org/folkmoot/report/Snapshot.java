package org.folkmoot.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The record as it stood at one place in the ledger.
///
/// @param seq of the ledger entry that froze it; everything up to it is counted
/// @param hash SHA-256 over all figures and what is under them, in hexadecimal
/// @param notHeard who is hardly among those who took part
/// @param gone contributions under its figures that were taken back since
public record Snapshot(
    String id,
    String consultation,
    long seq,
    Instant at,
    String by,
    String hash,
    NotHeard notHeard,
    Set<String> gone) {

  public Snapshot {
    gone = Set.copyOf(gone);
  }

  /// Whom we have hardly heard, from the optional answers and the ways in. Each list holds only
  /// what has fewer than [org.folkmoot.record.SmallNumbers#FEWEST]; how many exactly is not kept.
  ///
  /// @param areasKnown whether enough people answered at all for the list to say anything;
  ///   `agesKnown` likewise
  /// @param ages ids of the age bands
  /// @param ways names of the ways in that were open and that nobody used
  public record NotHeard(
      boolean areasKnown,
      List<String> areas,
      boolean agesKnown,
      List<String> ages,
      List<String> ways) {
    public NotHeard {
      areas = List.copyOf(areas);
      ages = List.copyOf(ages);
      ways = List.copyOf(ways);
    }
  }
}
