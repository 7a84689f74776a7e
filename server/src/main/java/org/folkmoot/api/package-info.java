/// The portal for machines: JSON under `/api/v1`, with a bearer token, described by
/// `/api/v1/openapi.json`.
///
/// Words: names in JSON are those of the record; a theme is a `code`; `status` shows the furthest a
/// contribution has come: one that is checked reads `PUBLISHED` if anyone may read it, else `CODED`
/// if it is under a theme.
///
/// Invariants: nothing is read here but as far as the caller may see, nothing is kept here that the
/// pages would not keep; a field or parameter that is not known is refused by name; the same act
/// sent again is answered again and done once.
@NullMarked
package org.folkmoot.api;

import org.jspecify.annotations.NullMarked;
