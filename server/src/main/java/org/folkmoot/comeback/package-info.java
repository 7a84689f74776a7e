/// Coming back without a code: whoever left a phone number or an e-mail address, or texted, gets a
/// link or a short code there, and finds everything that is theirs.
///
/// Words: a **link** lies in a letter and works for a day; a **code** of six digits lies in a text
/// and works for a quarter of an hour, then the link takes over.
///
/// Invariants: whoever asks is told the same whether anything is known or not; what is set apart
/// for the safeguarding lead is not listed, because a phone or a mailbox may be read by somebody
/// else in the same home; nothing older than a year opens by a phone number, which may have another
/// owner by then; nothing is kept of who asked but hashes and sealed ids, for a day.
@NullMarked
package org.folkmoot.comeback;

import org.jspecify.annotations.NullMarked;
