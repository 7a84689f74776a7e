/// Texts: people text a keyword, or simply a sentence, to a number and are led through a few
/// questions by text.
///
/// Words: a **line** is what one consultation set up to be texted (keyword, number, questions); a
/// **phone** is one telephone, known by a keyed hash of its number; a **conversation** is one phone
/// with one line, named `SMS-0147` for staff; the **gateway** is the company that carries texts;
/// the **switchboard** finds the line a text is for.
///
/// Invariants: a telephone number stands nowhere but in the contact vault, and there only while a
/// conversation is under way or the person asked to be told; the same message told twice is one
/// contribution and gets the same answer; a phone that said STOP gets no text from any of our
/// numbers but the answer to one it sends itself; words that may mean danger are looked for before
/// anything else and answered at once; what a text makes is in the record before it is answered.
@NullMarked
package org.folkmoot.texting;

import org.jspecify.annotations.NullMarked;
