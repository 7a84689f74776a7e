package org.folkmoot.web.initiative;

import org.jspecify.annotations.Nullable;

/// One thing an initiative goes by and how it stands, with `initiative/item.mustache`.
///
/// @param number "4.3", or null
/// @param good it is done, or holds
/// @param minded it presses
/// @param itemNote in the officer's own words; null for none
/// @param itemEvidence "2 things people said", or null
/// @param claim said where nothing is shown for it; null else
public record ItemLine(
    String anchor,
    @Nullable String number,
    String what,
    String itemHref,
    String standing,
    boolean good,
    boolean minded,
    @Nullable String itemNote,
    @Nullable String itemEvidence,
    @Nullable String claim) {}
