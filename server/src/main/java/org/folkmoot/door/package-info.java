/// The HTTP platform: what every request passes through before a room sees it.
///
/// Words: an **ask** is one request as a room sees it; an **answer** is what the room returns; a
/// **problem** is an answer that says no, as a page for people and as RFC 9457 for machines; a
/// **route** knows its method, path, access and limit, and the **routes table** is the only list of
/// them. Rooms return answers and never touch the server's response.
///
/// Invariants: nothing is routed that is not in the table; every POST that a browser can send
/// carries a form token; `/api/v1` reads a bearer token and never a cookie; no answer leaves
/// without the security headers. The door knows no room and not the record.
@NullMarked
package org.folkmoot.door;

import org.jspecify.annotations.NullMarked;
