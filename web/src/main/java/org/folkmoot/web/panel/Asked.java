package org.folkmoot.web.panel;

import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// One question: either choices or room for own words, the other is null.
public record Asked(@Nullable Choices choose, @Nullable TextArea say) {}
