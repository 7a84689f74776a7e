package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// Which of a field's hint and error there are, as `aria-describedby` wants it.
final class Described {
  private Described() {}

  static @Nullable String by(String name, @Nullable String hint, @Nullable String error) {
    if (hint == null && error == null) {
      return null;
    }
    String ids = (hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error");
    return ids.strip();
  }
}
