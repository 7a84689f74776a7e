/// Telephone calls, whoever carries them: what a caller hears and which keys lead where.
///
/// Words: a **call** is one conversation by voice; its **script** ([CallScript]) is what it asks; a
/// **prompt** ([Prompt]) is what is said next and what is waited for; the **steps** ([Step]) are
/// the places a call can stand at; the **portal** ([CallPortal]) keeps answers, finds codes and
/// notes call-backs for it.
///
/// Invariants: 0 leads to a person from everywhere; a key that leads nowhere is told at most twice,
/// then the call goes on or offers a person; nothing is asked of who cannot read, write or hear
/// letters apart but to press digits; what is allowed is what was allowed by a key, unanswered is
/// no.
@NullMarked
package org.folkmoot.sms.voice;

import org.jspecify.annotations.NullMarked;
