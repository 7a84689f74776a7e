/// The MongoDB platform under every room: connection, claims, sequenced logs, blobs, and an
/// embedded server for places that have no MongoDB of their own.
///
/// Words: a **collection** belongs to one room's repository; a **claim** is a document whose `_id`
/// is what must be unique; a **log** is an append-only sequence without gaps; a **blob** is a file.
///
/// Invariants: everything goes through the driver, so the embedded server and a replica set are
/// used by the same code. A write that returned is durable. Nothing here knows any room. No class
/// of the embedded server is used outside this package and the one below it.
@NullMarked
package org.folkmoot.store;

import org.jspecify.annotations.NullMarked;
