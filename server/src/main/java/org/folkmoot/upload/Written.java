package org.folkmoot.upload;

/// What became of one request's bytes.
sealed interface Written {

  /// All are durable.
  ///
  /// @param arrived how much of the upload is there now, in bytes
  record Kept(long arrived) implements Written {}

  /// They do not begin where the upload ends, or another request wrote there meanwhile.
  record Elsewhere() implements Written {}

  /// They are not what their checksum says; none were kept.
  record Damaged() implements Written {}

  /// There are more than the upload has.
  record TooMuch() implements Written {}
}
