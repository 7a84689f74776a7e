package org.folkmoot.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.consultation.Consultation;

/// A question in a header, by the names of the API.
final class ConsultationLine {

  private ConsultationLine() {}

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
