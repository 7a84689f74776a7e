package org.folkmoot.web.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Radio buttons or checkboxes under one heading.
public record Choices(
    String name,
    String legend,
    @Nullable String hint,
    List<Choice> choices,
    @Nullable String error,
    boolean optional) {
  public Choices {
    choices = List.copyOf(choices);
  }

  /// What can be chosen.
  ///
  /// @param note a line below the label, or null
  public record Option(String value, String label, @Nullable String note) {
    public Option(String value, String label) {
      this(value, label, null);
    }
  }

  /// One of the group, as it stands on the page.
  ///
  /// @param type `radio` or `checkbox`
  public record Choice(
      String id,
      String group,
      String type,
      String value,
      String label,
      @Nullable String note,
      boolean checked) {}

  public Choices hint(String text) {
    return new Choices(name, legend, text, choices, error, optional);
  }

  public Choices ifYouLike() {
    return new Choices(name, legend, hint, choices, error, true);
  }

  public @Nullable String describedBy() {
    return Described.by(name, hint, error);
  }
}
