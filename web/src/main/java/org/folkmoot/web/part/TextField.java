package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// One line of text to fill in.
///
/// @param type `text`, `email`, `tel`, `date`, `datetime-local`, `url` or `password`
/// @param autocomplete purpose as in HTML (`email`, `tel`, `name`, `one-time-code`), so that a
///   browser can fill it
/// @param inputmode keyboard to show: `numeric`, `tel`
/// @param optional said beside the label; whatever is not optional is needed
/// @param maxLength most characters
public record TextField(
    String name,
    String label,
    @Nullable String hint,
    String value,
    @Nullable String error,
    String type,
    @Nullable String autocomplete,
    @Nullable String inputmode,
    boolean optional,
    @Nullable Integer maxLength) {

  public TextField hint(String text) {
    return new TextField(
        name, label, text, value, error, type, autocomplete, inputmode, optional, maxLength);
  }

  /// The same with a value to start from, kept only where nothing has been sent yet.
  public TextField orElse(String start) {
    String shown = value.isEmpty() ? start : value;
    return new TextField(
        name, label, hint, shown, error, type, autocomplete, inputmode, optional, maxLength);
  }

  public TextField of(String htmlType) {
    return new TextField(
        name, label, hint, value, error, htmlType, autocomplete, inputmode, optional, maxLength);
  }

  public TextField filledBy(String purpose) {
    return new TextField(
        name, label, hint, value, error, type, purpose, inputmode, optional, maxLength);
  }

  public TextField keyboard(String mode) {
    return new TextField(
        name, label, hint, value, error, type, autocomplete, mode, optional, maxLength);
  }

  public TextField ifYouLike() {
    return new TextField(
        name, label, hint, value, error, type, autocomplete, inputmode, true, maxLength);
  }

  public TextField atMost(int characters) {
    return new TextField(
        name, label, hint, value, error, type, autocomplete, inputmode, optional, characters);
  }

  /// Ids of what describes the field, for `aria-describedby`; null if nothing does.
  public @Nullable String describedBy() {
    return Described.by(name, hint, error);
  }
}
