/// Data in and out: the record in files that outlive the portal, and copies of the whole portal.
///
/// Words: an **edition** says for whom a file was written (`public`, one reader's, or `full`, the
/// controller's); a **card** says what a public edition is of, how many spoke and what was left
/// out; a **backup** is a whole portal in one file, media included; **restoring** puts it into an
/// empty store.
///
/// Invariants: whatever is written for somebody comes from [org.folkmoot.record.RecordReading] as
/// that reader, or is the full edition, which is never sent anywhere; everything is streamed;
/// nothing is brought in by halves; the master key is in no file; what was erased since a backup is
/// erased again when it is restored.
@NullMarked
package org.folkmoot.archive;

import org.jspecify.annotations.NullMarked;
