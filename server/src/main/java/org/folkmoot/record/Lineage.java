package org.folkmoot.record;

/// Something derived from contributions that must follow when one is taken back: files, live
/// history, messages, quotes. Rooms register theirs where the rooms are wired. Must be repeatable:
/// after a crash it is called again.
@FunctionalInterface
public interface Lineage {
  void forget(Contribution contribution);
}
