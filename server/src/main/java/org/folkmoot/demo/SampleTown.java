package org.folkmoot.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.forum.Participant;
import org.folkmoot.forum.Said;
import org.folkmoot.forum.Session;
import org.folkmoot.forum.Topic;
import org.folkmoot.jury.Jury;
import org.folkmoot.jury.JuryService;
import org.folkmoot.jury.Recommendation.Support;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.Received;
import org.folkmoot.meeting.CardEntry;
import org.folkmoot.meeting.DotCounts;
import org.folkmoot.meeting.Meeting;
import org.folkmoot.meeting.MeetingPlan;
import org.folkmoot.meeting.TableNotes;
import org.folkmoot.panel.PastedQuestions;
import org.folkmoot.panel.Wave;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Equality;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Source;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.statement.Statement;
import org.folkmoot.statement.Vote;
import org.folkmoot.story.LetterDraft;
import org.folkmoot.story.StoryDraft;
import org.folkmoot.story.Told;
import org.folkmoot.texting.TextLine;
import org.jspecify.annotations.Nullable;

/// Fills the open consultation with the sample's voices, door by door.
final class SampleTown {

  private final Demo.Rooms rooms;
  private final SampleFiles files;
  private final SampleVoices voices;
  private final String slug;
  private final String officer;
  private final LocalDate today;
  private final InstantSource time;

  SampleTown(
      Demo.Rooms rooms,
      SampleFiles files,
      String slug,
      String officer,
      LocalDate today,
      InstantSource time) {
    this.rooms = rooms;
    this.files = files;
    this.slug = slug;
    this.officer = officer;
    this.today = today;
    this.time = time;
    this.voices = new SampleVoices(slug, rooms.record(), rooms.themes(), files, officer);
  }

  void load(String keyword, String number, LocalDate closesOn) {
    panel(closesOn);
    statements();
    stories();
    letters();
    texts(keyword, number);
    meeting();
    forum();
    jury();
  }

  private void panel(LocalDate closesOn) {
    List<Wave.Question> questions = PastedQuestions.read(files.text("questions.txt")).questions();
    Wave wave =
        rooms.panel().open(slug, "sample", "Getting about after six", questions, closesOn, officer);
    for (Map<String, String> row : files.rows("panel.csv")) {
      String id = row.getOrDefault("id", "");
      List<QuestionAnswer> answers = new ArrayList<>();
      answer(answers, questions, 0, row.getOrDefault("getsaround", ""));
      answer(answers, questions, 1, row.getOrDefault("missed", ""));
      answer(answers, questions, 2, row.getOrDefault("first", ""));
      answer(answers, questions, 3, row.getOrDefault("lasttime", ""));
      answer(answers, questions, 4, row.getOrDefault("shouldknow", ""));
      rooms
          .panel()
          .answer(
              wave,
              voices.pseudonym(id),
              "sample:" + id,
              answers,
              row.getOrDefault("language", "en"),
              SampleVoices.closing(row, Given.SCREEN, false),
              true);
      byParticipant(id, Channel.PANEL)
          .forEach(voice -> voices.checked(voice, row.getOrDefault("themes", "")));
    }
  }

  private static void answer(
      List<QuestionAnswer> answers, List<Wave.Question> questions, int index, String said) {
    if (said.isEmpty()) {
      return;
    }
    Wave.Question question = questions.get(index);
    if (question.choices().isEmpty()) {
      answers.add(new QuestionAnswer(question.id(), question.text(), List.of(), List.of(), said));
      return;
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
            ""));
  }

  private void statements() {
    List<Statement> live =
        files.lines("statements.txt").stream()
            .map(text -> rooms.statements().add(slug, text, officer))
            .toList();
    for (Map<String, String> row : files.rows("votes.csv")) {
      Map<String, Vote> chosen = new LinkedHashMap<>();
      for (int i = 0; i < live.size(); i++) {
        String vote = row.getOrDefault(Integer.toString(i + 1), "");
        if (!vote.isEmpty()) {
          chosen.put(live.get(i).id(), Vote.valueOf(vote.toUpperCase(Locale.ROOT)));
        }
      }
      rooms
          .statements()
          .vote(
              slug,
              voices.pseudonym(row.getOrDefault("voter", "")),
              chosen,
              SampleVoices.closing(Map.of("use", "unnamed"), Given.SCREEN, false),
              false);
    }
  }

  private void stories() {
    for (String name : List.of("the-sea-road", "last-ramp", "roads-first", "rook")) {
      SampleFiles.Sheet sheet = files.sheet("stories/" + name + ".md");
      MediaId file = media(sheet.get("file"), name);
      Told told =
          rooms
              .stories()
              .tell(
                  new StoryDraft(
                      slug,
                      "sample:" + name,
                      sheet.get("title"),
                      file == null ? sheet.text() : "",
                      "en",
                      "",
                      file,
                      file == null ? "" : sheet.text(),
                      voices.pseudonym(name),
                      SampleVoices.closing(sheet.head(), Given.SCREEN, file != null)));
      checked(told, sheet);
    }
  }

  /// Takes a recording in, unless its story is there already.
  private @Nullable MediaId media(String file, String story) {
    if (file.isEmpty()
        || rooms
            .record()
            .find(NewContribution.idOf(slug, Channel.STORY, "sample:" + story))
            .isPresent()) {
      return null;
    }
    try {
      Received received =
          rooms.stories().receive(new ByteArrayInputStream(files.bytes("stories/" + file)), file);
      return switch (received) {
        case Received.Taken taken -> taken.media().id();
        case Received.NotTaken _ -> null;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void letters() {
    SampleFiles.Sheet sheet = files.sheet("letters/age-well.md");
    Told told =
        rooms
            .letters()
            .add(
                new LetterDraft(
                    slug,
                    "sample:age-well",
                    sheet.get("from"),
                    true,
                    today.plusDays(Long.parseLong(sheet.get("received"))),
                    "",
                    sheet.text(),
                    "en",
                    new LetterDraft.Uses(true, true, true, false),
                    null,
                    true,
                    officer));
    checked(told, sheet);
  }

  private void checked(Told told, SampleFiles.Sheet sheet) {
    if (told instanceof Told.Kept kept) {
      voices.checked(kept.added().id(), sheet.get("themes"));
    }
  }

  private void texts(String keyword, String number) {
    if (rooms.texting().line(slug).isEmpty()) {
      rooms
          .texting()
          .setUp(
              new TextLine(slug, keyword, number, TextLine.Script.AFTER_SIX, Map.of(), Map.of()));
    }
    int line = 0;
    for (Map<String, String> row : files.rows("texts.csv")) {
      // 07700 900xxx is kept free for drama; each letter is a phone. None of them is a telephone
      // on the screen: those begin with no text, as they look.
      int phone = 111 + row.getOrDefault("phone", "a").charAt(0) - 'a';
      rooms
          .texting()
          .hear(
              new InboundMessage(
                  "sample",
                  "sample-" + ++line,
                  PhoneNumber.parse("+447700900" + phone).orElseThrow(),
                  number,
                  row.getOrDefault("text", ""),
                  0,
                  null,
                  time.instant()));
    }
    rooms
        .reading()
        .list(
            org.folkmoot.record.Reader.STAFF, RecordQuery.in(slug).channel(Channel.SMS).page(0, 50))
        .voices()
        .forEach(voice -> voices.checked(voice.id(), "Last bus"));
  }

  private void meeting() {
    var plan = files.yaml("meeting.yaml");
    String id = plan.get("id").asString().get();
    List<Map<String, String>> dots = files.rows("dots.csv");
    LocalDate day = today.plusDays(plan.get("inDays").asLong().get());
    LocalTime from = LocalTime.parse(plan.get("from").asString().get());
    LocalTime until = LocalTime.parse(plan.get("until").asString().get());
    Optional<Meeting> before = rooms.meetings().find(id);
    Meeting meeting =
        before.orElseGet(() ->
            rooms
                .meetings()
                .create(
                    slug,
                    id,
                    new MeetingPlan(
                        plan.get("title").asString().get(),
                        day.atTime(from),
                        (int) java.time.Duration.between(from, until).toMinutes(),
                        plan.get("place").asString().get(),
                        EnumSet.allOf(MeetingPlan.Offer.class),
                        plan.get("access").asString().get(),
                        "",
                        plan.get("contact").asString().get(),
                        plan.get("tables").asInt().get(),
                        List.of(plan.get("question").asString().get()),
                        dots.stream()
                            .map(d ->
                                new MeetingPlan.DotOption(
                                    d.getOrDefault("option", ""), d.getOrDefault("text", "")))
                            .toList(),
                        MeetingPlan.DEFAULT_CARDS),
                    "sample:" + id));
    if (before.isPresent()) {
      return;
    }
    rooms
        .meetings()
        .attendance(
            meeting,
            new Meeting.Attendance(
                plan.get("heads").asInt().get(), plan.get("slips").asInt().get()));
    notes(meeting);
    Map<String, Integer> counts = new LinkedHashMap<>();
    dots.forEach(d ->
        counts.put(d.getOrDefault("option", ""), Integer.parseInt(d.getOrDefault("dots", "0"))));
    rooms
        .meetings()
        .dots(meeting, new DotCounts("1", counts, plan.get("heads").asInt().get()), officer);
    cards(meeting);
  }

  private void notes(Meeting meeting) {
    Map<String, List<Map<String, String>>> byTable = new LinkedHashMap<>();
    files
        .rows("notes.csv")
        .forEach(row ->
            byTable
                .computeIfAbsent(row.getOrDefault("table", ""), _ -> new ArrayList<>())
                .add(row));
    byTable.forEach((table, rows) -> {
      List<TableNotes.Line> lines =
          rows.stream()
              .map(row ->
                  new TableNotes.Line(
                      row.getOrDefault("id", ""),
                      kind(row.getOrDefault("kind", "")),
                      row.getOrDefault("text", "")))
              .toList();
      String people = rows.getFirst().getOrDefault("people", "0");
      rooms
          .meetings()
          .notes(
              meeting,
              new TableNotes(
                  "sample-" + table, table, Integer.parseInt(people), lines, true, true, "en"),
              officer);
      rows.forEach(row -> checkNote(meeting, table, row));
    });
  }

  private void checkNote(Meeting meeting, String table, Map<String, String> row) {
    String act = "notes:" + meeting.id() + ":sample-" + table + ":" + row.getOrDefault("id", "");
    voices.checked(
        NewContribution.idOf(slug, Channel.PUBLIC_MEETING, act), row.getOrDefault("themes", ""));
  }

  private static TableNotes.Kind kind(String written) {
    return switch (written) {
      case "VERBATIM" -> TableNotes.Kind.WORDS;
      case "QUESTION" -> TableNotes.Kind.QUESTION;
      case "DISAGREE" -> TableNotes.Kind.DISAGREE;
      default -> TableNotes.Kind.SHORT;
    };
  }

  private void cards(Meeting meeting) {
    int next = 0;
    for (Map<String, String> row : files.rows("cards.csv")) {
      var code = meeting.cards().get(next++);
      boolean young = row.getOrDefault("over16", "").equals("no");
      rooms
          .meetings()
          .card(
              meeting,
              new CardEntry(
                  code,
                  row.getOrDefault("text", ""),
                  "en",
                  new ClosingAnswers(
                      SampleVoices.consent(row, Given.PAPER, false),
                      Tell.CODE,
                      "",
                      young,
                      Equality.none())),
              officer);
      voices.checked(
          NewContribution.idOf(slug, Channel.COMMENT_CARD, RecordService.cardAct(code)),
          row.getOrDefault("themes", ""));
    }
  }

  private void forum() {
    Topic topic =
        rooms
            .forum()
            .addTopic(
                slug,
                "a-bus-you-book",
                "A bus you book: would it work for you?",
                "It would come to your door or your stop, and you would ask for it before.");
    Session planned =
        rooms
            .forum()
            .plan(
                slug,
                "after-six-live",
                "Talk about the evening",
                "What would get you there and home again?",
                time.instant());
    rooms.forum().move(planned.id(), Session.State.OPEN);
    Session session = rooms.forum().get(planned.id());
    for (Map<String, String> row : files.rows("forum.csv")) {
      String id = row.getOrDefault("id", "");
      String text = row.getOrDefault("text", "");
      Consent consent = SampleVoices.consent(row, Given.SCREEN, false);
      String voice;
      if (row.getOrDefault("where", "").equals("topic")) {
        voice =
            rooms
                .record()
                .add(
                    NewContribution.to(slug, Channel.FORUM)
                        .act("sample:" + id)
                        .text(text, "en")
                        .source(Source.of(topic.source()))
                        .participant(voices.pseudonym(id))
                        .consent(consent))
                .id();
      } else {
        Participant who =
            rooms
                .live()
                .join(
                    session,
                    rooms.live().key(session, "sample:" + id),
                    row.getOrDefault("name", ""),
                    consent);
        rooms.forum().hostIsHere(session.id());
        voice =
            switch (rooms.live().say(session, who, "sample:" + id, text, "en")) {
              case Said.Shown shown -> shown.added().id();
              case Said.Waiting waiting -> waiting.added().id();
              case Said.Held held -> held.added().id();
              case Said.NotOpen _, Said.Unfit _ -> "";
            };
      }
      voices.checked(voice, row.getOrDefault("themes", ""));
    }
  }

  private void jury() {
    if (rooms.juries().find(slug).isPresent()) {
      return;
    }
    rooms
        .juries()
        .save(
            new Jury(
                slug,
                "The Wrenmouth jury",
                "What should come first if Wrenmouth cannot do everything?",
                6,
                Jury.USUAL_THRESHOLD,
                "Three Saturdays and two evenings in Saltmarsh Hall. Each juror is paid, with"
                    + " travel and care.",
                Optional.empty()));
    rooms
        .juries()
        .draw(slug, files.bytes("jury-pool.csv"), files.bytes("jury-quotas.csv"), officer);
    for (Map<String, String> row : files.rows("recommendations.csv")) {
      Map<Support, Integer> support = new EnumMap<>(Support.class);
      for (Support level : Support.values()) {
        String column =
            level == Support.LIVE_WITH ? "can live with" : level.slug().replace('-', ' ');
        support.put(level, Integer.parseInt(row.getOrDefault(column, "0")));
      }
      rooms
          .juries()
          .enter(
              slug,
              new JuryService.NewRecommendation(
                  row.getOrDefault("number", ""),
                  row.getOrDefault("text", ""),
                  row.getOrDefault("reasons", ""),
                  support),
              officer);
    }
  }

  private List<String> byParticipant(String who, Channel channel) {
    return rooms.reading().byParticipant(voices.pseudonym(who)).stream()
        .filter(c -> c.channel() == channel)
        .map(c -> c.id())
        .toList();
  }
}
