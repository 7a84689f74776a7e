package org.folkmoot.upload;

/// What became of the wish to send a file.
sealed interface Begun {

  /// It can be sent.
  record Begins(Upload upload) implements Begun {}

  /// The consultation takes no files now.
  record Closed() implements Begun {}

  /// Larger than any kind of file may be.
  record TooLarge() implements Begun {}

  /// The sender has as many on their way as one may have.
  record TooMany() implements Begun {}

  /// No room for it now.
  record Full() implements Begun {}
}
