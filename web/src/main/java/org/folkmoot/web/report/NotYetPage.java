package org.folkmoot.web.report;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;

/// Said where a report or a decision will stand one day.
public record NotYetPage(String title, EmptyState notYet) implements Page {
  @Override
  public String template() {
    return "report/not-yet.mustache";
  }
}
