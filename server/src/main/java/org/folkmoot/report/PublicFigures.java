package org.folkmoot.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.record.SmallNumbers;
import org.folkmoot.report.Figure.Kind;
import org.folkmoot.report.Figure.Unit;

/// Which figures are too small to be told to the public.
///
/// Figures below [SmallNumbers#FEWEST] are hidden. Where the total of a row is told and what is
/// hidden in the row could be worked out from it, the next smallest is hidden too (secondary
/// suppression as in the disclosure guidance of the Office for National Statistics).
final class PublicFigures {

  private static final Map<String, String> MARKS_OF_DOOR =
      Map.of(
          "statement", "statement:",
          "dot_vote", "dot:",
          "live_session", "poll:",
          "jury", "support:");

  private PublicFigures() {}

  /// Ids of the figures that are hidden from the public.
  static Set<String> hidden(List<Figure> figures) {
    Set<String> hidden = new HashSet<>();
    figures.stream()
        .filter(f -> f.total() < SmallNumbers.FEWEST)
        .map(Figure::id)
        .forEach(hidden::add);
    for (Unit unit : Unit.values()) {
      List<Figure> modes = of(figures, Kind.MODE, unit);
      figures.stream()
          .filter(all -> all.kind() == Kind.ALL && all.unit() == unit)
          .forEach(all -> cover(all, modes, hidden));
      for (Figure mode : modes) {
        cover(
            mode,
            of(figures, Kind.DOOR, unit).stream()
                .filter(door -> door.group().equals(mode.key()))
                .toList(),
            hidden);
      }
    }
    for (Figure door : of(figures, Kind.DOOR, Unit.MARKS)) {
      String prefix = MARKS_OF_DOOR.getOrDefault(door.key(), "no marks");
      cover(
          door,
          of(figures, Kind.MARK, Unit.MARKS).stream()
              .filter(mark -> mark.key().startsWith(prefix))
              .toList(),
          hidden);
    }
    of(figures, Kind.CHOICE, Unit.PEOPLE).stream()
        .collect(Collectors.groupingBy(Figure::group))
        .values()
        .forEach(choices -> coverChoices(choices, figures, hidden));
    return hidden;
  }

  /// Where everybody at a door answered, each with one choice, the door's people are the total of
  /// the row; what is hidden in it could be worked out.
  private static void coverChoices(List<Figure> choices, List<Figure> figures, Set<String> hidden) {
    String door = choices.getFirst().group().split(":", 2)[0];
    int answers = choices.stream().mapToInt(Figure::total).sum();
    of(figures, Kind.DOOR, Unit.PEOPLE).stream()
        .filter(people -> people.key().equals(door) && people.total() == answers)
        .forEach(people -> cover(people, choices, hidden));
  }

  /// Hides one more of a row while what is hidden in it can be worked out from a told total.
  private static void cover(Figure total, List<Figure> row, Set<String> hidden) {
    while (!hidden.contains(total.id())) {
      List<Figure> inRow = row.stream().filter(f -> hidden.contains(f.id())).toList();
      int sum = inRow.stream().mapToInt(Figure::total).sum();
      if (inRow.isEmpty() || (inRow.size() > 1 && sum >= SmallNumbers.FEWEST)) {
        return;
      }
      Optional<Figure> next =
          row.stream()
              .filter(f -> !hidden.contains(f.id()))
              .min(Comparator.comparingInt(Figure::total));
      hidden.add(next.map(Figure::id).orElse(total.id()));
    }
  }

  private static List<Figure> of(List<Figure> figures, Kind kind, Unit unit) {
    return figures.stream().filter(f -> f.kind() == kind && f.unit() == unit).toList();
  }
}
