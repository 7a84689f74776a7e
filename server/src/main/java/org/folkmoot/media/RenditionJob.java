package org.folkmoot.media;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.store.BlobId;

/// What is made of a safe copy so that it is quick to show and plays everywhere.
///
/// @param safe the safe copy's blob, which is the job's id: a file sent twice is worked on once
/// @param type content type of the safe copy
/// @param until while it runs, when its lease ends; while it waits, when it is next due
/// @param fence grows by one with each who takes it up; who was overtaken writes nothing more
/// @param seconds how much of a recording is done, while it runs
/// @param made blobs by the name of the rendition
record RenditionJob(
    BlobId safe,
    MediaKind kind,
    String type,
    State state,
    Instant until,
    int fence,
    int tries,
    int seconds,
    Map<String, BlobId> made) {

  /// How far it is; as it is told to staff.
  enum State {
    WAITING,
    RUNNING,
    DONE,
    /// This machine has no ffmpeg; taken up again once there is one.
    ABSENT,
    /// Tried three times.
    FAILED
  }
}
