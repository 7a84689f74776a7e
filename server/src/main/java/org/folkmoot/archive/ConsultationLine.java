package org.folkmoot.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.consultation.Consultation;

/// A question in a header, by the names of the API.
final class ConsultationLine {

  private ConsultationLine() {}

  static Map<String, Object> of(Consultation c) {
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

  /// The same as a draft of this portal.
  ///
  /// @throws RuntimeException if a field is missing or wrong
  static Consultation draft(String slug, JsonNode json) {
    List<Consultation.Option> options = new ArrayList<>();
    json.path("options")
        .forEach(text ->
            options.add(new Consultation.Option("option-" + (options.size() + 1), text.asText())));
    Set<Consultation.Way> ways = new HashSet<>();
    json.path("ways").forEach(way -> ways.add(Consultation.Way.valueOf(way.asText())));
    return new Consultation(
        slug,
        "",
        json.path("title").asText(),
        json.path("question").asText(),
        json.path("about").asText(),
        Consultation.Chosen.valueOf(json.path("chosen").asText()),
        options,
        json.path("fixed").asText(),
        json.path("canChange").asText(),
        Consultation.Promise.valueOf(json.path("promise").asText()),
        LocalDate.parse(json.path("opensOn").asText()),
        LocalDate.parse(json.path("closesOn").asText()),
        json.path("decidedBy").asText(),
        LocalDate.parse(json.path("decidesOn").asText()),
        ways,
        texts(json.path("areas")),
        texts(json.path("languages")),
        Consultation.State.DRAFT);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
