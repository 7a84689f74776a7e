package org.folkmoot.report;

import java.util.Locale;

/// One number of a snapshot. Which contributions are under it is kept beside it, see [Counted].
///
/// @param id its name in addresses, unique in its snapshot, for example `door:panel:people`
/// @param key what it is about within its kind: a channel, a mode, a theme's id, a mark such as
///   `statement:s1:agree`; empty for [Kind#ALL]
/// @param group what a row of figures has in common: the statement of a mark, the question of a
///   choice; empty elsewhere
/// @param label words of the question and of the choice as the council wrote them, parted by a line
///   end; empty where the name is looked up when it is shown
public record Figure(
    String id, Kind kind, String key, String group, Unit unit, String label, int total) {

  /// What a figure counts, in the order of the report.
  public enum Kind {
    ALL,
    MODE,
    DOOR,
    THEME,
    MARK,
    CHOICE
  }

  /// Units that are never added together.
  public enum Unit {
    /// Known different persons: voices of one, once for each pseudonym. Cards and slips without one
    /// count as a person each.
    PEOPLE,
    /// Things said: one for each contribution with words, a table's note as well as a person's.
    ITEMS,
    /// Dots, votes and ticks.
    MARKS;

    public String wordKey() {
      return "report.unit." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// One contribution under a figure.
  ///
  /// @param weight how much it carries: its marks in a figure of marks, else 1
  /// @param person number of the person within this figure of people, so that one who said three
  ///   things is one; 0 in other units
  public record Counted(String contribution, int weight, int person) {}

  static String id(Kind kind, String key, Unit unit) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    String middle = key.isEmpty() ? "" : ":" + key;
    return switch (kind) {
      case ALL, MODE, DOOR, THEME -> name + middle + ":" + unit.name().toLowerCase(Locale.ROOT);
      case MARK, CHOICE -> name + middle;
    };
  }
}
