package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// One thing to tick, sent as `yes`.
public record Checkbox(
    String name, String label, @Nullable String hint, boolean checked, @Nullable String error) {

  public Checkbox hint(String text) {
    return new Checkbox(name, label, text, checked, error);
  }

  public @Nullable String describedBy() {
    return Described.by(name, hint, error);
  }
}
