package org.folkmoot.story;

import org.folkmoot.record.Added;

/// What became of a story or a letter that was sent.
public sealed interface Told {

  /// It is in the record, to be checked or held.
  record Kept(Added added) implements Told {}

  /// The consultation does not hear people this way, or not now; nothing was stored.
  record Closed() implements Told {}

  /// No words and nothing to look at or listen to.
  record NothingSaid() implements Told {}

  /// The document has no text in it: most likely a scan.
  record NoWordsInDocument() implements Told {}

  /// More than [org.folkmoot.record.NewContribution#MAX_TEXT] characters, the document's included.
  record TooLong() implements Told {}

  /// The file was swept or is somebody else's: it has to be chosen again.
  record FileGone() implements Told {}
}
