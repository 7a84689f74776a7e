package org.folkmoot.web.statement;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;

/// Said where there is nothing to answer: no statements, closed, all answered.
public record StatementNotePage(String title, String said, List<Link> on) implements Page {
  public StatementNotePage {
    on = List.copyOf(on);
  }

  @Override
  public String template() {
    return "statement/note.mustache";
  }
}
