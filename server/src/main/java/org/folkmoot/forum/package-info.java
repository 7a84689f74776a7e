/// The live forum: sessions where people talk at one time, and topics they answer when they like.
///
/// Words: a **session** is one live evening; a **participant** has answered the closing questions
/// for it once; a **say** is one thing said there and a contribution like any other; the **floor**
/// is who has a hand up and whose turn it is; a **host** is staff whose page is open; a **topic**
/// is a question with answers that appear once a person has checked them. Session and event log
/// have one name: the session's id.
///
/// Invariants: a say is durable in the record before it is in the session's log, and in the log
/// before anybody is sent it; it is shown at once only while a host is present; the log's numbers
/// have no gap; what is taken back or declined loses its text in the log; sockets only carry events
/// down. Reading goes through [LiveLog], which leaves out what may no longer be shown.
@NullMarked
package org.folkmoot.forum;

import org.jspecify.annotations.NullMarked;
