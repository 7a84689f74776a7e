package org.folkmoot.record;

import java.util.List;

/// One answer to one question of a questionnaire or flow.
///
/// @param prompt the question as it was shown, kept because questions change
/// @param choices ids of what was ticked; empty for an open question
/// @param chosen what was ticked, as it was shown
/// @param text open text; empty for ticks alone
public record QuestionAnswer(
    String question, String prompt, List<String> choices, List<String> chosen, String text) {
  public QuestionAnswer {
    choices = List.copyOf(choices);
    chosen = List.copyOf(chosen);
  }
}
