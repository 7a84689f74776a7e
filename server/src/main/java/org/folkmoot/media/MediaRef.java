package org.folkmoot.media;

import java.time.Instant;

/// A file that was taken in, as the rooms see it.
///
/// @param contentType the type of the safe copy
/// @param bytes the length of the safe copy
/// @param originalName what the sender called it, cleaned for showing; may be empty; says nothing
///   about what it is
/// @param originalType the type of the original, found by content
/// @param text the words of a document or of captions, paragraphs parted by an empty line; else
///   empty, also for a scan
/// @param textCut whether the document had more words than we read
/// @param scan whether the original was looked through for malware
/// @param receivedAt when it arrived
public record MediaRef(
    MediaId id,
    MediaKind kind,
    String contentType,
    long bytes,
    String originalName,
    String originalType,
    String text,
    boolean textCut,
    MalwareScan.Verdict scan,
    Instant receivedAt) {}
