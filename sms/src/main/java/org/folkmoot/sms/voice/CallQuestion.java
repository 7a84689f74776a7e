package org.folkmoot.sms.voice;

import java.util.List;
import java.util.Map;

/// A question that is answered with one key.
///
/// @param id as in the questions that are asked by text
/// @param ask what is asked, by language
public record CallQuestion(String id, Map<String, String> ask, List<Choice> choices) {

  /// @param key pressed on the telephone, `1` to `9`
  /// @param means the same answer as it is given by text: `1`, `A`
  /// @param label by language
  public record Choice(String key, String means, Map<String, String> label) {
    public Choice {
      label = Map.copyOf(label);
      if (!key.matches("[1-9]")) {
        throw new IllegalArgumentException("a choice has one of the keys 1 to 9");
      }
    }
  }

  public CallQuestion {
    ask = Map.copyOf(ask);
    choices = List.copyOf(choices);
  }

  boolean has(String key) {
    return choices.stream().anyMatch(c -> c.key().equals(key));
  }
}
