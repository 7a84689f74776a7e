package org.folkmoot.mail;

import java.time.Instant;
import java.util.Optional;

/// One message in plain text to one address.
///
/// @param id the same id again is the same letter
/// @param to an e-mail address, in one line
/// @param subject in one line
/// @param until when it stops being worth sending; empty for never
public record Letter(String id, String to, String subject, String text, Optional<Instant> until) {

  public Letter {
    // Who can end a line can write headers.
    if (hasLineEnd(to) || hasLineEnd(subject)) {
      throw new IllegalArgumentException("a line end in an address or a subject");
    }
  }

  /// True if this can be an e-mail address: one `@`, something round it, no spaces. Whether anybody
  /// reads it, only a letter shows.
  public static boolean isAddress(String typed) {
    return typed.length() <= 254
        && typed.matches(
            "[^\\s@<>\",;:()\\[\\]\\\\\\p{Cntrl}]+@[^\\s@<>\",;:()\\[\\]\\\\\\p{Cntrl}]+\\.[^\\s@<>\",;:()\\[\\]\\\\\\p{Cntrl}]+");
  }

  private static boolean hasLineEnd(String text) {
    return text.chars().anyMatch(c -> c == '\r' || c == '\n');
  }

  /// Never the address or the text: this may reach a log.
  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
