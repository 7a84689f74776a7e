package org.folkmoot.initiative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.initiative.Board.Reading;
import org.folkmoot.initiative.Plan.Indicator;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.IndicatorsPage;
import org.folkmoot.web.initiative.IndicatorsPage.Chart;
import org.folkmoot.web.initiative.IndicatorsPage.Dot;
import org.folkmoot.web.initiative.IndicatorsPage.Line;
import org.folkmoot.web.initiative.IndicatorsPage.Note;
import org.folkmoot.web.initiative.IndicatorsPage.Row;
import org.folkmoot.web.initiative.IndicatorsPage.Tick;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// What the partners measure, as charts and as the same in tables.
final class IndicatorViews {

  /// Where figures stand in a drawing: from the first quarter to the last, from the lowest to the
  /// highest.
  private static final int LEFT = 20;

  private static final int RIGHT = 300;
  private static final int TOP = 30;
  private static final int BOTTOM = 136;

  private IndicatorViews() {}

  static IndicatorsPage page(
      Initiative initiative, Board board, Quarter today, boolean officer, Words words) {
    Plan plan = board.plan();
    return new IndicatorsPage(
        words.say("initiative.page.indicators"),
        plan.language(),
        InitiativeViews.around(initiative, "indicators", words),
        plan.indicators().isEmpty()
            ? new EmptyState(words.say("initiative.indicators-none"))
            : null,
        plan.indicators().stream()
            .map(i ->
                chart(
                    board,
                    i,
                    today,
                    officer ? InitiativeViews.deskPath(initiative) + "/indicators/" + i.id() : null,
                    words))
            .toList());
  }

  /// Every quarter from the baseline's to the last that has a figure or is over.
  static List<Quarter> quarters(Board board, Indicator indicator, Quarter today) {
    Quarter last =
        board.readings().stream()
            .filter(r -> r.indicator().equals(indicator.id()))
            .map(Reading::quarter)
            .reduce(today.plus(-1), (a, b) -> a.compareTo(b) > 0 ? a : b);
    int count = Math.clamp(last.since(indicator.first()) + 1, 1, 60);
    return IntStream.range(0, count).mapToObj(indicator.first()::plus).toList();
  }

  static String quarter(Quarter quarter, Words words) {
    return words.say(
        "initiative.quarter-name",
        "quarter",
        words.say("initiative.quarter-" + quarter.of()),
        "year",
        Integer.toString(quarter.year()));
  }

  static String value(Indicator indicator, double value, Words words) {
    String unit = indicator.unit();
    return InitiativeViews.number(value, words) + (unit.matches("%?") ? unit : " " + unit);
  }

  private static Chart chart(
      Board board, Indicator indicator, Quarter today, @Nullable String saveHref, Words words) {
    List<Quarter> quarters = quarters(board, indicator, today);
    Scale scale = Scale.of(board, indicator, quarters.size());
    List<Line> lines = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    List<Dot> firstSaid = new ArrayList<>();
    List<Dot> gaps = new ArrayList<>();
    List<Tick> ticks = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (int i = 0; i < quarters.size(); i++) {
      Quarter quarter = quarters.get(i);
      int x = scale.x(i);
      if (i == 0 || quarter.of() == 1) {
        ticks.add(new Tick(x, Integer.toString(quarter.year())));
      }
      List<Reading> said = board.readings(indicator.id(), quarter);
      if (said.isEmpty() || said.getLast().hidden()) {
        gaps.add(new Dot(x, BOTTOM));
        end(run, lines);
        continue;
      }
      int y = scale.y(said.getLast().value());
      dots.add(new Dot(x, y));
      run.add(x + "," + y);
      said.stream()
          .limit(said.size() - 1L)
          .filter(r -> !r.hidden())
          .forEach(r -> firstSaid.add(new Dot(x, scale.y(r.value()))));
    }
    end(run, lines);
    if (ticks.size() > 1 && quarters.getFirst().of() > 2) {
      ticks.removeFirst();
    }
    return new Chart(
        indicator.id(),
        indicator.question(),
        now(board, indicator, words),
        words.say(
            "initiative.indicator-from",
            "name",
            reporter(board, indicator),
            "method",
            indicator.method()),
        indicator.note().isEmpty() ? null : indicator.note(),
        words.say("initiative.indicator-chart", "question", indicator.question()),
        scale.y(indicator.target()),
        value(indicator, indicator.target(), words),
        scale.y(indicator.baseline()),
        value(indicator, indicator.baseline(), words),
        lines,
        dots,
        firstSaid,
        gaps,
        ticks,
        quarters.reversed().stream().map(q -> row(board, indicator, q, words)).toList(),
        saveHref);
  }

  private static void end(List<String> run, List<Line> lines) {
    if (run.size() > 1) {
      lines.add(new Line(String.join(" ", run)));
    }
    run.clear();
  }

  static String now(Board board, Indicator indicator, Words words) {
    String target = value(indicator, indicator.target(), words);
    String year = Integer.toString(indicator.targetYear());
    Optional<Reading> latest = board.latest(indicator.id());
    return latest
        .map(reading ->
            words.say(
                "initiative.indicator-now",
                "value",
                value(indicator, reading.value(), words),
                "baseline",
                value(indicator, indicator.baseline(), words),
                "target",
                target,
                "year",
                year))
        .orElseGet(() -> words.say("initiative.indicator-none", "target", target, "year", year));
  }

  private static String reporter(Board board, Indicator indicator) {
    return board.plan().partner(indicator.from()).map(Plan.Partner::name).orElse(indicator.from());
  }

  private static Row row(Board board, Indicator indicator, Quarter quarter, Words words) {
    List<Reading> said = board.readings(indicator.id(), quarter);
    List<Note> notes = new ArrayList<>();
    if (quarter.equals(indicator.first())) {
      notes.add(new Note(words.say("initiative.value-baseline")));
    }
    if (said.isEmpty()) {
      notes.add(
          new Note(words.say("initiative.value-missing", "name", reporter(board, indicator))));
      return new Row(quarter(quarter, words), "–", notes);
    }
    for (int i = 1; i < said.size(); i++) {
      notes.add(
          new Note(
              words.say(
                  "initiative.value-revised",
                  "before",
                  shown(indicator, said.get(i - 1), words),
                  "why",
                  said.get(i).why())));
    }
    if (said.getFirst().isLate()) {
      notes.add(
          new Note(
              words.say(
                  "initiative.value-late", "date", words.shortDate(said.getFirst().cameOn()))));
    }
    if (said.getLast().hidden()) {
      notes.add(new Note(words.say("initiative.value-hidden")));
    }
    return new Row(quarter(quarter, words), shown(indicator, said.getLast(), words), notes);
  }

  static String shown(Indicator indicator, Reading reading, Words words) {
    return reading.hidden() ? "–" : value(indicator, reading.value(), words);
  }

  /// Where values and quarters stand in a drawing.
  private record Scale(double lowest, double highest, int quarters) {

    static Scale of(Board board, Indicator indicator, int quarters) {
      List<Double> all = new ArrayList<>(List.of(indicator.baseline(), indicator.target()));
      board.readings().stream()
          .filter(r -> r.indicator().equals(indicator.id()) && !r.hidden())
          .forEach(r -> all.add(r.value()));
      double highest = all.stream().mapToDouble(d -> d).max().orElse(1);
      return new Scale(0, highest == 0 ? 1 : highest, quarters);
    }

    int x(int index) {
      return quarters < 2 ? LEFT : LEFT + (RIGHT - LEFT) * index / (quarters - 1);
    }

    int y(double value) {
      return BOTTOM - (int) Math.round((BOTTOM - TOP) * (value - lowest) / (highest - lowest));
    }
  }
}
