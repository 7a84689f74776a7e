package org.folkmoot.sms.flow;

import java.util.List;

/// What a person allowed in the closing questions. Unasked or unanswered is no.
///
/// @param mayQuote words may be quoted, without a name
/// @param mayPublish and shown on the website
/// @param textMe the decision is to be told by text
/// @param under18 said to be under 18: never published, whatever else
public record Wishes(boolean mayQuote, boolean mayPublish, boolean textMe, boolean under18) {

  static Wishes of(List<Answer> answers) {
    var under18 = first(answers, "UNDER18");
    return new Wishes(
        first(answers, "USE") && !under18,
        first(answers, "SHOW") && !under18,
        first(answers, "TELL"),
        under18);
  }

  /// The first choice of a closing question is always the one that allows, or says yes.
  private static boolean first(List<Answer> answers, String question) {
    return answers.stream().anyMatch(a -> a.question().equals(question) && a.keys().contains("1"));
  }
}
