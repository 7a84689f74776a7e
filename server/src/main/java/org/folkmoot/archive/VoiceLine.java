package org.folkmoot.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voices;

/// A contribution of a public or a reader's edition, as a new one of another portal. Where parts
/// were left out, or words were only heard, what was written down in their place is its text.
///
/// @param empty true if it is nothing without its files, which such an edition does not hold
/// @param state what it was where it came from, as far as that holds here too: set apart or
///   declined
record VoiceLine(NewContribution draft, String id, boolean empty, Status state, String reason) {

  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "id",
          "receipt",
          "seq",
          "consultation",
          "channel",
          "mode",
          "captureKind",
          "voices",
          "title",
          "text",
          "language",
          "answers",
          "media",
          "texts",
          "marks",
          "contentNote",
          "place",
          "session",
          "table",
          "receivedAt",
          "consent",
          "status",
          "reason",
          "codes",
          "under18");

  /// @param source names the portal and the consultation it came from
  /// @throws RuntimeException naming what is wrong
  static VoiceLine read(ObjectNode json, String into, String source) {
    json.fieldNames()
        .forEachRemaining(name -> {
          if (!KNOWN.contains(name)) {
            throw new IllegalArgumentException(name + " is not a known field");
          }
        });
    String id = required(json, "id");
    CaptureKind kind = CaptureKind.valueOf(required(json, "captureKind"));
    String text = json.path("text").asText();
    for (JsonNode other : json.path("texts")) {
      boolean redaction = other.path("kind").asText().equals("REDACTION");
      if (redaction || (text.isBlank() && other.path("kind").asText().equals("TRANSCRIPT"))) {
        text = other.path("text").asText();
        kind = redaction ? kind : CaptureKind.TRANSCRIPT;
      }
    }
    if (text.length() > NewContribution.MAX_TEXT) {
      throw new IllegalArgumentException("text is too long");
    }
    Instant heard = Instant.parse(required(json, "receivedAt"));
    NewContribution draft =
        NewContribution.to(into, Channel.valueOf(required(json, "channel")))
            .act("import:" + source + ":" + id)
            .capturedAs(kind)
            .voices(voices(json.path("voices")))
            .title(json.path("title").asText())
            .text(text, json.path("language").asText("en"))
            .contentNote(json.path("contentNote").asText())
            .place(json.path("place").asText())
            .under18(json.path("under18").asBoolean(false))
            .source(new Source(json.path("session").asText(), json.path("table").asText()))
            .heardAt(heard)
            .enteredBy("import: " + source)
            .consent(consent(json.path("consent"), json.path("language").asText("en")));
    json.path("answers").forEach(answer -> draft.answer(answer(answer)));
    json.path("marks")
        .properties()
        .forEach(mark -> draft.mark(mark.getKey(), mark.getValue().asInt()));
    boolean empty =
        text.isBlank() && json.path("answers").isEmpty() && json.path("marks").isEmpty();
    String status = json.path("status").asText();
    Status state =
        status.equals(Status.HELD.name()) || status.equals(Status.REFUSED.name())
            ? Status.valueOf(status)
            : Status.RECEIVED;
    return new VoiceLine(draft, id, empty, state, json.path("reason").asText());
  }

  private static String required(JsonNode json, String field) {
    if (!json.path(field).isTextual() || json.path(field).textValue().isBlank()) {
      throw new IllegalArgumentException(field + " is needed");
    }
    return json.path(field).textValue();
  }

  private static Voices voices(JsonNode said) {
    if (said.isInt() && said.intValue() > 0) {
      return said.intValue() == 1 ? new Voices.One() : new Voices.Group(said.intValue());
    }
    if (said.isTextual() && said.textValue().equals("unknown")) {
      return new Voices.GroupOfUnknownSize();
    }
    if (said.path("tally").isInt()) {
      return new Voices.Tally(said.path("tally").intValue());
    }
    throw new IllegalArgumentException("voices must be a number, \"unknown\" or a tally");
  }

  private static Consent consent(JsonNode json, String language) {
    JsonNode scopes = json.path("scopes");
    return new Consent(
        Consent.CURRENT_WORDING,
        language,
        Consent.Given.SCREEN,
        "",
        new Consent.Scopes(
            scopes.path("quoted").asBoolean(false),
            scopes.path("named").asBoolean(false),
            scopes.path("published").asBoolean(false),
            false,
            false,
            scopes.path("keep").asBoolean(false)),
        json.path("name").asText());
  }

  private static QuestionAnswer answer(JsonNode json) {
    return new QuestionAnswer(
        json.path("question").asText(),
        json.path("prompt").asText(),
        texts(json.path("choices")),
        texts(json.path("chosen")),
        json.path("text").asText());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
