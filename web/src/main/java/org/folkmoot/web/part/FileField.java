package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// A file to choose. Its form needs `enctype="multipart/form-data"`.
public record FileField(
    String name,
    String label,
    @Nullable String hint,
    String accept,
    @Nullable String error,
    boolean optional) {

  public FileField hint(String text) {
    return new FileField(name, label, text, accept, error, optional);
  }

  public FileField ifYouLike() {
    return new FileField(name, label, hint, accept, error, true);
  }

  public @Nullable String describedBy() {
    return Described.by(name, hint, error);
  }
}
