package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// One rule: what it would do today, to be looked at before it is done, and how it is set.
///
/// @param dry what it would do, in a sentence
/// @param more how many rows are not shown; null if all are
/// @param mark of the plan shown, sent back with the press; null if there is nothing to do
/// @param question to make a rule for one question alone; null where that cannot be
/// @param own whether it is for one question alone
public record RetentionRulePage(
    String title,
    String listHref,
    @Nullable ErrorSummary errors,
    String sentence,
    String standing,
    String dry,
    List<Row> rows,
    @Nullable String more,
    List<Row> leftOut,
    List<String> coming,
    String path,
    @Nullable String mark,
    String carryOut,
    TextField months,
    @Nullable Select question,
    TextField why,
    boolean on,
    boolean own,
    List<String> history)
    implements Page {

  public RetentionRulePage {
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    coming = List.copyOf(coming);
    history = List.copyOf(history);
  }

  /// One thing, by its code.
  ///
  /// @param why it stays; empty if it does not
  public record Row(String code, String question, String why) {}

  public boolean hasRows() {
    return !rows.isEmpty();
  }

  public boolean hasLeftOut() {
    return !leftOut.isEmpty();
  }

  public boolean hasComing() {
    return !coming.isEmpty();
  }

  public boolean hasHistory() {
    return !history.isEmpty();
  }

  @Override
  public String template() {
    return "desk/retention-rule.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
