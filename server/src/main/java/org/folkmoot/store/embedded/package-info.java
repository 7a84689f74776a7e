/// The database for places that have no MongoDB of their own: a server in this process that speaks
/// MongoDB's wire protocol on a loopback port, over files kept by RocksDB.
///
/// The protocol, the query matcher, the update operators and the aggregation stages are
/// mongo-java-server's; the collections and indexes below them are ours, because its own lose
/// acknowledged writes or never look into an index.
///
/// Words: a **position** is a document's number in its collection, given once and in order; an
/// **entry** is one key of an index with the position it points to; **changes** are puts and
/// deletes that happen together or not at all.
///
/// Layout in RocksDB, all numbers big-endian:
///
/// | key | value |
/// |---|---|
/// | `d`, collection id (4), position (8) | the document in BSON |
/// | `i`, index id (4), field values ([KeyBytes]), position (8) | empty |
/// | `c`, database `.` collection | collection id |
/// | `x`, collection id (4), index name | index id, and 1 if some document has several entries |
///
/// Invariants: a document and its index entries change in one batch. Whoever is told of a write, be
/// it by a reply to a read, finds it again after any crash of the process: every reply waits until
/// the log on disk holds all it could have seen.
@NullMarked
package org.folkmoot.store.embedded;

import org.jspecify.annotations.NullMarked;
