/// What a person may ask of those who keep something about them: what is it, give it to me, delete
/// it.
///
/// Words: a **request** is one person's; a **trace** is one thing kept about them; a request is
/// **approved** by two people before anything is deleted.
///
/// Invariants: no number or address is kept with a request, only its keyed reference; whoever opens
/// a request, hands its export over or approves it stands in the portal's log; deleting can be
/// repeated and finds nothing the second time.
@NullMarked
package org.folkmoot.rights;

import org.jspecify.annotations.NullMarked;
