package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// A number with its unit, and the way to the voices under it.
///
/// @param number as written, or the words that stand for a number too small to show
/// @param unit what is counted: people, things said, mentions or marks, never a mixture
/// @param href the list of what was counted; null where none may be opened
/// @param note what the number does not say ("2 may not be shown", "1 taken back"), or null
public record Figure(String number, String unit, @Nullable String href, @Nullable String note) {}
