package org.folkmoot.forum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Visitor;
import org.folkmoot.record.Consent;

/// What machines send to sessions and get from them; whatever does not fit is a problem that says
/// why.
final class ForumJson {

  private ForumJson() {}

  static Session.State state(JsonNode body) {
    String word = text(body, "state", 20);
    for (Session.State state : Session.State.values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    throw invalid("state must be planned, open, paused, closed or archived.");
  }

  static Consent consent(JsonNode given, Ask ask) {
    JsonNode s = given.path("scopes");
    Set<String> known = Set.of("quoted", "named", "published", "media", "contact", "keep");
    s.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name) || !s.get(name).isBoolean()) {
            throw invalid("consent.scopes." + name + " is not known or not true or false.");
          }
        });
    boolean quoted = s.path("quoted").asBoolean(false);
    if (s.path("named").asBoolean(false) && !quoted) {
      throw invalid("named needs quoted.");
    }
    return new Consent(
        Consent.CURRENT_WORDING,
        ask.words().language(),
        Consent.Given.SCREEN,
        "",
        new Consent.Scopes(
            quoted, false, s.path("published").asBoolean(false), false, false, false),
        "");
  }

  static JsonNode body(Ask ask, Set<String> known) {
    JsonNode body = ask.body().length == 0 ? JsonNodeFactory.instance.objectNode() : ask.json();
    if (!body.isObject()) {
      throw invalid("The body must be a JSON object.");
    }
    body.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw invalid(name + " is not known here.");
          }
        });
    return body;
  }

  static String text(JsonNode body, String field, int most) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() || value.textValue().length() > most) {
      throw invalid(field + " must be a text of at most " + most + " characters.");
    }
    return value.textValue().strip();
  }

  static String required(JsonNode body, String field, int most) {
    String value = text(body, field, most);
    if (value.isEmpty()) {
      throw invalid(field + " is needed.");
    }
    return value;
  }

  /// @param last the number of what happened last in it
  static Map<String, Object> session(Session s, long last, Visitor reader) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", s.id());
    body.put("consultation", s.consultation());
    body.put("title", s.title());
    body.put("question", s.question());
    body.put("state", s.state().word());
    body.put("startsAt", s.startsAt().toString());
    body.put("agenda", s.agenda());
    body.put("seq", last);
    if (reader.is(LiveDoor.HOSTS)) {
      body.put("joinCode", s.joinCode());
    }
    return body;
  }

  static ProblemException invalid(String detail) {
    return new ProblemException(new Problem.Invalid(detail));
  }
}
