package org.folkmoot.web.initiative;

import org.jspecify.annotations.Nullable;

/// One line of the log, with `initiative/log-line.mustache`.
///
/// @param doneBy who did it, for staff alone; null for everybody else
public record LogLine(
    String iso, String doneOn, String done, @Nullable String doneWhy, @Nullable String doneBy) {}
