package org.folkmoot.mail;

/// How letters leave the house. Thread-safe.
public interface Mail {

  /// What came of sending one letter.
  enum Sent {
    SENT,
    /// The server cannot be reached or is busy: try again.
    LATER,
    /// The server will never take this one.
    NEVER
  }

  Sent send(Letter letter);
}
