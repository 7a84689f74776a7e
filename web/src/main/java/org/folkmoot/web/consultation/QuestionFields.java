package org.folkmoot.web.consultation;

import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// A question, to be filled in.
///
/// @param plain, easyRead the question in other words; `audio` and `signing` are addresses
/// @param signingNote what is said where there is no film yet
/// @param asked what nobody may change once people have begun to answer; null then
public record QuestionFields(
    TextField title,
    @Nullable Asked asked,
    TextArea about,
    TextArea fixed,
    TextArea canChange,
    Choices promise,
    TextField opensOn,
    TextField closesOn,
    TextField decidedBy,
    TextField decidesOn,
    Choices waysHome,
    Choices waysPerson,
    TextArea areas,
    Choices languages,
    TextArea plain,
    TextArea easyRead,
    TextField audio,
    TextField signing,
    TextArea signingNote) {

  /// The question and what can be answered.
  public record Asked(TextField question, Choices chosen, TextArea options) {}
}
