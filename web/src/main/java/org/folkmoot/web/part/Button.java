package org.folkmoot.web.part;

import org.jspecify.annotations.Nullable;

/// Sends the form it stands in.
///
/// @param name sent with its value when a form has several buttons; null where it has one
public record Button(
    String label, @Nullable String name, @Nullable String value, boolean quiet, boolean grave) {

  /// The one act of a page.
  public static Button main(String label) {
    return new Button(label, null, null, false, false);
  }

  /// An act beside the main one.
  public static Button quiet(String label) {
    return new Button(label, null, null, true, false);
  }

  /// An act that takes something away.
  public static Button grave(String label) {
    return new Button(label, null, null, false, true);
  }

  public Button sending(String fieldName, String fieldValue) {
    return new Button(label, fieldName, fieldValue, quiet, grave);
  }
}
