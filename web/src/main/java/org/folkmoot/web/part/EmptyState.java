package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// Said where a list has nothing yet, with what to do about it.
public record EmptyState(String text, @Nullable String actionLabel, @Nullable String actionHref) {
  public EmptyState(String text) {
    this(text, null, null);
  }
}
