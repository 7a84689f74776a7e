package org.folkmoot.web.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of many, from a list that folds away. For up to about seven, [Choices] is easier to use.
public record Select(
    String name,
    String label,
    @Nullable String hint,
    List<Entry> entries,
    @Nullable String error,
    boolean optional) {
  public Select {
    entries = List.copyOf(entries);
  }

  /// One line of the list.
  public record Entry(String value, String entryLabel, boolean selected) {}

  public Select hint(String text) {
    return new Select(name, label, text, entries, error, optional);
  }

  public Select ifYouLike() {
    return new Select(name, label, hint, entries, error, true);
  }

  public @Nullable String describedBy() {
    return Described.by(name, hint, error);
  }
}
