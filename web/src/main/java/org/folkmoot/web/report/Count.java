package org.folkmoot.web.report;

import org.jspecify.annotations.Nullable;

/// A number with its unit in words, and the way to the voices under it.
///
/// @param countText "41 people", or "fewer than 5 people"
/// @param figureHref the list of what was counted; null where none may be opened
/// @param countNote "1 taken back since", or null
public record Count(String countText, @Nullable String figureHref, @Nullable String countNote) {}
