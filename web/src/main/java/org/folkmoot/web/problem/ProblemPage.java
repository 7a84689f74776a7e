package org.folkmoot.web.problem;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// Says what could not be done, why, and where to go instead.
///
/// @param status HTTP status
/// @param reference what to tell us, if it was our fault
/// @param links ways on, at least one
public record ProblemPage(
    int status, String title, String detail, @Nullable String reference, List<Link> links)
    implements Page {
  public ProblemPage {
    links = List.copyOf(links);
  }

  @Override
  public String template() {
    return "problem/problem.mustache";
  }
}
