package org.folkmoot.web;

/// One page ready to be rendered: a record of JDK types whose components its template names.
///
/// All text in it is ready to be read; templates decide nothing but what to leave out.
public interface Page {
  /// The template below `templates/`, with its extension, for example `panel/answer.mustache`.
  String template();

  /// The page's name in words of the reader's language, for the browser's title bar.
  String title();

  /// Whether the page shows a form that needs another look; the title bar then says so first.
  default boolean hasErrors() {
    return false;
  }
}
