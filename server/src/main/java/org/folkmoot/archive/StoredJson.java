package org.folkmoot.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.folkmoot.door.Json;

/// Documents of the full edition: by the names of the API where it has one, by those of the
/// database where it has none, and back without a loss.
final class StoredJson {

  private static final JsonWriterSettings PLAIN =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  private static final List<String> SCOPES =
      List.of("quoted", "named", "published", "media", "contact", "keep");

  private static final List<String> TIMES = List.of("heardAt", "receivedAt");

  private StoredJson() {}

  /// Any document, with its type first.
  static ObjectNode line(String type, Document document) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("type", type);
    JsonNode plain = Json.parse(document.toJson(PLAIN).getBytes(StandardCharsets.UTF_8));
    line.set("id", plain.path("_id"));
    plain
        .properties()
        .forEach(field -> {
          if (!field.getKey().equals("_id")) {
            line.set(field.getKey(), field.getValue());
          }
        });
    return line;
  }

  static Document document(ObjectNode line) {
    ObjectNode plain = line.deepCopy();
    plain.remove("type");
    plain.set("_id", plain.remove("id"));
    return Document.parse(plain.toString());
  }

  static ObjectNode contribution(Document document) {
    ObjectNode line = line("contribution", document);
    line.set("voices", voices(line.path("voices")));
    line.set("session", line.remove("source"));
    line.set("state", line.remove("status"));
    for (String time : TIMES) {
      line.set(time, line.path(time).path("$date"));
    }
    ObjectNode consent = (ObjectNode) line.path("consent");
    ObjectNode scopes = JsonNodeFactory.instance.objectNode();
    SCOPES.forEach(scope -> scopes.set(scope, consent.remove(scope)));
    consent.set("scopes", scopes);
    return line;
  }

  /// @throws RuntimeException if it is no contribution
  static Document contribution(ObjectNode line) {
    ObjectNode plain = line.deepCopy();
    plain.set("voices", stored(plain.path("voices")));
    plain.set("source", plain.remove("session"));
    plain.set("status", plain.remove("state"));
    for (String time : TIMES) {
      ObjectNode date = JsonNodeFactory.instance.objectNode();
      date.set("$date", plain.path(time));
      plain.set(time, date);
    }
    ObjectNode consent = (ObjectNode) plain.path("consent");
    ((ObjectNode) consent.remove("scopes"))
        .properties()
        .forEach(scope -> consent.set(scope.getKey(), scope.getValue()));
    return document(plain);
  }

  private static JsonNode voices(JsonNode stored) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (stored.path("kind").asText()) {
      case "one" -> json.numberNode(1);
      case "group" -> stored.path("n");
      case "unknown" -> json.textNode("unknown");
      default -> json.objectNode().set("tally", stored.path("n"));
    };
  }

  private static JsonNode stored(JsonNode voices) {
    ObjectNode stored = JsonNodeFactory.instance.objectNode();
    if (voices.isInt()) {
      return voices.intValue() == 1
          ? stored.put("kind", "one")
          : stored.put("kind", "group").put("n", voices.intValue());
    }
    return voices.isTextual()
        ? stored.put("kind", "unknown")
        : stored.put("kind", "tally").put("n", voices.path("tally").intValue());
  }
}
