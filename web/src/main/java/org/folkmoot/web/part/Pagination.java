package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// The way through a long list.
///
/// @param where "41 to 60 of 212", or null where the end is not known
public record Pagination(
    @Nullable String previousHref, @Nullable String nextHref, @Nullable String where) {}
