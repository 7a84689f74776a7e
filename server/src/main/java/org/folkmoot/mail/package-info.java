/// Mail: letters by e-mail, from the moment somebody writes one until it has left.
///
/// Words: a **letter** is one message to one address; the **post** takes letters out of the house;
/// the **outbox** holds what has not left. Where no mail server is named, letters stay in the
/// outbox and whoever looks after the portal hands them over.
///
/// Invariants: a letter is written down, encrypted, before anybody is told that it is on its way;
/// it is sent at least once and deleted once it was; what is good for some minutes only is deleted
/// after them; no address and no text is ever in a log.
@NullMarked
package org.folkmoot.mail;

import org.jspecify.annotations.NullMarked;
