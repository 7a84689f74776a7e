/// The append-only log of every act on the record.
///
/// Words: a **log** is one consultation's (or the staff's, or an initiative's); an **entry** is
/// readable and stays in the database under the record's access rules; its **leaf** is what stays
/// of it when it is erased. Knows the store and nothing else of ours.
@NullMarked
package org.folkmoot.ledger;

import org.jspecify.annotations.NullMarked;
