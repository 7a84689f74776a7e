package org.folkmoot.web.record;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;

/// What was shown of what people said and what was not, in numbers.
///
/// @param mode when somebody looks, in a sentence
/// @param lines how long it takes, and what came of second looks, a sentence each
public record ModerationPage(
    String title,
    Link question,
    String mode,
    List<Row> reasons,
    List<MonthRow> months,
    List<String> lines,
    String hides,
    Link policy,
    Link log,
    Link data)
    implements Page {

  public ModerationPage {
    reasons = List.copyOf(reasons);
    months = List.copyOf(months);
    lines = List.copyOf(lines);
  }

  /// A reason, and how often it was given.
  public record Row(String told, String number) {}

  /// What was decided in one month.
  public record MonthRow(String month, String shown, String notShown) {}

  public boolean hasReasons() {
    return !reasons.isEmpty();
  }

  public boolean hasMonths() {
    return !months.isEmpty();
  }

  @Override
  public String template() {
    return "record/moderation.mustache";
  }
}
