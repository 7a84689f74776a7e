/// Statements: short sentences that everybody can agree or disagree with, or be unsure about.
///
/// Words: a **statement** is one thought, from the council (a seed) or from a resident (a
/// **proposal** that was checked and put to the vote); a **vote** is agree, not sure or disagree; a
/// **slip** holds the votes of one participant and is one contribution, of marks.
///
/// Invariants: one participant has at most one slip that is not taken back, and at most one vote
/// per statement, the latest; marks are never counted as people; a resident's statement can be
/// voted on only while its words may be shown to anyone; nobody sees how a statement stands before
/// voting. The marks on slips are the truth, the votes kept beside them are derived and go with the
/// slip.
@NullMarked
package org.folkmoot.statement;

import org.jspecify.annotations.NullMarked;
