package org.folkmoot.web;

/// A text was asked for that no bundle has, or without a value that its wording needs. Always our
/// mistake, never a reader's.
public final class MissingWordException extends RuntimeException {
  MissingWordException(String key, String language, String why) {
    super("words/" + language + ": " + key + " " + why);
  }
}
