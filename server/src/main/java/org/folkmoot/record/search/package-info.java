/// The index in which words are looked up and counted: everything here that knows Lucene.
///
/// Words: an **entry** is one contribution as the index knows it; its **open words** are those that
/// whoever may read it reads, its **staff words** also those that were left out for others; a
/// **facet** is something to narrow a list down by, with how many there are of each.
///
/// Invariants: no text is stored, only its words in no order; what is removed leaves the files with
/// the next [WordIndex#purge]; everything here can be thrown away and made again. What may be shown
/// to whom is decided by the record, not here.
@NullMarked
package org.folkmoot.record.search;

import org.jspecify.annotations.NullMarked;
