package org.folkmoot.upload;

import org.folkmoot.media.MediaReason;
import org.folkmoot.media.MediaRef;

/// What became of an upload whose sender says that it is whole.
sealed interface Taking {

  /// It is a file now that waits for whoever keeps it.
  record Taken(MediaRef file) implements Taking {}

  /// We do not take it; it is gone, unless the reason is that we are busy.
  record NotTaken(MediaReason reason) implements Taking {}

  /// Not all of it has arrived.
  record NotThere() implements Taking {}
}
