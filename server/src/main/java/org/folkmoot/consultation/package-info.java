/// The question: what is asked, what can change, what is promised, until when, by which ways in.
///
/// Words: a **consultation** is one bounded exercise; its **promise** is what the council commits
/// to do with what it hears (five levels; informing alone is not participation); a **way in** is a
/// door that the officer ticked.
///
/// Invariants: a consultation whose answer has been chosen, or whose promise is to inform, never
/// opens for input; only an open one, within its dates, hears anybody.
@NullMarked
package org.folkmoot.consultation;

import org.jspecify.annotations.NullMarked;
