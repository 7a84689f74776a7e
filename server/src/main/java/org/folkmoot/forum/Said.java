package org.folkmoot.forum;

import org.folkmoot.record.Added;

/// What became of something said in a session.
public sealed interface Said {

  /// Everybody has it.
  ///
  /// @param seq its place in the session's log
  record Shown(Added.Kept added, long seq) implements Said {}

  /// It is in the record and waits: no host is present, or its sender is under 18.
  record Waiting(Added.Kept added) implements Said {}

  /// It was set apart for the safeguarding lead; its sender must be told kindly where to turn to.
  record Held(Added.Held added) implements Said {}

  /// The session does not hear anybody now; nothing was kept.
  record NotOpen() implements Said {}

  /// Nothing was said, or too much at once; nothing was kept.
  record Unfit() implements Said {}
}
