package org.folkmoot.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hash over what passes by. Used by one thread.
final class Sha256 {

  private final MessageDigest digest;

  Sha256() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  void update(byte[] bytes) {
    digest.update(bytes);
  }

  /// The hash, once.
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
