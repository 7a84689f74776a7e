package org.folkmoot.demo;

import static org.folkmoot.demo.Demo.text;

import io.helidon.config.Config;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.folkmoot.calling.PhoneLine;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.panel.PastedQuestions;
import org.folkmoot.panel.Wave;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.flow.Flows;
import org.folkmoot.statement.Statement;
import org.folkmoot.statement.Vote;
import org.folkmoot.texting.TextLine;

/// The doors people use by themselves from home: panel, statements and texts.
final class HomeDoors {

  /// 07700 900xxx is kept free for drama; the telephones on the demo's screen are 101 to 104.
  private static final String DRAMA = "+4477009001";

  private final Scene scene;
  private final Demo.Rooms rooms;
  private final SampleVoices voices;

  HomeDoors(Scene scene) {
    this.scene = scene;
    this.rooms = scene.rooms();
    this.voices = scene.voices();
  }

  void plan(LocalDate closesOn) {
    panel(closesOn);
    statements();
    texts();
  }

  private void panel(LocalDate closesOn) {
    Config panel = scene.plan().get("panel");
    List<Wave.Question> questions =
        PastedQuestions.read(scene.files().text("questions.txt")).questions();
    List<String> columns = panel.get("columns").asList(String.class).orElse(List.of());
    scene.at(
        text(panel, "at"),
        () ->
            rooms
                .panel()
                .open(
                    scene.slug(),
                    "sample",
                    text(panel, "title"),
                    questions,
                    closesOn,
                    scene.officer()));
    for (Row row : scene.files().rows("panel.csv")) {
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
              rooms.panel().waves(scene.slug()).getFirst(),
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
    List<String> texts = scene.files().lines("statements.txt");
    var opened = scene.town().days().moment(text(scene.plan().get("panel"), "at")).plusSeconds(300);
    for (int i = 0; i < texts.size(); i++) {
      String said = texts.get(i);
      // A second apart, so that they keep their order.
      scene.at(
          opened.plusSeconds(i), () -> rooms.statements().add(scene.slug(), said, scene.officer()));
    }
    for (Row row : scene.files().rows("votes.csv")) {
      scene.at(row.get("at"), () -> vote(row, texts));
    }
    for (Row row : scene.files().rows("proposals.csv")) {
      String act = "sample:" + row.get("id");
      voices.say(
          row.get("id"),
          row,
          () -> NewContribution.idOf(scene.slug(), Channel.STATEMENT, "proposal:" + act),
          () ->
              rooms
                  .statements()
                  .propose(
                      scene.slug(),
                      voices.pseudonym(row.get("id")),
                      act,
                      row.get("text"),
                      SampleVoices.language(row),
                      SampleVoices.closing(row, Given.SCREEN, false)),
          id -> {
            if (row.get("then").equals("put")) {
              rooms.statements().put(scene.slug(), id, scene.officer());
            }
          });
    }
  }

  private void vote(Row row, List<String> texts) {
    Map<String, String> ids = new HashMap<>();
    rooms.statements().live(scene.slug()).forEach((Statement s) -> ids.put(s.text(), s.id()));
    Map<String, Vote> chosen = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String vote = row.get(Integer.toString(i + 1));
      if (!vote.isEmpty()) {
        chosen.put(
            Objects.requireNonNull(ids.get(texts.get(i))),
            Vote.valueOf(vote.toUpperCase(Locale.ROOT)));
      }
    }
    rooms
        .statements()
        .vote(
            scene.slug(),
            voices.pseudonym(row.get("voter")),
            chosen,
            SampleVoices.closing(new Row(Map.of("use", "unnamed")), Given.SCREEN, false),
            false);
  }

  private void texts() {
    Config texting = scene.plan().get("texting");
    scene.at(
        text(scene.plan().get("panel"), "at"),
        () -> {
          if (rooms.texting().line(scene.slug()).isEmpty()) {
            rooms.texting().setUp(line(texting));
          }
          Map<String, String> aloud = spoken(texting, "aloud");
          if (!aloud.isEmpty() && rooms.calling().line(scene.slug()).isEmpty()) {
            rooms
                .calling()
                .setUp(new PhoneLine(scene.slug(), scene.town().textNumber(), aloud, true));
          }
        });
    for (Row row : scene.files().rows("texts.csv")) {
      List<String> texts = List.of(row.get("texts").split("\\|"));
      // What a conversation comes to has the id of its last text.
      voices.say(
          "t" + row.get("phone"),
          row,
          () ->
              NewContribution.idOf(
                  scene.slug(), Channel.SMS, "sample:" + messageId(row, texts.size())),
          () -> {
            for (int i = 0; i < texts.size(); i++) {
              hear(row, messageId(row, i + 1), texts.get(i));
            }
          });
    }
  }

  /// Words by language.
  private static Map<String, String> spoken(Config texting, String key) {
    Map<String, String> words = new HashMap<>();
    texting
        .get(key)
        .asNodeList()
        .orElse(List.of())
        .forEach(q -> words.put(q.key().name(), q.asString().get()));
    return words;
  }

  private TextLine line(Config texting) {
    String called = text(texting, "script").toUpperCase(Locale.ROOT).replace('-', '_');
    var script = TextLine.Script.valueOf(called);
    Map<String, String> question = spoken(texting, "question");
    return new TextLine(
        scene.slug(),
        text(texting, "keyword"),
        scene.town().textNumber(),
        script,
        question,
        names(script));
  }

  /// As in the sample script, but for the day of the decision, which is the town's.
  private Map<String, Map<String, String>> names(TextLine.Script script) {
    Consultation asked = rooms.consultations().get(scene.slug());
    LocalDate day = asked.decidesOn();
    Map<String, Map<String, String>> names = new HashMap<>();
    Flows.afterSix()
        .names()
        .forEach((language, said) -> {
          String pattern = language.equals("pl") ? "d.MM" : "d MMM";
          Map<String, String> own = new HashMap<>(said);
          own.put("decided", DateTimeFormatter.ofPattern(pattern, Locale.UK).format(day));
          if (script != TextLine.Script.AFTER_SIX) {
            own.put("survey", asked.title());
            own.put("topic", asked.title());
          }
          names.put(language, own);
        });
    return names;
  }

  private String messageId(Row row, int number) {
    return scene.slug() + "-" + row.get("phone") + "-" + number;
  }

  private void hear(Row row, String message, String words) {
    rooms
        .texting()
        .hear(
            new InboundMessage(
                "sample",
                message,
                PhoneNumber.parse(DRAMA + row.get("phone")).orElseThrow(),
                scene.town().textNumber(),
                words,
                0,
                null,
                scene.town().days().moment(row.get("at"))));
  }
}
