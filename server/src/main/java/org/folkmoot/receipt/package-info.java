/// What everybody may see of the record: the thank-you page, each contributor's own receipt, and
/// what was said. It stands beside the record and not in it, because the record knows no other
/// room.
///
/// Words: the **code** alone shows what happened to a contribution, lowers how it is used and takes
/// it back; the **words** open on the device that sent them, by the **long link**, or to who types
/// two words that were in the text.
///
/// Invariants: failed look-ups are counted and limited; a receipt shows only acts, never who of the
/// staff did them; nothing here is for search engines but what was said in public.
@NullMarked
package org.folkmoot.receipt;

import org.jspecify.annotations.NullMarked;
