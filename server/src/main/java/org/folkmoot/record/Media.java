package org.folkmoot.record;

/// A file of a contribution, by the id of the media room.
///
/// @param kind `PICTURE`, `SOUND`, `VIDEO` or `DOCUMENT`
/// @param description alt text or transcript as the teller gave it; may be empty
public record Media(String id, String kind, String contentType, long bytes, String description) {

  /// What stays of it when its contribution is taken back.
  Media withoutWords() {
    return new Media(id, kind, contentType, bytes, "");
  }
}
