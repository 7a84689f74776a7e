package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// Several lines of text to fill in.
///
/// @param rows height in lines; it grows with the text where the browser can
/// @param maxLength most characters; a script, where there is one, says how many are left
public record TextArea(
    String name,
    String label,
    @Nullable String hint,
    String value,
    @Nullable String error,
    int rows,
    @Nullable Integer maxLength,
    boolean optional) {

  public TextArea hint(String text) {
    return new TextArea(name, label, text, value, error, rows, maxLength, optional);
  }

  /// The same with a text to start from, kept only where nothing has been sent yet.
  public TextArea orElse(String start) {
    String shown = value.isEmpty() ? start : value;
    return new TextArea(name, label, hint, shown, error, rows, maxLength, optional);
  }

  public TextArea atMost(int characters) {
    return new TextArea(name, label, hint, value, error, rows, characters, optional);
  }

  public TextArea ifYouLike() {
    return new TextArea(name, label, hint, value, error, rows, maxLength, true);
  }

  public @Nullable String describedBy() {
    return Described.by(name, hint, error);
  }
}
