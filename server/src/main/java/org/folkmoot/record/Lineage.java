package org.folkmoot.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something derived from contributions that must follow when one is taken back: files, live
/// history, messages, quotes. Rooms register theirs where the rooms are wired. Every method must be
/// repeatable: after a crash it is called again.
public interface Lineage {

  /// One thing made from a contribution, as staff are told of it.
  ///
  /// @param wordKey what it is, in the bundle of words
  /// @param at when it was made, `{date}` in those words; null where they say no day
  /// @param href where it is seen
  record Derived(String wordKey, @Nullable Instant at, String href) {
    public Derived(String wordKey, String href) {
      this(wordKey, null, href);
    }
  }

  /// What was made from it here and still stands.
  default List<Derived> from(Contribution contribution) {
    return List.of();
  }

  /// Shows nothing of it any more. What only the contribution itself can show needs nothing here.
  void forget(Contribution contribution);

  /// Deletes what was kept of it for the days in which its contributor may think again. Called once
  /// it is sure, after [#forget].
  default void erase(Contribution contribution) {}

  /// Deletes these files of one that itself stays. By then it names them no more.
  default void eraseFiles(Contribution contribution, List<String> files) {}

  /// Its contributor has put it back; what can be shown again is.
  default void giveBack(Contribution contribution) {}

  /// For what is kept of it until it is sure.
  static Lineage erasing(Lineage erase) {
    return new Lineage() {
      @Override
      public void forget(Contribution contribution) {}

      @Override
      public void erase(Contribution contribution) {
        erase.forget(contribution);
      }
    };
  }
}
