package org.folkmoot.consultation;

import java.util.Optional;
import org.folkmoot.consultation.Consultation.Formats;

/// The other forms a question can have, in the order of their buttons.
enum Format {
  PLAIN("plain", "consultation.format.plain"),
  EASY("easy", "consultation.format.easy"),
  LISTEN("listen", "consultation.format.audio"),
  SIGNING("signing", "consultation.format.signing");

  private final String path;
  private final String wordKey;

  Format(String path, String wordKey) {
    this.path = path;
    this.wordKey = wordKey;
  }

  /// Last part of the address of its page.
  String path() {
    return path;
  }

  String wordKey() {
    return wordKey;
  }

  /// True if it has a page of its own.
  boolean isIn(Formats given) {
    return switch (this) {
      case PLAIN -> !given.plain().isBlank();
      case EASY -> !given.easyRead().isBlank();
      case LISTEN -> given.recording().isPresent();
      case SIGNING -> !given.signingNote().isBlank();
    };
  }

  /// Where its button leads; empty if there is nothing to see or hear.
  Optional<String> href(Consultation asked) {
    Formats given = asked.formats();
    if (isIn(given)) {
      return Optional.of("/c/" + asked.slug() + "/" + path);
    }
    return switch (this) {
      case LISTEN -> Optional.of(given.audio()).filter(QuestionForm::isAddress);
      case SIGNING -> Optional.of(given.signing()).filter(QuestionForm::isAddress);
      case PLAIN, EASY -> Optional.empty();
    };
  }
}
