package org.folkmoot.texting;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.Flows;
import org.folkmoot.sms.flow.QuestionSet;

/// What one consultation set up to be texted. Its id is the consultation's slug.
///
/// @param keyword what people text first
/// @param number where they text it to: E.164 or a short code
/// @param question what the one question says, by language; unused with another script
/// @param names what stands for `{council}`, `{phone}` and so on in the texts, by language
/// @param own the file of the questions an officer put together; empty if there are none
public record TextLine(
    String consultation,
    String keyword,
    String number,
    Script script,
    Map<String, String> question,
    Map<String, Map<String, String>> names,
    String own) {

  /// Which questions are asked.
  public enum Script {
    /// The consultation's question, answered in own words, and the closing questions.
    ONE_QUESTION,
    /// The sample conversation of five questions about getting around in the evening.
    AFTER_SIX,
    /// The questions an officer put together.
    OWN
  }

  /// A line without questions of its own.
  public TextLine(
      String consultation,
      String keyword,
      String number,
      Script script,
      Map<String, String> question,
      Map<String, Map<String, String>> names) {
    this(consultation, keyword, number, script, question, names, "");
  }

  public TextLine {
    question = Map.copyOf(question);
    names = Map.copyOf(names);
  }

  /// The questions an officer put together.
  QuestionSet questions() {
    return own.isEmpty() ? QuestionSet.empty() : Flows.questions(own);
  }

  /// The same with these questions.
  TextLine asking(QuestionSet set) {
    String file = set.questions().isEmpty() ? "" : Flows.write(consultation, keyword, set);
    return new TextLine(consultation, keyword, number, script, question, names, file);
  }

  /// The same with another script.
  TextLine with(Script other) {
    return new TextLine(consultation, keyword, number, other, question, names, own);
  }

  /// The conversation that people who text this line are led through.
  public Flow flow() {
    return switch (script) {
      case ONE_QUESTION -> Flows.withOneQuestion(consultation, keyword, question, true, names);
      case OWN -> Flows.of(consultation, keyword, questions(), names);
      case AFTER_SIX -> {
        Flow sample = Flows.afterSix();
        yield new Flow(
            consultation,
            keyword,
            sample.languages(),
            sample.questions(),
            sample.closing(),
            named(sample),
            sample.texts());
      }
    };
  }

  private Map<String, Map<String, String>> named(Flow sample) {
    var all = new HashMap<String, Map<String, String>>();
    for (String language : sample.languages()) {
      var merged = new HashMap<>(sample.names().getOrDefault(language, Map.of()));
      merged.putAll(names.getOrDefault(language, Map.of()));
      all.put(language, Map.copyOf(merged));
    }
    return all;
  }
}
