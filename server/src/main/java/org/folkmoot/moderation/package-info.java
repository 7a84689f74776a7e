/// Moderation: whether what people said is shown, by which rules, how quickly, and what can be said
/// to it.
///
/// Words: a **reason** is why something is not shown, out of a table that says to the sender in
/// plain words what it is and what can be changed; a **mode** is when somebody looks: before
/// anything is shown, after, or before unless the sender is known; an **appeal** is the sender's
/// wish, once, that somebody else looks again; a **claim** tells colleagues who is looking at
/// something just now.
///
/// Invariants: nobody edits what somebody said; every decision has a reason, is in the log, and is
/// made at a version of the contribution, so that two people never decide the same unseen; who
/// refused something does not answer its appeal, unless nobody else works there; what is held is in
/// no list and no count here.
@NullMarked
package org.folkmoot.moderation;

import org.jspecify.annotations.NullMarked;
