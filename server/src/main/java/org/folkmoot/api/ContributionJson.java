package org.folkmoot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Media;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.Source;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.record.Voices;

/// Contributions as JSON, in and out; in files as in answers.
public final class ContributionJson {

  private static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";
  private static final String LANGUAGE_SAID = "a language tag like pl or en-GB";

  private ContributionJson() {}

  /// @param act what makes sending it again the same contribution; empty if every sending is new
  static NewContribution read(JsonBody body, String consultation, String act, String by) {
    Channel channel = body.requiredWord("channel", Channel.class);
    CaptureKind kind = body.word("captureKind", CaptureKind.class).orElse(CaptureKind.SELF_TYPED);
    String language = body.text("language", 35, LANGUAGE, LANGUAGE_SAID);
    String spoken = language.isEmpty() ? "en" : language;
    if (!body.has("consent")) {
      throw body.needed("consent");
    }
    NewContribution draft =
        NewContribution.to(consultation, channel)
            .act(act)
            .capturedAs(kind)
            .voices(voices(body, kind))
            .text(body.required("text", NewContribution.MAX_TEXT), spoken)
            .place(body.text("place", 80))
            .under18(body.yes("under18"))
            .source(new Source(body.text("session", 60), body.text("table", 60)))
            .enteredBy(by)
            .consent(consent(body, spoken));
    body.time("heardAt").ifPresent(draft::heardAt);
    return draft;
  }

  /// A number, `"unknown"` or `{"tally": n}`. Where it is absent a summary stands for a group of
  /// unknown size, everything else for one person.
  private static Voices voices(JsonBody body, CaptureKind kind) {
    JsonNode said = body.node("voices");
    if (!body.has("voices")) {
      return switch (kind) {
        case SUMMARY_NOTE -> new Voices.GroupOfUnknownSize();
        case TALLY -> throw body.needed("voices");
        case SELF_TYPED, SELF_RECORDED, ASSISTED, VERBATIM_NOTE, TRANSCRIPT, SCANNED_CARD ->
            new Voices.One();
      };
    }
    if (said.isTextual() && said.textValue().equals("unknown")) {
      return new Voices.GroupOfUnknownSize();
    }
    if (isCount(said) && said.intValue() > 0) {
      return said.intValue() == 1 ? new Voices.One() : new Voices.Group(said.intValue());
    }
    if (said.isObject() && said.size() == 1 && isCount(said.path("tally"))) {
      return new Voices.Tally(said.path("tally").intValue());
    }
    throw JsonBody.invalid("voices must be a number from 1, \"unknown\" or {\"tally\": number}.");
  }

  private static boolean isCount(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0;
  }

  private static Consent consent(JsonBody body, String spoken) {
    JsonBody given =
        body.object("consent", "wording", "given", "language", "witness", "scopes", "name");
    String wording = given.text("wording", 60);
    if (!wording.isEmpty() && !Consent.WORDINGS.contains(wording)) {
      throw JsonBody.invalid("consent.wording is not a published wording.");
    }
    JsonBody s = given.object("scopes", "quoted", "named", "published", "media", "contact", "keep");
    if (s.yes("named") && !s.yes("quoted")) {
      throw JsonBody.invalid("consent.scopes.named needs consent.scopes.quoted.");
    }
    String language = given.text("language", 35, LANGUAGE, LANGUAGE_SAID);
    return new Consent(
        wording.isEmpty() ? Consent.CURRENT_WORDING : wording,
        language.isEmpty() ? spoken : language,
        given.word("given", Consent.Given.class).orElse(Consent.Given.SCREEN),
        given.text("witness", 80),
        new Consent.Scopes(
            s.yes("quoted"),
            s.yes("named"),
            s.yes("published"),
            s.yes("media"),
            s.yes("contact"),
            s.yes("keep")),
        given.text("name", 80));
  }

  /// What a reader may see of one, by the names of the API.
  public static Map<String, Object> of(Voice voice) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", voice.id());
    if (!voice.receipt().isEmpty()) {
      json.put("receipt", voice.receipt());
    }
    json.put("seq", voice.seq());
    json.put("consultation", voice.consultation());
    json.put("channel", voice.channel().name());
    json.put("mode", voice.channel().mode().name());
    json.put("captureKind", voice.captureKind().name());
    json.put("voices", of(voice.voices()));
    json.put("title", voice.title());
    json.put("text", voice.text());
    json.put("language", voice.language());
    json.put("answers", voice.answers().stream().map(ContributionJson::of).toList());
    json.put("media", voice.media().stream().map(ContributionJson::of).toList());
    json.put("texts", voice.derived().stream().map(ContributionJson::of).toList());
    json.put("marks", voice.marks());
    json.put("contentNote", voice.contentNote());
    json.put("place", voice.place());
    json.put("session", voice.source().id());
    json.put("table", voice.source().table());
    json.put("receivedAt", voice.receivedAt().toString());
    json.put("consent", Map.of("scopes", of(voice.scopes()), "name", voice.quoteAs()));
    json.put("status", status(voice.status(), isPublic(voice), !voice.themes().isEmpty()));
    json.put("reason", voice.reason());
    json.put("codes", voice.themes());
    return json;
  }

  private static boolean isPublic(Voice voice) {
    return voice.status() == Status.CLEARED && voice.scopes().published() && !voice.under18();
  }

  /// The furthest it has come, in the words of JSON.
  static String status(Status status, boolean published, boolean coded) {
    if (status != Status.CLEARED) {
      return status.name();
    }
    return published ? "PUBLISHED" : coded ? "CODED" : status.name();
  }

  private static Object of(Voices voices) {
    return switch (voices) {
      case Voices.One _ -> 1;
      case Voices.Group group -> group.people();
      case Voices.GroupOfUnknownSize _ -> "unknown";
      case Voices.Tally tally -> Map.of("tally", tally.marks());
    };
  }

  private static Map<String, Object> of(QuestionAnswer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", answer.question());
    json.put("prompt", answer.prompt());
    json.put("choices", answer.choices());
    json.put("chosen", answer.chosen());
    json.put("text", answer.text());
    return json;
  }

  private static Map<String, Object> of(Media media) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", media.id());
    json.put("kind", media.kind());
    json.put("contentType", media.contentType());
    json.put("bytes", media.bytes());
    json.put("description", media.description());
    return json;
  }

  private static Map<String, Object> of(Contribution.DerivedText text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", text.kind());
    json.put("language", text.language());
    json.put("text", text.text());
    return json;
  }

  static Map<String, Boolean> of(Consent.Scopes scopes) {
    Map<String, Boolean> json = new LinkedHashMap<>();
    json.put("quoted", scopes.quoted());
    json.put("named", scopes.named());
    json.put("published", scopes.published());
    json.put("media", scopes.media());
    json.put("contact", scopes.contact());
    json.put("keep", scopes.keep());
    return json;
  }

  /// Everything a body of a new contribution may say.
  static List<String> fields() {
    return List.of(
        "id",
        "channel",
        "captureKind",
        "voices",
        "text",
        "language",
        "place",
        "under18",
        "session",
        "table",
        "heardAt",
        "consent");
  }
}
