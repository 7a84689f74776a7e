/// The desk: where staff read the record, check it and group it.
///
/// Words: to **check** is to let a contribution be read as far as its consent goes; to **decline**
/// is not to show it, with a reason that its sender is told; a **theme** is what several
/// contributions are about, and what an answer is given to; **held** is set apart for the
/// safeguarding lead.
///
/// Invariants: every act is in the ledger with who and when; nobody but the safeguarding lead sees
/// a held contribution or how many there are; the original text is never edited here.
@NullMarked
package org.folkmoot.desk;

import org.jspecify.annotations.NullMarked;
