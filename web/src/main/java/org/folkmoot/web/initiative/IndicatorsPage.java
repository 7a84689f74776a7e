package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// What the partners measure: each as a chart and as a table that says the same.
public record IndicatorsPage(
    String title, String lang, Around around, @Nullable EmptyState nothing, List<Chart> charts)
    implements Page {
  public IndicatorsPage {
    charts = List.copyOf(charts);
  }

  /// One indicator. Places are in units of a drawing 320 wide and 150 high.
  ///
  /// @param targetAt height of the target's line
  /// @param lines each a run of quarters without a gap, as points of a polyline
  /// @param gaps quarters for which nothing came
  /// @param saveHref where an officer saves a figure, else null
  public record Chart(
      String anchor,
      String question,
      String now,
      String from,
      @Nullable String chartNote,
      String label,
      int targetAt,
      String target,
      int startAt,
      String start,
      List<Line> lines,
      List<Dot> dots,
      List<Dot> firstSaid,
      List<Dot> gaps,
      List<Tick> ticks,
      List<Row> rows,
      @Nullable String saveHref) {
    public Chart {
      lines = List.copyOf(lines);
      dots = List.copyOf(dots);
      firstSaid = List.copyOf(firstSaid);
      gaps = List.copyOf(gaps);
      ticks = List.copyOf(ticks);
      rows = List.copyOf(rows);
    }
  }

  public record Line(String points) {}

  public record Dot(int x, int y) {}

  public record Tick(int tickAt, String tick) {}

  /// @param notes "It said 12.1% first …"; empty for none
  public record Row(String quarter, String value, List<Note> notes) {
    public Row {
      notes = List.copyOf(notes);
    }
  }

  public record Note(String note) {}

  public boolean hasCharts() {
    return !charts.isEmpty();
  }

  @Override
  public String template() {
    return "initiative/indicators.mustache";
  }
}
