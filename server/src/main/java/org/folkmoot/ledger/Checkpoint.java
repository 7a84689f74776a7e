package org.folkmoot.ledger;

import java.time.Instant;
import java.util.Base64;

/// How long a log is and what its root is, signed.
///
/// @param origin the log's name for the world
/// @param root of the first `size` entries
/// @param note the whole signed text, in the format of C2SP tlog-checkpoint
public record Checkpoint(String origin, long size, byte[] root, Instant at, String note) {

  /// What is signed.
  static String text(String origin, long size, byte[] root) {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }
}
