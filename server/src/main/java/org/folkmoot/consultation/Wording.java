package org.folkmoot.consultation;

import java.util.Map;

/// What the council wrote about a question, in one more language. What is empty is shown as it was
/// first written.
///
/// @param options by the id of the option
/// @param decidedBy who decides, as they are called in this language
/// @param plain in plain words, and `easyRead` in short sentences, as in [Consultation.Formats]
public record Wording(
    String title,
    String question,
    String about,
    Map<String, String> options,
    String fixed,
    String canChange,
    String decidedBy,
    String plain,
    String easyRead,
    String signingNote) {

  public Wording {
    options = Map.copyOf(options);
  }

  /// Nothing has been written.
  public static Wording none() {
    return new Wording("", "", "", Map.of(), "", "", "", "", "", "");
  }

  public boolean isEmpty() {
    return equals(none());
  }
}
