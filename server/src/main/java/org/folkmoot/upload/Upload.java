package org.folkmoot.upload;

import java.time.Instant;

/// A file on its way.
///
/// @param id `upl_` and 32 hexadecimal digits that cannot be guessed
/// @param consultation the slug of the consultation it is sent to
/// @param sender keyed hash of the browser or token it comes from
/// @param length of the whole, in bytes
/// @param metadata as the sender wrote it; never believed
/// @param until when it is forgotten if it was not taken in
/// @param media the id of what it became; empty until it was taken in
/// @param gone whether it was ended or has expired
record Upload(
    String id,
    String consultation,
    String sender,
    long length,
    String metadata,
    Instant until,
    String media,
    boolean gone) {

  /// What the sender calls it; may be empty.
  String name() {
    return Metadata.read(metadata).getOrDefault("filename", "");
  }

  boolean isTaken() {
    return !media.isEmpty();
  }
}
