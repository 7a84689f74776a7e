package org.folkmoot.web.people;

import java.util.List;
import org.folkmoot.web.Page;

/// Recovery codes, shown once.
public record RecoveryPage(String title, String lead, List<String> codes, String nextHref)
    implements Page {
  public RecoveryPage {
    codes = List.copyOf(codes);
  }

  @Override
  public String template() {
    return "people/recovery.mustache";
  }
}
