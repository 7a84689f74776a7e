package org.folkmoot.record;

/// A file of a contribution, by the id of the media room.
///
/// @param kind `PICTURE`, `SOUND`, `VIDEO` or `DOCUMENT`; `CAPTIONS` go with a recording
/// @param description alt text or transcript as the teller gave it; may be empty
/// @param others who else is to be seen or heard in it
public record Media(
    String id, String kind, String contentType, long bytes, String description, Others others) {

  /// What stays of it when its contribution is taken back.
  Media withoutWords() {
    return new Media(id, kind, contentType, bytes, "", Others.notSaid());
  }

  Media with(Others changed) {
    return new Media(id, kind, contentType, bytes, description, changed);
  }

  /// As those outside staff may see it: not who the others are.
  Media forReaders() {
    return with(new Others(others.state(), ""));
  }
}
