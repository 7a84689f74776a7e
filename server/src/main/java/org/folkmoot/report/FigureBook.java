package org.folkmoot.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voices;
import org.folkmoot.report.Figure.Counted;
import org.folkmoot.report.Figure.Kind;
import org.folkmoot.report.Figure.Unit;

/// Counts a consultation: every figure in one pass over the record. Used by one thread.
///
/// Counted is what waits to be checked or has been checked; what is held, declined or taken back is
/// not. A voice of one is a person and a thing said; a group's note is a thing said and no person;
/// marks without words are marks and nothing else.
final class FigureBook {

  /// A figure with everything under it.
  record Page(Figure figure, List<Counted> counted) {
    Page {
      counted = List.copyOf(counted);
    }
  }

  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  private FigureBook() {}

  /// All figures above zero, in the order of the report.
  static List<Page> of(RecordReading reading, String consultation, long seq) {
    var book = new FigureBook();
    reading.eachUpTo(consultation, seq, book::add);
    return book.drafts.values().stream()
        .map(Draft::page)
        .filter(page -> page.figure().total() > 0)
        .sorted(Comparator.comparing((Page page) -> page.figure().kind()))
        .toList();
  }

  private void add(Contribution c) {
    if (c.status() != Status.RECEIVED && c.status() != Status.CLEARED) {
      return;
    }
    c.marks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(mark -> {
          draft(Kind.MARK, mark.getKey(), group(mark.getKey()), Unit.MARKS, "")
              .count(c, mark.getValue());
          places(c, Unit.MARKS, mark.getValue());
        });
    if (c.isMarksOnly()) {
      return;
    }
    places(c, Unit.ITEMS, 1);
    c.themes().forEach(theme -> draft(Kind.THEME, theme, theme, Unit.ITEMS, "").count(c, 1));
    if (c.voices() instanceof Voices.One) {
      places(c, Unit.PEOPLE, 1);
      c.themes().forEach(theme -> draft(Kind.THEME, theme, theme, Unit.PEOPLE, "").person(c));
      c.answers().forEach(answer -> choices(c, answer));
    }
  }

  /// Everywhere, in its mode, at its door.
  private void places(Contribution c, Unit unit, int weight) {
    String mode = c.channel().mode().name().toLowerCase(Locale.ROOT);
    String door = c.channel().name().toLowerCase(Locale.ROOT);
    for (Draft draft :
        List.of(
            draft(Kind.ALL, "", "", unit, ""),
            draft(Kind.MODE, mode, "", unit, ""),
            draft(Kind.DOOR, door, mode, unit, ""))) {
      if (unit == Unit.PEOPLE) {
        draft.person(c);
      } else {
        draft.count(c, weight);
      }
    }
  }

  private void choices(Contribution c, QuestionAnswer answer) {
    String question =
        String.join(
            ":", c.channel().name().toLowerCase(Locale.ROOT), c.source().id(), answer.question());
    for (int i = 0; i < answer.choices().size(); i++) {
      String choice = answer.choices().get(i);
      String chosen = i < answer.chosen().size() ? answer.chosen().get(i) : choice;
      draft(
              Kind.CHOICE,
              question + ":" + choice,
              question,
              Unit.PEOPLE,
              answer.prompt() + "\n" + chosen)
          .person(c);
    }
  }

  /// `statement:s1` of `statement:s1:agree`; `dot` of `dot:later-buses`.
  private static String group(String mark) {
    int colon = mark.lastIndexOf(':');
    return colon < 0 ? mark : mark.substring(0, colon);
  }

  private Draft draft(Kind kind, String key, String group, Unit unit, String label) {
    return drafts.computeIfAbsent(
        Figure.id(kind, key, unit), id -> new Draft(id, kind, key, group, unit, label));
  }

  private static final class Draft {
    private final String id;
    private final Kind kind;
    private final String key;
    private final String group;
    private final Unit unit;
    private final String label;
    private final List<Counted> counted = new ArrayList<>();
    private final Map<String, Integer> people = new HashMap<>();
    private int total;

    Draft(String id, Kind kind, String key, String group, Unit unit, String label) {
      this.id = id;
      this.kind = kind;
      this.key = key;
      this.group = group;
      this.unit = unit;
      this.label = label;
    }

    /// A contribution with several marks stands under a door once, with all of them.
    void count(Contribution c, int weight) {
      total += weight;
      int last = counted.size() - 1;
      if (last >= 0 && counted.get(last).contribution().equals(c.id())) {
        counted.set(last, new Counted(c.id(), counted.get(last).weight() + weight, 0));
      } else {
        counted.add(new Counted(c.id(), weight, 0));
      }
    }

    void person(Contribution c) {
      String who = c.participant().isEmpty() ? c.id() : c.participant();
      int number = people.computeIfAbsent(who, unknown -> people.size() + 1);
      total = people.size();
      counted.add(new Counted(c.id(), 1, number));
    }

    Page page() {
      return new Page(new Figure(id, kind, key, group, unit, label, total), counted);
    }
  }
}
