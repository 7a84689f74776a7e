/// The append-only log of every act on the record, as a Merkle tree that anybody can check.
///
/// Words: a **log** is one consultation's (or the staff's, or an initiative's); an **entry** is
/// readable and stays in the database under the record's access rules; its **leaf** is the 32 bytes
/// that the world sees of it; a **tile** is 256 neighbouring hashes of the tree; a **checkpoint**
/// is a signed note of how long the log is and what its root is.
///
/// Invariants: a leaf reveals nothing; no checkpoint is signed that contradicts one signed before;
/// a checkpoint covers every entry a second or two after it is made.
///
/// Hashes: RFC 6962 section 2.1. Files for the world: C2SP tlog-tiles, tlog-checkpoint, signed-note
/// and tlog-proof. Knows the store and nothing else of ours.
@NullMarked
package org.folkmoot.ledger;

import org.jspecify.annotations.NullMarked;
