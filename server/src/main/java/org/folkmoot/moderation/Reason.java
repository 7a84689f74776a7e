package org.folkmoot.moderation;

import java.util.Map;
import org.folkmoot.web.Words;

/// One line of a consultation's own part of the table of reasons, by language.
///
/// @param id unique within its consultation
/// @param told to the sender why it is not shown
/// @param change told to the sender, what can be changed; empty in a language or altogether where
///   nothing can
record Reason(
    String consultation, String id, Map<String, String> told, Map<String, String> change) {

  static final int LONGEST = 200;

  Reason {
    told = Map.copyOf(told);
    change = Map.copyOf(change);
  }

  String told(Words words) {
    return in(told, words);
  }

  String change(Words words) {
    return in(change, words);
  }

  private static String in(Map<String, String> texts, Words words) {
    return texts.getOrDefault(words.language(), texts.getOrDefault("en", ""));
  }
}
