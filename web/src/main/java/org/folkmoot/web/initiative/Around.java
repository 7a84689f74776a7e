package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;

/// The pages about one initiative, on each of them.
///
/// @param aroundLabel what the list of them is called for those who do not see it
public record Around(String aroundLabel, List<Link> pages) {
  public Around {
    pages = List.copyOf(pages);
  }
}
