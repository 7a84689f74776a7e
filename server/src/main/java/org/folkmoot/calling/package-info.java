/// Calls: people ring a number, hear the question in their language, answer with keys and in their
/// own voice, and ring again to hear what became of it.
///
/// Words: a **phone line** is what one consultation set up to be called (number, languages, the
/// question as it is read aloud); a **call** is one conversation on it; a **caller** is known by a
/// keyed hash of their number, the same as for texts, or not at all where it is withheld; a
/// **recording** is what a caller said, until it is with its contribution and gone at the company
/// that carries calls; a **call-back** is somebody's wish to talk to a person.
///
/// Invariants: what was answered is durable before the next words are heard, and a webhook told
/// again gets the same answer; who hangs up midway loses nothing they answered or said; a number
/// stands nowhere but in the contact vault, and there only for a call-back; what somebody said
/// waits for a person to listen to it, is read by nobody before, and is allowed only what a key
/// allowed; digits that stand for nothing are counted by caller and, from withheld numbers, in
/// total.
@NullMarked
package org.folkmoot.calling;

import org.jspecify.annotations.NullMarked;
