package org.folkmoot.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// What the bytes of one request must hash to, as the header `Upload-Checksum` says it.
///
/// @param algorithm as Java calls it
record Checksum(String algorithm, byte[] value) {

  /// As they are told to clients, and as Java calls them.
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "SHA-1", "sha256", "SHA-256");

  /// The value of `Tus-Checksum-Algorithm`.
  static final String KNOWN = "sha1,sha256";

  /// @param header `sha1 BASE64`
  /// @return empty if the header cannot be read, or names what we do not know
  static Optional<Checksum> read(String header) {
    var parts = header.split(" ", -1);
    var algorithm = parts.length == 2 ? ALGORITHMS.get(parts[0]) : null;
    if (algorithm == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Checksum(algorithm, Base64.getDecoder().decode(parts[1])));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  boolean fits(MessageDigest read) {
    return MessageDigest.isEqual(read.digest(), value);
  }
}
