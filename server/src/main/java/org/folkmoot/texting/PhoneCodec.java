package org.folkmoot.texting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.folkmoot.sms.flow.Answer;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.texting.Phone.Conversation;
import org.folkmoot.texting.Phone.Waiting;
import org.folkmoot.texting.Phone.Why;
import org.jspecify.annotations.Nullable;

/// A phone as a document and back.
final class PhoneCodec {

  private PhoneCodec() {}

  /// Without its version.
  static Document document(Phone phone) {
    return new Document("_id", phone.reference())
        .append("stoppedAt", date(phone.stoppedAt()))
        .append("current", phone.current())
        .append("consultations", phone.conversations().keySet().stream().sorted().toList())
        .append(
            "waiting",
            phone.conversations().entrySet().stream()
                .filter(e -> e.getValue().personNeeded() != null)
                .map(Map.Entry::getKey)
                .toList())
        .append(
            "conversations",
            phone.conversations().entrySet().stream()
                .map(e -> conversation(e.getValue()).append("consultation", e.getKey()))
                .toList())
        .append(
            "answered",
            phone.answered().stream()
                .map(a -> new Document("message", a.message()).append("replies", a.replies()))
                .toList())
        .append("numberKept", phone.numberKept())
        .append("wrongCodes", phone.wrongCodes())
        .append("holder", phone.holder())
        .append("due", date(phone.due()));
  }

  static Phone phone(Document d) {
    var conversations = new HashMap<String, Conversation>();
    for (Document c : d.getList("conversations", Document.class, List.of())) {
      conversations.put(
          c.getString("consultation"),
          new Conversation(
              c.get("number", 0L),
              state(c.get("state", new Document())),
              instant(c.getDate("due")),
              waiting(c)));
    }
    return new Phone(
        d.getString("_id"),
        instant(d.getDate("stoppedAt")),
        d.get("current", ""),
        conversations,
        d.getList("answered", Document.class, List.of()).stream()
            .map(a -> new Phone.Answered(a.getString("message"), strings(a, "replies")))
            .toList(),
        d.get("numberKept", false),
        d.get("wrongCodes", 0),
        d.get("holder", 0),
        d.get("version", 0L));
  }

  private static Document conversation(Conversation c) {
    return new Document("number", c.number())
        .append("due", date(c.due()))
        .append("personNeeded", date(c.personNeeded()))
        .append("personWhy", c.waiting() == null ? null : c.waiting().why().name())
        .append("state", document(c.state()));
  }

  private static @Nullable Waiting waiting(Document c) {
    Instant since = instant(c.getDate("personNeeded"));
    return since == null
        ? null
        : new Waiting(since, Why.valueOf(c.get("personWhy", Why.NOT_UNDERSTOOD.name())));
  }

  private static Document document(FlowState s) {
    return new Document("flow", s.flow())
        .append("at", s.at())
        .append("resumeAt", s.resumeAt())
        .append("language", s.language())
        .append("waiting", s.waiting())
        .append("answers", s.answers().stream().map(PhoneCodec::document).toList())
        .append(
            "parts",
            s.parts().stream()
                .map(p -> new Document("text", p.text()).append("at", date(p.at())))
                .toList())
        .append("misses", s.misses())
        .append("consentedAt", date(s.consentedAt()))
        .append("heardAt", date(s.heardAt()))
        .append("forgetAskedAt", date(s.forgetAskedAt()));
  }

  private static Document document(Answer a) {
    return new Document("question", a.question())
        .append("keys", a.keys())
        .append("said", a.said())
        .append("at", date(a.at()));
  }

  private static FlowState state(Document d) {
    var answers = new ArrayList<Answer>();
    for (Document a : d.getList("answers", Document.class, List.of())) {
      answers.add(
          new Answer(
              a.getString("question"),
              strings(a, "keys"),
              a.get("said", ""),
              a.getDate("at").toInstant()));
    }
    return new FlowState(
        d.getString("flow"),
        d.getString("at"),
        d.get("resumeAt", ""),
        d.get("language", "en"),
        d.get("waiting", ""),
        answers,
        d.getList("parts", Document.class, List.of()).stream()
            .map(p -> new FlowState.Part(p.getString("text"), p.getDate("at").toInstant()))
            .toList(),
        d.get("misses", 0),
        instant(d.getDate("consentedAt")),
        instant(d.getDate("heardAt")),
        instant(d.getDate("forgetAskedAt")));
  }

  static Document line(TextLine line) {
    return new Document("_id", line.consultation())
        .append("keyword", line.keyword())
        .append("number", line.number())
        .append("script", line.script().name())
        .append("own", line.own())
        .append("question", new Document(Map.copyOf(line.question())))
        .append(
            "names",
            line.names().entrySet().stream()
                .flatMap(byLanguage ->
                    byLanguage.getValue().entrySet().stream()
                        .map(name ->
                            new Document("language", byLanguage.getKey())
                                .append("name", name.getKey())
                                .append("value", name.getValue())))
                .toList());
  }

  static TextLine line(Document d) {
    var question = new HashMap<String, String>();
    d.get("question", new Document())
        .forEach((language, text) -> question.put(language, "" + text));
    var names = new HashMap<String, Map<String, String>>();
    for (Document name : d.getList("names", Document.class, List.of())) {
      names
          .computeIfAbsent(name.getString("language"), _ -> new HashMap<>())
          .put(name.getString("name"), name.getString("value"));
    }
    return new TextLine(
        d.getString("_id"),
        d.getString("keyword"),
        d.getString("number"),
        TextLine.Script.valueOf(d.getString("script")),
        question,
        names,
        d.get("own", ""));
  }

  private static List<String> strings(Document d, String field) {
    return d.getList(field, String.class, List.of());
  }

  private static @Nullable Date date(@Nullable Instant at) {
    return at == null ? null : Date.from(at);
  }

  private static @Nullable Instant instant(@Nullable Date at) {
    return at == null ? null : at.toInstant();
  }
}
