/// A citizens' jury: people drawn by lot so that they look like the town, who hear evidence, talk
/// it through and recommend.
///
/// Words: the **pool** are those who said they could come; a **quota** is the least and the most
/// people of one value of a feature; the **panel** are those drawn; the **remit** is the jury's
/// question; a recommendation with too little support is kept as a **minority statement**.
///
/// Invariants: no panel is drawn that breaks a quota or takes two people of one household; names
/// are sealed and only who runs the lottery reads them; what jurors decided is never edited, and
/// support is counted, never named.
@NullMarked
package org.folkmoot.jury;

import org.jspecify.annotations.NullMarked;
