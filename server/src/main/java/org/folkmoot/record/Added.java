package org.folkmoot.record;

/// What became of a new contribution. Both are durable when this is returned.
public sealed interface Added {

  String id();

  ReceiptCode receipt();

  long seq();

  /// It waits to be checked.
  ///
  /// @param again it was sent before and is the same contribution
  record Kept(String id, ReceiptCode receipt, long seq, boolean again) implements Added {}

  /// It was set apart for the safeguarding lead; the sender must be answered kindly, at once, with
  /// where to turn to.
  record Held(String id, ReceiptCode receipt, long seq, boolean again) implements Added {}
}
