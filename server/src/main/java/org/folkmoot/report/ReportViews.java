package org.folkmoot.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.desk.Theme;
import org.folkmoot.record.Channel.Mode;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.record.Voice;
import org.folkmoot.report.Figure.Kind;
import org.folkmoot.report.Figure.Unit;
import org.folkmoot.report.Report.Quoted;
import org.folkmoot.report.SnapshotService.Told;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.report.Count;
import org.folkmoot.web.report.ReportPage;
import org.folkmoot.web.report.ReportPage.Cells;
import org.jspecify.annotations.Nullable;

/// The report as a page. Made for one request.
final class ReportViews {

  /// How many themes stand on the first side.
  private static final int FINDINGS = 5;

  private final Report report;
  private final Words words;
  private final ZoneId zone;
  private final FigureWords figures;
  private final List<Recommendations.Line> recommended;

  ReportViews(
      Report report,
      Words words,
      ZoneId zone,
      MarkNames marks,
      List<Recommendations.Line> recommended) {
    this.report = report;
    this.words = words;
    this.zone = zone;
    this.figures = new FigureWords(report.asked().slug(), words, report.themes(), marks);
    this.recommended = List.copyOf(recommended);
  }

  FigureWords figures() {
    return figures;
  }

  ReportPage page(boolean officer, boolean decided) {
    Consultation asked = report.asked();
    Snapshot snapshot = report.snapshot();
    return new ReportPage(
        words.say("report.title"),
        asked.language(),
        words.say(
            "report.as-of",
            "date",
            words.dateTime(snapshot.at().atZone(zone)),
            "seq",
            words.number(snapshot.seq())),
        report.isPublic() ? null : words.say("report.draft"),
        officer ? "/desk/c/" + asked.slug() + "/report" : null,
        words.say(asked.promise().wordKey()),
        blankToNull(asked.canChange()),
        blankToNull(asked.fixed()),
        words.say("report.decides", "who", asked.decidedBy(), "date", date(asked.decidesOn())),
        Stream.of(Unit.values())
            .flatMap(unit -> told(Kind.ALL, "", unit).stream())
            .map(figures::count)
            .toList(),
        findings(),
        report.quotes().stream().map(this::quote).toList(),
        disagreement(),
        notHeard(),
        limits(),
        recommended(false),
        recommended(true),
        words.say("report.stood", "date", words.dateTime(snapshot.at().atZone(zone))),
        Stream.of(Mode.values()).flatMap(mode -> side(mode).stream()).toList(),
        report.themes().stream().flatMap(theme -> theme(theme).stream()).toList(),
        markTables(),
        choiceTables(),
        told(Kind.DOOR, "story", Unit.ITEMS)
            .map(t -> new ReportPage.Stories(figures.count(t), "/c/" + asked.slug() + "/stories"))
            .orElse(null),
        method(),
        snapshot.gone().isEmpty()
            ? null
            : words.say("report.changed", "count", snapshot.gone().size()),
        words.say(
            snapshot.gone().isEmpty() ? "report.fingerprint" : "report.fingerprints",
            "then",
            snapshot.hash(),
            "now",
            SnapshotService.hashNow(snapshot)),
        decided ? "/c/" + asked.slug() + "/decision" : null);
  }

  /// @param minority those that missed the support a recommendation needs, or those that have it
  private List<ReportPage.Recommendation> recommended(boolean minority) {
    return recommended.stream()
        .filter(line -> line.minority() == minority)
        .map(line -> new ReportPage.Recommendation(line.text(), line.support()))
        .toList();
  }

  /// The themes most people and most things said stand behind; the officer's sentence or the
  /// theme's own name and definition.
  List<ReportPage.Finding> findings() {
    return report.themes().stream()
        .filter(theme -> told(Kind.THEME, theme.id(), Unit.ITEMS).isPresent())
        .sorted(
            Comparator.comparingInt((Theme theme) ->
                    told(Kind.THEME, theme.id(), Unit.ITEMS).map(t -> t.figure().total()).orElse(0))
                .reversed())
        .limit(FINDINGS)
        .map(theme ->
            new ReportPage.Finding(
                report.texts().findings().getOrDefault(theme.id(), theme.name()),
                themeCounts(theme.id())))
        .toList();
  }

  List<Count> themeCounts(String theme) {
    return Stream.of(Unit.values())
        .flatMap(unit -> told(Kind.THEME, theme, unit).stream())
        .map(figures::count)
        .toList();
  }

  ReportPage.Quote quote(Quoted quoted) {
    return new ReportPage.Quote(
        words.say(quoted.quote().stance().wordKey()),
        quoted.quote().excerpt(),
        quoted.voice().language(),
        saidBy(quoted.voice()));
  }

  String saidBy(Voice voice) {
    String door = words.say(voice.channel().wordKey());
    return voice.quoteAs().isEmpty() ? door : voice.quoteAs() + ", " + door;
  }

  /// The officer's words, or the statement with the most even split among those that at least twice
  /// the smallest told figure voted on.
  private ReportPage.@Nullable Disagreement disagreement() {
    String written = report.texts().disagreement();
    Optional<String> sharpest =
        groups("statement:").entrySet().stream()
            .filter(e -> side(e.getKey(), "agree") >= SmallNumbers.FEWEST)
            .filter(e -> side(e.getKey(), "disagree") >= SmallNumbers.FEWEST)
            .max(Comparator.comparingDouble(e -> evenness(e.getKey())))
            .map(Map.Entry::getKey);
    if (written.isBlank() && sharpest.isEmpty()) {
      return null;
    }
    List<Count> counts =
        sharpest.stream()
            .flatMap(group -> groups("statement:").getOrDefault(group, List.of()).stream())
            .map(t -> {
              Count count = figures.count(t);
              String said = figures.option(t.figure().key()) + ": " + count.countText();
              return new Count(said, count.figureHref(), count.countNote());
            })
            .toList();
    String statement =
        sharpest
            .map(group -> words.say("report.disagreement-on", "statement", figures.mark(group)))
            .orElse("");
    return new ReportPage.Disagreement((written + " " + statement).strip(), counts);
  }

  private int side(String group, String option) {
    return told(Kind.MARK, group + ":" + option, Unit.MARKS).map(t -> t.figure().total()).orElse(0);
  }

  /// 1 where as many agree as disagree, 0 where only one side voted.
  private double evenness(String group) {
    int agree = side(group, "agree");
    int disagree = side(group, "disagree");
    return (double) Math.min(agree, disagree) / Math.max(agree, disagree);
  }

  private List<String> notHeard() {
    Snapshot.NotHeard few = report.snapshot().notHeard();
    List<String> all = new ArrayList<>();
    paragraphs(report.texts().notHeard()).forEach(all::add);
    if (!few.areas().isEmpty()) {
      all.add(words.say("report.few-areas", "areas", String.join(", ", few.areas())));
    }
    if (!few.ages().isEmpty()) {
      String ages =
          String.join(
              ", ", few.ages().stream().map(age -> words.say("report.age." + age)).toList());
      all.add(words.say("report.few-ages", "ages", ages));
    }
    if (!few.areasKnown() && !few.agesKnown()) {
      all.add(words.say("report.few-told"));
    }
    if (!few.ways().isEmpty()) {
      String ways =
          String.join(
              ", ",
              few.ways().stream()
                  .map(way -> words.say(FigureWords.channel(way).wordKey()))
                  .toList());
      all.add(words.say("report.unused-ways", "ways", ways));
    }
    return all;
  }

  private List<String> limits() {
    List<String> all = new ArrayList<>(paragraphs(report.texts().limits()).toList());
    all.add(words.say("report.self-chosen"));
    return all;
  }

  private List<String> method() {
    List<String> all = new ArrayList<>(paragraphs(report.texts().method()).toList());
    all.add(words.say("report.method-counting"));
    all.add(words.say("report.method-people"));
    all.add(words.say("report.method-small", "fewest", SmallNumbers.FEWEST));
    return all;
  }

  private Optional<ReportPage.Side> side(Mode mode) {
    String key = mode.name().toLowerCase(Locale.ROOT);
    List<ReportPage.DoorRow> doors =
        report.figures().stream()
            .map(Told::figure)
            .filter(f -> f.kind() == Kind.DOOR && f.group().equals(key))
            .map(Figure::key)
            .distinct()
            .map(door ->
                new ReportPage.DoorRow(
                    Drawing.ofDoor(FigureWords.channel(door).name()),
                    words.say(FigureWords.channel(door).wordKey()),
                    cells(Kind.DOOR, door)))
            .toList();
    return doors.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportPage.Side(words.say(mode.wordKey()), cells(Kind.MODE, key), doors));
  }

  private Optional<ReportPage.ThemeRow> theme(Theme theme) {
    return told(Kind.THEME, theme.id(), Unit.ITEMS).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReportPage.ThemeRow(
                theme.name(), blankToNull(theme.definition()), cells(Kind.THEME, theme.id())));
  }

  private Cells cells(Kind kind, String key) {
    return new Cells(
        figures.countIfAny(told(kind, key, Unit.PEOPLE)),
        figures.countIfAny(told(kind, key, Unit.ITEMS)),
        figures.countIfAny(told(kind, key, Unit.MARKS)));
  }

  /// One table of all statements, one of dots, one for each poll and each recommendation.
  private List<ReportPage.MarkTable> markTables() {
    List<ReportPage.MarkTable> tables = new ArrayList<>();
    Map<String, List<Told>> statements = groups("statement:");
    if (!statements.isEmpty()) {
      List<String> sides = List.of("agree", "pass", "disagree");
      List<ReportPage.MarkRow> rows =
          statements.keySet().stream()
              .map(group ->
                  new ReportPage.MarkRow(
                      figures.mark(group),
                      sides.stream().map(option -> cell(group + ":" + option)).toList()))
              .toList();
      tables.add(
          new ReportPage.MarkTable(
              words.say("report.statements"),
              sides.stream().map(option -> words.say("report.mark." + option)).toList(),
              rows));
    }
    groups("")
        .forEach((group, marks) -> {
          if (!group.startsWith("statement:")) {
            tables.add(marks(group, marks));
          }
        });
    return tables;
  }

  private ReportPage.MarkTable marks(String group, List<Told> marks) {
    return new ReportPage.MarkTable(
        figures.mark(group),
        List.of(words.say("report.unit.marks")),
        marks.stream()
            .map(t ->
                new ReportPage.MarkRow(
                    figures.option(t.figure().key()), List.of(cell(t.figure().key()))))
            .toList());
  }

  private ReportPage.MarkCell cell(String mark) {
    return new ReportPage.MarkCell(figures.countIfAny(told(Kind.MARK, mark, Unit.MARKS)));
  }

  private Map<String, List<Told>> groups(String beginning) {
    Map<String, List<Told>> groups = new LinkedHashMap<>();
    report.figures().stream()
        .filter(t -> t.figure().kind() == Kind.MARK)
        .filter(t -> t.figure().group().startsWith(beginning))
        .forEach(t -> groups.computeIfAbsent(t.figure().group(), _ -> new ArrayList<>()).add(t));
    return groups;
  }

  private List<ReportPage.ChoiceTable> choiceTables() {
    Map<String, List<Told>> questions = new LinkedHashMap<>();
    report.figures().stream()
        .filter(t -> t.figure().kind() == Kind.CHOICE)
        .forEach(t -> questions.computeIfAbsent(t.figure().group(), _ -> new ArrayList<>()).add(t));
    return questions.values().stream()
        .map(choices ->
            new ReportPage.ChoiceTable(
                FigureWords.prompt(choices.getFirst().figure()),
                choices.stream()
                    .map(t ->
                        new ReportPage.ChoiceRow(FigureWords.chosen(t.figure()), figures.count(t)))
                    .toList()))
        .toList();
  }

  private Optional<Told> told(Kind kind, String key, Unit unit) {
    return report.figure(Figure.id(kind, key, unit));
  }

  private String date(LocalDate date) {
    return words.shortDate(date);
  }

  private static Stream<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\R\\s*\\R")).map(String::strip).filter(p -> !p.isEmpty());
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
