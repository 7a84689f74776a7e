package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// What was changed in an initiative, each with its reason.
public record LogPage(String title, Around around, List<LogLine> lines, @Nullable Link older)
    implements Page {
  public LogPage {
    lines = List.copyOf(lines);
  }

  public boolean hasLines() {
    return !lines.isEmpty();
  }

  @Override
  public String template() {
    return "initiative/log.mustache";
  }
}
