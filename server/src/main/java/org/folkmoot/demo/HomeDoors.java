package org.folkmoot.demo;

import static org.folkmoot.demo.Demo.text;

import io.helidon.config.Config;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.forum.Participant;
import org.folkmoot.forum.Session;
import org.folkmoot.forum.Topic;
import org.folkmoot.panel.PastedQuestions;
import org.folkmoot.panel.Wave;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.Source;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.statement.Statement;
import org.folkmoot.statement.Vote;
import org.folkmoot.texting.TextLine;

/// The doors people use from home: panel, statements, texts, forum and live talk.
final class HomeDoors {

  /// 07700 900xxx is kept free for drama; the telephones on the demo's screen are 101 to 104.
  private static final String DRAMA = "+4477009001";

  private final Demo.Rooms rooms;
  private final SampleFiles files;
  private final Config plan;
  private final SampleConsultation.Town town;
  private final String slug;
  private final SampleVoices voices;

  HomeDoors(
      Demo.Rooms rooms,
      SampleFiles files,
      Config plan,
      SampleConsultation.Town town,
      String slug,
      SampleVoices voices) {
    this.rooms = rooms;
    this.files = files;
    this.plan = plan;
    this.town = town;
    this.slug = slug;
    this.voices = voices;
  }

  void plan(LocalDate closesOn) {
    panel(closesOn);
    statements();
    texts();
    topics();
    sessions();
  }

  /// The talk that is open on the day of loading, and what was just said in it.
  void today() {
    for (Config planned : sessionsOn(true)) {
      Session session = open(planned);
      files.rows("forum.csv").stream()
          .filter(row -> row.get("where").equals(session.id()))
          .forEach(row -> said(session.id(), row));
    }
  }

  private void panel(LocalDate closesOn) {
    Config panel = plan.get("panel");
    List<Wave.Question> questions = PastedQuestions.read(files.text("questions.txt")).questions();
    List<String> columns = panel.get("columns").asList(String.class).orElse(List.of());
    town.calendar()
        .at(
            town.days().moment(text(panel, "at")),
            () ->
                rooms
                    .panel()
                    .open(
                        slug, "sample", text(panel, "title"), questions, closesOn, town.officer()));
    for (Row row : files.rows("panel.csv")) {
      String who = voices.pseudonym(row.get("id"));
      Supplier<String> id =
          () ->
              rooms.reading().byParticipant(who).stream()
                  .map(c -> c.id())
                  .findFirst()
                  .orElseThrow();
      voices.say(row.get("id"), row, id, () -> answer(row, who, answers(questions, columns, row)));
    }
  }

  /// Answers once: whoever took their answers back is not asked again when a load goes on.
  private void answer(Row row, String who, List<QuestionAnswer> answers) {
    if (rooms.reading().byParticipant(who).isEmpty()) {
      rooms
          .panel()
          .answer(
              rooms.panel().waves(slug).getFirst(),
              who,
              "sample:" + row.get("id"),
              answers,
              SampleVoices.language(row),
              SampleVoices.closing(row, Given.SCREEN, false),
              true);
    }
  }

  private static List<QuestionAnswer> answers(
      List<Wave.Question> questions, List<String> columns, Row row) {
    List<QuestionAnswer> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Wave.Question question = questions.get(i);
      String said = row.get(columns.get(i).toLowerCase(Locale.ROOT));
      if (said.isEmpty()) {
        continue;
      }
      Set<String> chosen = Set.of(said.split("\\|"));
      List<Wave.Choice> ticked =
          question.choices().stream().filter(choice -> chosen.contains(choice.text())).toList();
      answers.add(
          new QuestionAnswer(
              question.id(),
              question.text(),
              ticked.stream().map(Wave.Choice::id).toList(),
              ticked.stream().map(Wave.Choice::text).toList(),
              question.choices().isEmpty() ? said : ""));
    }
    return answers;
  }

  private void statements() {
    List<String> texts = files.lines("statements.txt");
    var opened = town.days().moment(text(plan.get("panel"), "at")).plusSeconds(300);
    for (int i = 0; i < texts.size(); i++) {
      String said = texts.get(i);
      // A second apart, so that they keep their order.
      town.calendar()
          .at(opened.plusSeconds(i), () -> rooms.statements().add(slug, said, town.officer()));
    }
    for (Row row : files.rows("votes.csv")) {
      town.calendar().at(town.days().moment(row.get("at")), () -> vote(row, texts));
    }
    for (Row row : files.rows("proposals.csv")) {
      String act = "sample:" + row.get("id");
      voices.say(
          row.get("id"),
          row,
          () -> NewContribution.idOf(slug, Channel.STATEMENT, "proposal:" + act),
          () ->
              rooms
                  .statements()
                  .propose(
                      slug,
                      voices.pseudonym(row.get("id")),
                      act,
                      row.get("text"),
                      SampleVoices.language(row),
                      SampleVoices.closing(row, Given.SCREEN, false)),
          id -> {
            if (row.get("then").equals("put")) {
              rooms.statements().put(slug, id, town.officer());
            }
          });
    }
  }

  private void vote(Row row, List<String> texts) {
    Map<String, String> ids = new HashMap<>();
    rooms.statements().live(slug).forEach((Statement s) -> ids.put(s.text(), s.id()));
    Map<String, Vote> chosen = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String vote = row.get(Integer.toString(i + 1));
      if (!vote.isEmpty()) {
        chosen.put(
            java.util.Objects.requireNonNull(ids.get(texts.get(i))),
            Vote.valueOf(vote.toUpperCase(Locale.ROOT)));
      }
    }
    rooms
        .statements()
        .vote(
            slug,
            voices.pseudonym(row.get("voter")),
            chosen,
            SampleVoices.closing(new Row(Map.of("use", "unnamed")), Given.SCREEN, false),
            false);
  }

  private void texts() {
    Config texting = plan.get("texting");
    town.calendar()
        .at(
            town.days().moment(text(plan.get("panel"), "at")),
            () -> {
              if (rooms.texting().line(slug).isEmpty()) {
                rooms.texting().setUp(line(texting));
              }
            });
    for (Row row : files.rows("texts.csv")) {
      List<String> texts = List.of(row.get("texts").split("\\|"));
      // What a conversation comes to has the id of its last text.
      voices.say(
          "t" + row.get("phone"),
          row,
          () -> NewContribution.idOf(slug, Channel.SMS, "sample:" + messageId(row, texts.size())),
          () -> {
            for (int i = 0; i < texts.size(); i++) {
              hear(row, messageId(row, i + 1), texts.get(i));
            }
          });
    }
  }

  private TextLine line(Config texting) {
    Map<String, String> question = new HashMap<>();
    texting
        .get("question")
        .asNodeList()
        .orElse(List.of())
        .forEach(q -> question.put(q.key().name(), q.asString().get()));
    return new TextLine(
        slug,
        text(texting, "keyword"),
        town.textNumber(),
        TextLine.Script.valueOf(text(texting, "script").toUpperCase(Locale.ROOT).replace('-', '_')),
        question,
        Map.of());
  }

  private String messageId(Row row, int number) {
    return slug + "-" + row.get("phone") + "-" + number;
  }

  private void hear(Row row, String message, String words) {
    rooms
        .texting()
        .hear(
            new InboundMessage(
                "sample",
                message,
                PhoneNumber.parse(DRAMA + row.get("phone")).orElseThrow(),
                town.textNumber(),
                words,
                0,
                null,
                town.days().moment(row.get("at"))));
  }

  private void topics() {
    for (Config topic : plan.get("topics").asNodeList().orElse(List.of())) {
      town.calendar()
          .at(
              town.days().moment(text(plan.get("panel"), "at")),
              () ->
                  rooms
                      .forum()
                      .addTopic(
                          slug, text(topic, "id"), text(topic, "title"), text(topic, "text")));
      files.rows("forum.csv").stream()
          .filter(row -> row.get("where").equals(text(topic, "id")))
          .forEach(row ->
              voices.say(
                  row.get("id"),
                  row,
                  () -> NewContribution.idOf(slug, Channel.FORUM, "sample:" + row.get("id")),
                  () -> post(text(topic, "id"), row)));
    }
  }

  private void post(String topicId, Row row) {
    Topic topic = rooms.forum().topic(slug, topicId);
    rooms
        .record()
        .add(
            NewContribution.to(slug, Channel.FORUM)
                .act("sample:" + row.get("id"))
                .text(row.get("text"), SampleVoices.language(row))
                .source(Source.of(topic.source()))
                .participant(voices.pseudonym(row.get("id")))
                .consent(SampleVoices.consent(row, Given.SCREEN, false)));
  }

  private void sessions() {
    for (Config planned : sessionsOn(false)) {
      String id = text(planned, "id");
      town.calendar().at(town.days().moment(text(planned, "at")), () -> open(planned));
      town.calendar()
          .at(
              town.days().moment(text(planned, "closes")),
              () -> rooms.forum().move(id, Session.State.CLOSED));
      files.rows("forum.csv").stream()
          .filter(row -> row.get("where").equals(id))
          .forEach(row ->
              voices.say(
                  row.get("id"),
                  row,
                  () ->
                      NewContribution.idOf(
                          slug,
                          Channel.LIVE_SESSION,
                          "say:" + key(id, row) + ":sample:" + row.get("id")),
                  () -> said(id, row)));
    }
  }

  /// Sessions of the day of loading, or those before it.
  private List<Config> sessionsOn(boolean today) {
    return plan.get("sessions").asNodeList().orElse(List.of()).stream()
        .filter(session -> text(session, "at").equals("0") == today)
        .toList();
  }

  private Session open(Config planned) {
    Session session =
        rooms
            .forum()
            .plan(
                slug,
                text(planned, "id"),
                text(planned, "title"),
                text(planned, "question"),
                town.time().instant());
    rooms.forum().move(session.id(), Session.State.OPEN);
    return session;
  }

  private String key(String session, Row row) {
    return voices.pseudonym(session + ":" + row.get("name"));
  }

  private void said(String id, Row row) {
    Session session = rooms.forum().get(id);
    Participant who =
        rooms
            .participants()
            .join(
                session,
                key(id, row),
                row.get("name"),
                SampleVoices.consent(row, Given.SCREEN, false));
    rooms.forum().hostIsHere(id);
    rooms
        .says()
        .say(session, who, "sample:" + row.get("id"), row.get("text"), SampleVoices.language(row));
  }
}
