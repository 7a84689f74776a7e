/// The kit: everything a meeting needs on paper, as one tagged PDF in one language.
///
/// Words: a **sheet** is one kind of page (run sheet, note sheet …); a **version** is the
/// meeting's, printed at the foot of every sheet with the language.
///
/// Invariants: the same version of a meeting gives the same cards and the same bytes; the questions
/// on a card are asked in the same words as on screen; nothing is said by colour.
@NullMarked
package org.folkmoot.kit;

import org.jspecify.annotations.NullMarked;
