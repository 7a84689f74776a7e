package org.folkmoot.calling;

import java.util.List;
import java.util.Map;
import org.folkmoot.sms.voice.CallWords;

/// What one consultation set up to be called. Its id is the consultation's slug.
///
/// @param number where people call: E.164
/// @param question as it is read aloud, by language; a language without it is not spoken
/// @param on whether calls are taken
public record PhoneLine(
    String consultation, String number, Map<String, String> question, boolean on) {

  public PhoneLine {
    question = Map.copyOf(question);
  }

  /// In the order in which they are offered.
  public List<String> languages() {
    return CallWords.LANGUAGES.stream().filter(question::containsKey).toList();
  }
}
