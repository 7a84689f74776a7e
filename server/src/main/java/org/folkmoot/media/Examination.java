package org.folkmoot.media;

/// What the examiner found in a file.
public sealed interface Examination {

  /// We know what it is and its safe copy has been written.
  ///
  /// @param originalType the type found by content, one of [MediaKind#types]
  /// @param contentType the type of the safe copy
  /// @param text the text of a document or of captions, paragraphs parted by an empty line; empty
  ///   for everything else, and for a document without text such as a scan
  /// @param textCut whether the text was longer than the limit
  record Examined(
      MediaKind kind, String originalType, String contentType, String text, boolean textCut)
      implements Examination {}

  /// We do not take such files, or not here.
  record Refused(MediaReason reason) implements Examination {}

  /// We take such files but could not read this one.
  ///
  /// @param cause for the log: what was thrown and where, never words from the file
  record Unreadable(MediaReason reason, String cause) implements Examination {}
}
