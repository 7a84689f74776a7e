/// THE RECORD: everything that was said, by whatever door, and what was done with it.
///
/// Words: a **contribution** is the smallest input that can be attributed; a **receipt** is its
/// code; a **mark** is a tick, dot or vote, never a person; a **scope** is a use that the
/// contributor allowed; **held** means set apart for the safeguarding lead; a **tombstone** is what
/// stays of something taken back; the **ledger** is the log of all acts.
///
/// Invariants: nothing is acknowledged or shown before it is durable and in the ledger; the
/// original text is never edited; who may read what is decided here, where data is read, and
/// nowhere else; people, contributions, mentions and marks are four units that are never added
/// together. This room imports no other room; others hook in through [Lineage] and [Outcomes].
@NullMarked
package org.folkmoot.record;

import org.jspecify.annotations.NullMarked;
