package org.folkmoot.web.record;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;

/// Everything that one phone number or e-mail address is known for, each with the link that opens
/// it.
public record FoundPage(String title, String lead, List<Row> rows) implements Page {

  public FoundPage {
    rows = List.copyOf(rows);
  }

  /// @param state where it stands, in words
  public record Row(Link code, String question, String door, String date, String state) {}

  @Override
  public String template() {
    return "record/found.mustache";
  }
}
