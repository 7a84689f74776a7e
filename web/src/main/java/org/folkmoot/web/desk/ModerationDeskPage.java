package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// When somebody looks at what people said, and the table of reasons: `mode`; `do` = `reason` with
/// `told-en`, `told-pl`, `change-en`, `change-pl`.
public record ModerationDeskPage(
    String title,
    @Nullable ErrorSummary errors,
    String action,
    Choices mode,
    List<Line> lines,
    TextField toldEn,
    TextField toldPl,
    TextField changeEn,
    TextField changePl)
    implements Page {

  public ModerationDeskPage {
    lines = List.copyOf(lines);
  }

  /// @param change what the sender can change, or null
  public record Line(String told, @Nullable String change) {}

  @Override
  public String template() {
    return "desk/moderation.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
