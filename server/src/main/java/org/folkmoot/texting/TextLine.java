package org.folkmoot.texting;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.sms.flow.Flow;
import org.folkmoot.sms.flow.Flows;

/// What one consultation set up to be texted. Its id is the consultation's slug.
///
/// @param keyword what people text first
/// @param number where they text it to: E.164 or a short code
/// @param question what the one question says, by language; unused with another script
/// @param names what stands for `{council}`, `{phone}` and so on in the texts, by language
public record TextLine(
    String consultation,
    String keyword,
    String number,
    Script script,
    Map<String, String> question,
    Map<String, Map<String, String>> names) {

  /// Which questions are asked.
  public enum Script {
    /// The consultation's question, answered in own words, and the closing questions.
    ONE_QUESTION,
    /// The sample conversation of five questions about getting around in the evening.
    AFTER_SIX
  }

  public TextLine {
    question = Map.copyOf(question);
    names = Map.copyOf(names);
  }

  /// The conversation that people who text this line are led through.
  public Flow flow() {
    return switch (script) {
      case ONE_QUESTION -> Flows.withOneQuestion(consultation, keyword, question, true, names);
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
