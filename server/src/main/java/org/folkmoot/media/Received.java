package org.folkmoot.media;

/// What became of an upload.
public sealed interface Received {

  /// Stored, and the safe copy can be opened.
  record Taken(MediaRef media) implements Received {}

  /// Nothing was kept; the words for the sender stand under the reason's key.
  record NotTaken(MediaReason reason) implements Received {}
}
