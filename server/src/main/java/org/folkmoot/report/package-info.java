/// THE REPORT: the figures of a consultation, the record as it stood on a day, what the report says
/// around the figures, what was decided, and the answer to each theme.
///
/// Words: a **figure** is a number with a unit and the contributions under it; a **snapshot** is
/// the record frozen at a place in the ledger, with all its figures; a **finding** is the officer's
/// sentence beside figures; an **answer** is "you said, we did, why not" for one theme or
/// recommendation; the **outbox** holds the messages to those who asked to be told.
///
/// Invariants: people, things said and marks are never added together and every figure says its
/// unit; for every reader shown + counted but not shown + taken back since = the figure; a figure
/// below [org.folkmoot.record.SmallNumbers#FEWEST] is not told to the public and opens no list;
/// whatever can be taken back is looked up when it is read and never frozen as text; nothing of a
/// decision is seen while people are still being heard.
@NullMarked
package org.folkmoot.report;

import org.jspecify.annotations.NullMarked;
