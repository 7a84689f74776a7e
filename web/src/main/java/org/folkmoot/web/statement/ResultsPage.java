package org.folkmoot.web.statement;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// How each statement stands, in marks: a bar and the same numbers as a table.
///
/// @param unit says that marks are counted, not people
/// @param none said when there is nothing to show, else null
public record ResultsPage(
    String title,
    String unit,
    @Nullable String none,
    List<Standing> standings,
    String caption,
    List<Link> on)
    implements Page {
  public ResultsPage {
    standings = List.copyOf(standings);
    on = List.copyOf(on);
  }

  /// One statement.
  ///
  /// @param numbers null while too few have answered, and then `few` says so
  public record Standing(String statement, @Nullable Numbers numbers, @Nullable String few) {}

  /// Marks under each answer, as written, and the bar drawn from them.
  ///
  /// @param said "31 agree · 8 not sure · 4 disagree"
  public record Numbers(String agree, String pass, String disagree, String said, Bar bar) {}

  /// Three pieces of a bar that is [#LENGTH] long: where the second and third begin, and how long
  /// each is.
  public record Bar(int agreeLong, int passFrom, int passLong, int disagreeFrom, int disagreeLong) {
    public static final int LENGTH = 600;
  }

  public boolean hasStandings() {
    return !standings.isEmpty();
  }

  @Override
  public String template() {
    return "statement/results.mustache";
  }
}
