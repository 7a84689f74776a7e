package org.folkmoot.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hash over what passes by. Used by one thread.
final class Sha256 {

  private final MessageDigest digest = digest();

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// What a digest has come to, once.
  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  void update(byte[] bytes) {
    digest.update(bytes);
  }

  /// The hash, once.
  String hex() {
    return hex(digest);
  }
}
