package org.folkmoot.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.consultation.Consultation;

/// A question in the words of the API, for answers and for files.
public final class ConsultationJson {

  private ConsultationJson() {}

  /// What is asked, without its name in addresses and whether it is hearing people now.
  public static Map<String, Object> of(Consultation c) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", c.title());
    json.put("question", c.question());
    json.put("about", c.about());
    json.put("chosen", c.chosen().name());
    json.put("options", c.options().stream().map(Consultation.Option::text).toList());
    json.put("fixed", c.fixed());
    json.put("canChange", c.canChange());
    json.put("promise", c.promise().name());
    json.put("opensOn", c.opensOn().toString());
    json.put("closesOn", c.closesOn().toString());
    json.put("decidedBy", c.decidedBy());
    json.put("decidesOn", c.decidesOn().toString());
    json.put("ways", c.ways().stream().map(Enum::name).sorted().toList());
    json.put("areas", c.areas());
    json.put("languages", c.languages());
    json.put("state", c.state().name());
    return json;
  }
}
